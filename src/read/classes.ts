/** Which class a text belongs to, by a linear model on hashed features and a second look at its scores. */
import { eachStretch, type Bag } from './class-features.ts'
import type { Token } from './normalize.ts'

/** Only numbers: no words can be read out of it. */
export type ClassModel = {
  labels: readonly string[]
  /** There are 2^bits buckets. */
  bits: number
  /**
   * For each bucket the weights of all classes side by side, and behind them how rare the bucket is
   * (in steps of 1 / RARITY_STEPS; 0 for a bucket that takes no part).
   */
  weights: Int8Array
  /** What a step of a weight is worth, by class. */
  scales: Float32Array
  bias: Float32Array
  /** What decision values are divided by before they become shares. */
  temperature: number
  /** How many cues (values from outside the linear model) the second look takes. */
  cues: number
  /** A row of classes for the log share of each class, then one for each cue. */
  mix: Float32Array
  offset: Float32Array
}

export const RARITY_STEPS = 10
/** A log share below this says no more than "not this". */
const FLOOR = -9
/** A bucket that is touched often counts by the logarithm. */
const TIMES = Float64Array.from({ length: 64 }, (_, n) => (n === 0 ? 0 : 1 + Math.log(n)))

/** What each feature of a bag counts: often in the text, rare elsewhere; roots and pieces each of length 1. */
export function valuesOf(
  { counts, split, buckets }: Bag,
  rarity: (bucket: number) => number,
): Float32Array {
  const values = new Float32Array(buckets.length)
  const scale = (from: number, to: number): void => {
    let square = 0
    for (let k = from; k < to; k += 1) {
      const value = TIMES[counts[k]!]! * rarity(buckets[k]!)
      values[k] = value
      square += value * value
    }
    const length = Math.sqrt(square)
    if (length > 0) for (let k = from; k < to; k += 1) values[k]! /= length
  }
  scale(0, split)
  scale(split, buckets.length)
  return values
}

/**
 * The share of each class, in the order of the model's labels; they add up to 1.
 * @param cues as many values as the model takes
 */
export function classShares(
  model: ClassModel,
  tokens: readonly Token[],
  cues: ArrayLike<number>,
): Float64Array {
  const logs = firstLook(decide(model, tokens), model.temperature)
  return secondLook(model, logs, cues)
}

/** Decision values of the linear model, one for each class. */
export function decide(model: ClassModel, tokens: readonly Token[]): Float64Array {
  const decisions = Float64Array.from(model.bias)
  eachStretch(tokens, model.bits, (buckets, count, times) => {
    addStretch(model, { buckets, count, times }, decisions)
  })
  return decisions
}

/** The same as `valuesOf` and a dot product, in one pass: most of the time of a reading goes here. */
function addStretch(
  { labels, weights, scales }: ClassModel,
  { buckets, count, times }: { buckets: Uint32Array; count: number; times: Uint8Array },
  decisions: Float64Array,
): void {
  const size = labels.length
  const sums = new Float64Array(size)
  let square = 0
  for (let k = 0; k < count; k += 1) {
    const bucket = buckets[k]!
    const at = bucket * (size + 1)
    const rarity = weights[at + size]!
    if (rarity === 0) continue
    const value = TIMES[times[bucket]!]! * rarity
    square += value * value
    for (let c = 0; c < size; c += 1) sums[c]! += weights[at + c]! * value
  }
  if (square === 0) return
  const length = Math.sqrt(square)
  for (let c = 0; c < size; c += 1) decisions[c]! += (sums[c]! * scales[c]!) / length
}

/** What the second look is given: log shares, none below FLOOR. */
export function firstLook(decisions: ArrayLike<number>, temperature: number): Float64Array {
  return logShares(decisions, temperature).map((share) => Math.max(FLOOR, share))
}

/** Which classes are taken for which, and what the cues say. */
function secondLook(
  { labels, cues: width, mix, offset }: Pick<ClassModel, 'labels' | 'cues' | 'mix' | 'offset'>,
  logs: ArrayLike<number>,
  cues: ArrayLike<number>,
): Float64Array {
  const size = labels.length
  const sums = Float64Array.from(offset)
  for (let row = 0; row < size + width; row += 1) {
    const value = row < size ? logs[row]! : cues[row - size]!
    if (value === 0) continue
    const at = row * size
    for (let c = 0; c < size; c += 1) sums[c]! += mix[at + c]! * value
  }
  return logShares(sums, 1).map((share) => Math.exp(share))
}

/** The logarithms of the softmax of values. */
export function logShares(values: ArrayLike<number>, temperature: number): Float64Array {
  const logs = new Float64Array(values.length)
  let most = -Infinity
  for (let c = 0; c < logs.length; c += 1) {
    logs[c] = values[c]! / temperature
    if (logs[c]! > most) most = logs[c]!
  }
  let sum = 0
  for (let c = 0; c < logs.length; c += 1) sum += Math.exp(logs[c]! - most)
  const total = most + Math.log(sum)
  for (let c = 0; c < logs.length; c += 1) logs[c] = logs[c]! - total
  return logs
}
