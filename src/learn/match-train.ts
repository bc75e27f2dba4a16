/** Trains the comparison of messages on labelled pairs, and measures it on pairs that it has not seen. Pure. */
import { judge } from '../group/compare.ts'
import {
  scoreOf,
  type CompareModel,
  type Genre,
  type Pin,
  type Weights,
} from '../group/compare-model.ts'
import { AGAINST, PARTS, type Part } from '../group/compare-parts.ts'
import { hashWord, mixHashes } from '../group/hash-set.ts'
import { trainLogistic } from './logistic.ts'
import type { PairRow } from './match-pairs.ts'

/** A pair with the verdict of a model that has not seen it. */
export type PairPrediction = {
  row: PairRow
  score: number
  verdict: ReturnType<typeof judge>['verdict']
}

const PENALTY = 1
const NEAR_PENALTY = 1.5
const INNER_FOLDS = 5
const DEALS = 5
const SEED = 74_71
/**
 * What the machine joins by itself must be right this often among the pairs at hand, with one error added. The
 * pairs of posts at hand are near misses, and who joins a post asks the other messages of the problem, too.
 */
const CONFIRMED_PRECISION: Record<Pin, number> = { exact: 0.95, place: 0.94 }
const FEWEST_CONFIRMED = 10
/** Of a genre that has fewer, the pairs of all genres say where to cut, but never below this. */
const FEWEST_PINNED = 30
const LITTLE_KNOWN = 0.9
/** However right the pairs at hand are: without an exact pin the score itself must promise it. */
const FLOOR: Record<Pin, number> = { exact: 0.7, place: 0.975 }
/** Where the pairs at hand are too few, or too often wrong. */
const NEVER = 0.999
/** F1 this much below the best is as good: which threshold is the very best is chance. */
const AS_GOOD = 0.01

const against = new Set<string>(AGAINST)

/**
 * Weights by logistic regression, each with the sign that its name promises: what agrees never speaks
 * against, what contradicts never for it. A part that would is left out, the worst first. `from`: weights to
 * stay near to.
 */
export function fitWeights(rows: readonly PairRow[], from?: Weights): Weights {
  let live: Part[] = [...PARTS]
  for (;;) {
    const values = rows.map(({ weighed }) => Float64Array.from(live, (part) => weighed.parts[part]))
    const labels = rows.map(({ same }) => Number(same))
    const importance = rows.map(({ weight }) => weight)
    const start =
      from && Float64Array.from([...live.map((part) => from.weights[part] ?? 0), from.bias])
    const found = trainLogistic(
      { values, labels, importance },
      from ? NEAR_PENALTY : PENALTY,
      start,
    )
    const wrong = live
      .map((part, k) => ({ part, by: against.has(part) ? found[k]! : -found[k]! }))
      .filter(({ by }) => by > 0)
      .toSorted((a, b) => b.by - a.by)
    if (wrong.length === 0) return { bias: found[live.length]!, weights: named(live, found) }
    live = live.filter((part) => part !== wrong[0]!.part)
  }
}

const named = (parts: readonly Part[], found: Float64Array): Weights['weights'] =>
  Object.fromEntries(
    parts.map((part, k) => [part, found[k]!] as const).filter(([, weight]) => weight !== 0),
  )

/** Of all pairs, and then of each genre by itself, near to those. */
function fitGenres(rows: readonly PairRow[]): Record<Genre, Weights> {
  const all = fitWeights(rows)
  const of = (genre: Genre) => {
    const own = rows.filter(({ weighed }) => weighed.genre === genre)
    return own.length === 0 ? all : fitWeights(own, all)
  }
  return { addressed: of('addressed'), bare: of('bare') }
}

/**
 * Weights from all rows; thresholds from what models said of rows that they had not seen, over several deals of
 * the folds: one deal would leave the thresholds to chance.
 */
