/** What stands beside the weights of the comparison: what they learned from, how they do, how to train them again. */
import { GENRES, PINS, type CompareModel } from '../group/compare-model.ts'
import { PARTS } from '../group/compare-parts.ts'
import type { Estimate } from './interval.ts'
import type { PairScores } from './match-score.ts'

export type MatchFacts = {
  model: CompareModel
  /** Names of files without their folders, with the pairs that they gave. */
  files: readonly { name: string; pairs: number; same: number }[]
  folds: number
  scores: readonly { kind: string; scores: PairScores }[]
}

/** The card as Markdown; it quotes no text. */
export function matchCard({ model, files, folds, scores }: MatchFacts): string {
  const parts = [
    `# Comparison ${model.name}`,
    `Trained ${model.madeAt.slice(0, 10)} by \`dengar train match\`. It says how likely two messages tell of one ` +
      'problem: a logistic sum over named parts, each with the sign that its name promises. The table of word ' +
      'weights (words.bin) holds how common a hashed word is, and no words: nobody’s text can be read out of it.',
    '## Data',
    table(
      ['file', 'pairs', 'the same'],
      files.map(({ name, pairs, same }) => [name, pairs, same]),
    ),
    '## How it does',
    `Each pair was judged by weights and thresholds from other pairs (${folds} folds): of letters, from pairs that ` +
      'share no text with it; of posts, from pairs without any post of the later one’s problem. The weights of words ' +
      'and the vectors have seen texts without their labels. In brackets: 95 % intervals (Wilson for shares, else ' +
      'bootstrap).',
    table(['what', ...scores.map(({ kind }) => kind)], rowsOf(scores.map((each) => each.scores))),
    '## Weights',
    'Log-odds. `addressed`: both messages have an address beside the text, as letters do; `bare`: not both.',
    table(
      ['part', ...GENRES],
      [
        ['bias', ...GENRES.map((genre) => figure(model[genre].bias))],
        ...PARTS.filter((part) => GENRES.some((genre) => model[genre].weights[part])).map(
          (part) => [part, ...GENRES.map((genre) => figure(model[genre].weights[part] ?? null))],
        ),
      ],
    ),
    'Shown to a person, and joined by the machine when pinned (exact: house, paper, copied words, name, address; ' +
      'place: one thing at one place), from these scores on:',
    table(
      ['from', ...GENRES],
      [
        ['suggested', ...GENRES.map((genre) => figure(model[genre].suggested))],
        ...PINS.map((pin) => [pin, ...GENRES.map((genre) => figure(model[genre].confirmed[pin]))]),
      ],
    ),
    '## Train it again',
    '    npm run -s dengar -- train match PAIRS.jsonl --posts src/group/corpus/a-posts.jsonl --cases src/group/corpus/a-cases.jsonl',
    'With `--words LETTERS.csv` the table of word weights is counted again, too.',
  ]
  return `${parts.join('\n\n')}\n`
}

function rowsOf(scores: readonly PairScores[]): (string | number)[][] {
  const row = (what: string, cell: (each: PairScores) => string | number) => [
    what,
    ...scores.map(cell),
  ]
  return [
    row('pairs', (each) => each.pairs),
    row('the same', (each) => each.same),
    row('precision', (each) => estimate(each.precision)),
    row('recall', (each) => estimate(each.recall)),
    row('F1', (each) => estimate(each.f1)),
    row('average precision', (each) => estimate(each.averagePrecision)),
    row('confirmed: precision', (each) => estimate(each.confirmedPrecision)),
    row('confirmed: recall', (each) => estimate(each.confirmedRecall)),
    row('calibration error', (each) => figure(each.calibrationError)),
  ]
}

function table(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(3))
const estimate = (made: Estimate | null): string =>
  made === null ? '-' : `${figure(made.value)} (${figure(made.low)}-${figure(made.high)})`
