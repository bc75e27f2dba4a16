/** Score tables of the comparison of messages, on standard output. */
import type { GroupScores } from '../learn/match-groups.ts'
import { scorePairs, type PairScores } from '../learn/match-score.ts'
import type { PairPrediction } from '../learn/match-train.ts'
import { printable } from './printable.ts'
import { figure, tableOf, withInterval, type Cell } from './table.ts'

export type KindScores = { kind: string; scores: PairScores }

const KINDS: Record<string, string> = {
  letters: 'pairs of letters',
  posts: 'two posts',
  cases: 'post and case',
}

/** A score table for each kind of pair that there is. */
export function scoresByKind(predictions: readonly PairPrediction[]): KindScores[] {
  const byKind = Map.groupBy(predictions, ({ row }) => row.kind)
  return [...byKind].map(([kind, rows]) => ({ kind: KINDS[kind]!, scores: scorePairs(rows) }))
}

/** A column for each kind of pair. */
export function printPairScores(kinds: readonly KindScores[]): void {
  const row = (what: string, cell: (scores: PairScores) => Cell): Record<string, Cell> => ({
    what,
    ...Object.fromEntries(kinds.map(({ kind, scores }) => [kind, cell(scores)])),
  })
  print('The same problem or not (95 % intervals)', [
    row('pairs', (each) => each.pairs),
    row('the same by label', (each) => each.same),
    row('found (suggested or confirmed)', (each) => each.found),
    row('precision', (each) => withInterval(each.precision)),
    row('recall', (each) => withInterval(each.recall)),
    row('F1', (each) => withInterval(each.f1)),
    row('average precision', (each) => withInterval(each.averagePrecision)),
    row('best F1 of any threshold, chosen afterwards', (each) => figure(each.bestF1)),
    row('confirmed', (each) => each.confirmed),
    row('confirmed: precision', (each) => withInterval(each.confirmedPrecision)),
    row('confirmed: recall', (each) => withInterval(each.confirmedRecall)),
    row('calibration error, 10 bins', (each) => figure(each.calibrationError)),
  ])
}

/** One line: how the posts were grouped, and what was joined wrongly. */
export function printGroupScores(scores: GroupScores): void {
  print('Posts to groups and filed cases', [
    {
      posts: scores.posts,
      groups: scores.groups,
      'B-cubed precision': figure(scores.precision),
      recall: figure(scores.recall),
      F1: figure(scores.f1),
    },
  ])
  print('', [
    {
      'posts with a case': scores.withCase,
      'right case first': withInterval(scores.firstRight),
      'among the first three': withInterval(scores.topThree),
    },
  ])
  print('', [
    {
      'attached to a case by the machine': scores.confirmed,
      wrong: scores.wrong,
      share: withInterval(scores.wrongShare),
    },
  ])
  print('', [
    {
      'put to earlier posts': scores.joined,
      'of another group': scores.astray,
      share: withInterval(scores.astrayShare),
    },
  ])
  const lines = [
    `attached wrongly: ${scores.wrongIds.join(' ') || '-'}`,
    `put to another group: ${scores.astrayIds.join(' ') || '-'}`,
    `case not among the first three: ${scores.missedIds.join(' ') || '-'}`,
  ]
  console.log(printable(`\n${lines.join('\n')}`))
}

/** Ids and figures; the words only when they are asked for: they are real people's. */
export function printWorstPairs(
  errors: readonly PairPrediction[],
  textOf: ((id: string) => string) | null,
): void {
  print(
    'The surest wrong verdicts',
    errors.map(({ row, score, verdict }) => ({
      id: row.id,
      kind: row.kind,
      score: figure(score),
      verdict,
      label: row.same ? 'same' : 'not the same',
      sure: row.sure ? 'yes' : 'no',
      ...(textOf ? { text: textOf(row.id) } : {}),
    })),
  )
}

function print(title: string, rows: Record<string, Cell>[]): void {
  if (rows.length === 0) return
  const heading = title === '' ? '' : `\n${title}\n`
  console.log(printable(`${heading}\n${tableOf(rows)}`))
}
