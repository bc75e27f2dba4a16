/** The score table of the comparison of messages: what it said of labelled pairs, and of whole groups. Pure. */
import { bootstrap } from './bootstrap.ts'
import { share, type Estimate } from './interval.ts'
import type { PairPrediction } from './match-train.ts'

/** Plain data; a figure that the pairs do not give is null. */
export type PairScores = {
  pairs: number
  same: number
  /** Shown to a person, or joined. */
  found: number
  right: number
  precision: Estimate | null
  recall: Estimate | null
  f1: Estimate | null
  averagePrecision: Estimate | null
  bestF1: number | null
  confirmed: number
  confirmedPrecision: Estimate | null
  confirmedRecall: Estimate | null
  /** Mean gap between score and share of the same, in ten bins of equal width. */
  calibrationError: number | null
}

/** Scores predictions of pairs; their order does not matter. */
export function scorePairs(predictions: readonly PairPrediction[]): PairScores {
  const sorted = predictions.toSorted((a, b) => b.score - a.score || compareIds(a, b))
  const same = sorted.filter(({ row }) => row.same).length
  const found = sorted.filter(({ verdict }) => verdict !== 'different')
  const right = found.filter(({ row }) => row.same).length
  const confirmed = sorted.filter(({ verdict }) => verdict === 'confirmed')
  const confirmedRight = confirmed.filter(({ row }) => row.same).length
  const once = new Uint16Array(sorted.length).fill(1)
  const [f1Interval, apInterval] = bootstrap(sorted.length, (times) => [
    f1Of(sorted, times),
    averagePrecisionOf(sorted, times),
  ])
  const withValue = (value: number, interval: { low: number; high: number } | null | undefined) =>
    Number.isNaN(value) || !interval ? null : { value, ...interval }
  return {
    pairs: sorted.length,
    same,
    found: found.length,
    right,
    precision: share(right, found.length),
    recall: share(right, same),
    f1: withValue(f1Of(sorted, once), f1Interval),
    averagePrecision: withValue(averagePrecisionOf(sorted, once), apInterval),
    bestF1: bestF1Of(sorted, same),
    confirmed: confirmed.length,
    confirmedPrecision: share(confirmedRight, confirmed.length),
    confirmedRecall: share(confirmedRight, same),
    calibrationError: calibrationErrorOf(sorted),
  }
}

const compareIds = (a: PairPrediction, b: PairPrediction): number =>
  a.row.id < b.row.id ? -1 : Number(a.row.id > b.row.id)

function f1Of(sorted: readonly PairPrediction[], times: Uint16Array): number {
  let right = 0
  let found = 0
  let same = 0
  for (const [i, { row, verdict }] of sorted.entries()) {
    const count = times[i]!
    if (row.same) same += count
    if (verdict === 'different') continue
    found += count
    if (row.same) right += count
  }
  return (2 * right) / (found + same)
}

/** The mean, over the pairs that are the same, of the precision down to each of them. */
function averagePrecisionOf(sorted: readonly PairPrediction[], times: Uint16Array): number {
  let seen = 0
  let right = 0
  let sum = 0
  for (const [i, { row }] of sorted.entries()) {
    for (let n = 0; n < times[i]!; n += 1) {
      seen += 1
      if (!row.same) continue
      right += 1
      sum += right / seen
    }
  }
  return sum / right
}

function bestF1Of(sorted: readonly PairPrediction[], same: number): number | null {
  let right = 0
  let best = 0
  for (const [i, { row }] of sorted.entries()) {
    right += Number(row.same)
    best = Math.max(best, (2 * right) / (i + 1 + same))
  }
  return same === 0 ? null : best
}

const BINS = 10

function calibrationErrorOf(sorted: readonly PairPrediction[]): number | null {
  if (sorted.length === 0) return null
  const bins = Map.groupBy(sorted, ({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)))
  let error = 0
  for (const rows of bins.values()) {
    const scores = rows.reduce((sum, { score }) => sum + score, 0)
    const same = rows.filter(({ row }) => row.same).length
    error += Math.abs(scores - same)
  }
  return error / sorted.length
}

/** The surest wrong verdicts first, at most `count`. */
export function worstPairs(
  predictions: readonly PairPrediction[],
  count: number,
): PairPrediction[] {
  const errorOf = ({ row, score }: PairPrediction) => Math.abs(score - Number(row.same))
  return predictions
    .filter(({ row, verdict }) => row.same !== (verdict !== 'different'))
    .toSorted((a, b) => errorOf(b) - errorOf(a) || compareIds(a, b))
    .slice(0, count)
}