export function trainMatch(
  rows: readonly PairRow[],
  { seed = SEED, deals = DEALS }: { seed?: number; deals?: number } = {},
): Pick<CompareModel, Genre> {
  const weights = fitGenres(rows)
  const scores = new Map<PairRow, number>()
  for (let deal = 0; deal < deals; deal += 1) {
    const folds = dealClusters(rows, INNER_FOLDS, seed + deal)
    for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
      const { training, tested } = split(rows, folds, fold)
      const fitted = fitGenres(training)
      for (const row of tested) {
        const score = scoreOf(row.weighed.parts, fitted[row.weighed.genre])
        scores.set(row, (scores.get(row) ?? 0) + score / deals)
      }
    }
  }
  const seen = [...scores].map(([row, score]) => ({ row, score }))
  const finish = (genre: Genre) => {
    const own = seen.filter(({ row }) => row.weighed.genre === genre)
    const confirmed = (pin: Pin) => {
      const pinned = own.filter(({ row }) => row.weighed.pin === pin)
      if (pinned.length >= FEWEST_PINNED) return confirmFrom(pinned, pin)
      return Math.max(confirmFrom(seen, pin), LITTLE_KNOWN)
    }
    return {
      ...weights[genre],
      suggested: suggestFrom(own),
      confirmed: { exact: confirmed('exact'), place: confirmed('place') },
    }
  }
  return { addressed: finish('addressed'), bare: finish('bare') }
}

type Scored = { row: PairRow; score: number }

/** Each row is judged by a model, with thresholds of its own, that was trained without its clusters. */
export function crossValidateMatch(
  rows: readonly PairRow[],
  { folds, seed = SEED }: { folds: number; seed?: number },
): PairPrediction[] {
  const foldOf = dealClusters(rows, folds, seed)
  const predictions: PairPrediction[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    const { training, tested } = split(rows, foldOf, fold)
    const model = trainMatch(training, { seed: seed + fold + 1, deals: 1 })
    for (const row of tested) predictions.push({ row, ...judge(row.weighed, model) })
  }
  return predictions
}

/** The fold of each cluster. Clusters are dealt by size, the largest first, so that folds are even. */
function dealClusters(rows: readonly PairRow[], folds: number, seed: number): Map<string, number> {
  const sizes = new Map<string, { size: number; same: number }>()
  for (const { clusters, same, weight } of rows) {
    const one = sizes.get(clusters[0]) ?? { size: 0, same: 0 }
    sizes.set(clusters[0], one)
    if (!sizes.has(clusters[1])) sizes.set(clusters[1], { size: 0, same: 0 })
    one.size += weight
    one.same += same ? weight : 0
  }
  const order = [...sizes].map(([cluster, load]) => {
    return { cluster, load: load.size + 3 * load.same, chance: mixHashes(hashWord(cluster), seed) }
  })
  order.sort((a, b) => b.load - a.load || a.chance - b.chance)
  const loads = new Float64Array(folds)
  const foldOf = new Map<string, number>()
  for (const { cluster, load } of order) {
    const fold = loads.indexOf(Math.min(...loads))
    loads[fold]! += load + 0.01
    foldOf.set(cluster, fold)
  }
  return foldOf
}

function split(rows: readonly PairRow[], foldOf: ReadonlyMap<string, number>, fold: number) {
  const foldsOf = ({ clusters }: PairRow) => clusters.map((cluster) => foldOf.get(cluster))
  return {
    training: rows.filter((row) => !foldsOf(row).includes(fold)),
    tested: rows.filter((row) => foldsOf(row)[0] === fold),
  }
}

/**
 * The lowest score from which on enough of what may be joined is the same. A message joins what it is most
 * like: of each only its best pair counts.
 */
function confirmFrom(seen: readonly Scored[], pin: Pin): number {
  const sorted = seen
    .filter(({ row }) => row.weighed.pin === pin)
    .toSorted((a, b) => b.score - a.score)
  const met = new Set<string>()
  let right = 0
  let least = NEVER
  for (const { row, score } of sorted) {
    if (met.has(row.newer)) continue
    met.add(row.newer)
    right += Number(row.same)
    if (met.size >= FEWEST_CONFIRMED && right / (met.size + 1) >= CONFIRMED_PRECISION[pin])
      least = score
  }
  return Math.max(FLOOR[pin], least)
}

/** The middle of the scores where F1 is best; each row by its weight. */
function suggestFrom(seen: readonly Scored[]): number {
  const rows = seen.toSorted((a, b) => b.score - a.score)
  const all = rows.reduce((sum, { row }) => sum + (row.same ? row.weight : 0), 0)
  let found = 0
  let right = 0
  const tried: { f1: number; score: number }[] = []
  for (const { row, score } of rows) {
    found += row.weight
    if (row.same) right += row.weight
    tried.push({ f1: (2 * right) / (found + all), score })
  }
  const best = Math.max(0, ...tried.map(({ f1 }) => f1))
  const good = tried.filter(({ f1 }) => f1 >= best - AS_GOOD).map(({ score }) => score)
  return good.length === 0 ? 0.5 : (Math.min(...good) + Math.max(...good)) / 2
}
