/** `dengar evaluate match`: holds the comparison of messages against labelled pairs and groups. Writes nothing. */
import { parseArgs } from 'node:util'
import { shippedModel } from '../group/compare-model.ts'
import { judge } from '../group/compare.ts'
import { makeMatcher } from '../group/match.ts'
import { scoreGroups, type GroupScores } from '../learn/match-groups.ts'
import { weighLetters, weighPosts, type LabelledPair, type PairRow } from '../learn/match-pairs.ts'
import { worstPairs } from '../learn/match-score.ts'
import { crossValidateMatch, type PairPrediction } from '../learn/match-train.ts'
import { regionNamed } from './json-lines.ts'
import { readGrouped, readPairs, type GroupedSet } from './match-files.ts'
import { printGroupScores, printPairScores, printWorstPairs, scoresByKind } from './print-match.ts'

const OPTIONS = {
  posts: { type: 'string' },
  cases: { type: 'string' },
  region: { type: 'string', default: 'kendari' },
  folds: { type: 'string', default: '0' },
  errors: { type: 'string', default: '20' },
  texts: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const TEXT_SHOWN_CHARS = 120

/** Measures the shipped weights, or with --folds those of a cross-validation. */
export async function evaluateMatch(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const folds = wholeNumber(values.folds, 'folds', 20)
  const most = wholeNumber(values.errors, 'errors', 10_000)
  if (folds === 1)
    throw new Error('evaluate match: --folds is 2 to 20, or 0 for the shipped weights')
  const { posts, cases } = values
  if ((posts === undefined) !== (cases === undefined)) {
    throw new Error('evaluate match: --posts and --cases belong together')
  }
  const pairs = await readPairs(positionals)
  const region = await regionNamed(values.region)
  const set = posts && cases ? await readGrouped({ posts, cases }, region) : null
  if (pairs.length === 0 && set === null) {
    throw new Error(
      'evaluate match: name a file of pairs, or --posts and --cases, as in: dengar evaluate match pairs.jsonl',
    )
  }
  const rows: PairRow[] = [...weighLetters(pairs), ...(set ? weighPosts(set.posts, set.cases) : [])]
  const predictions: PairPrediction[] =
    folds > 0
      ? crossValidateMatch(rows, { folds })
      : rows.map((row) => ({ row, ...judge(row.weighed, shippedModel) }))
  const kinds = scoresByKind(predictions)
  const errors = worstPairs(predictions, most)
  const groups = set ? measureGroups(set) : null
  if (values.json) {
    const made = { model: folds > 0 ? null : shippedModel.name, folds, kinds, groups }
    const ids = errors.map(({ row, score, verdict }) => ({ id: row.id, score, verdict }))
    console.log(JSON.stringify({ ...made, errors: ids }))
    return 0
  }
  printPairScores(kinds)
  if (groups) printGroupScores(groups)
  printWorstPairs(errors, values.texts ? textsOf(pairs) : null)
  return 0
}

function wholeNumber(value: string, option: string, most: number): number {
  const number = Number(value)
  if (value.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= most)
    return number
  throw new Error(`evaluate match: --${option} is a whole number from 0 to ${most}`)
}

/** The posts in their order through the same matcher that `dengar match` uses. */
function measureGroups({ posts, known }: GroupedSet): GroupScores {
  const match = makeMatcher(known)
  return scoreGroups(
    posts
      .filter(({ isHeard }) => isHeard)
      .map(({ id, told, group, case: caseId, isComplaint }) => {
        const { group: put, matches } = match({ id, told, isComplaint })
        return {
          id,
          group,
          case: caseId,
          put: String(put),
          matches: matches.map((one) => ({ case: String(one.case), verdict: one.verdict })),
        }
      }),
  )
}

function textsOf(pairs: readonly LabelledPair[]): (id: string) => string {
  const byId = new Map(pairs.map((pair) => [pair.id, pair]))
  const line = (text: string) => text.replace(/\s+/g, ' ').slice(0, TEXT_SHOWN_CHARS)
  return (id) => {
    const pair = byId.get(id)
    return pair ? `${line(pair.a.text)} / ${line(pair.b.text)}` : ''
  }
}
