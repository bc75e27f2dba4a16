/**
 * A linear classifier on hashed features: L2-regularized squared hinge loss by dual coordinate descent
 * (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM,
 * ICML 2008, algorithm 1). Each row has unit length whatever its number of features, and the bias is a
 * feature that every row has.
 */

export type LinearRows = {
  /** The features of each row. */
  features: readonly Uint16Array[]
  /** 1 or 0 for each row. */
  labels: ArrayLike<number>
  /** What each row counts. */
  importance: ArrayLike<number>
}

export type LinearOptions = {
  /** How many features there are. */
  size: number
  /** What a mistake costs against large weights; the C of the paper. */
  cost: number
  /** Weights to start from and to stay near to. */
  from?: Float32Array | undefined
  rounds?: number
  seed?: number
}

/** A step below this in a whole round ends the search. */
const TOLERANCE = 0.01

/** @returns one weight per feature, and the bias last */
export function trainLinear(
  { features, labels, importance }: LinearRows,
  { size, cost, from, rounds = 20, seed = 1 }: LinearOptions,
): Float32Array {
  const weights = from ? Float32Array.from(from) : new Float32Array(size + 1)
  const duals = new Float64Array(features.length)
  const order = Uint32Array.from(features, (_, i) => i)
  const random = makeRandom(seed)
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    let largest = 0
    for (const i of order) {
      const row = features[i]!
      const count = importance[i]!
      if (row.length === 0 || count <= 0) continue
      const sign = labels[i]! > 0 ? 1 : -1
      const slack = 1 / (2 * cost * count)
      const dual = duals[i]!
      const gradient = sign * scoreLinear(weights, row) - 1 + slack * dual
      if (dual === 0 && gradient >= 0) continue
      // The row's length is one, and the bias adds one.
      const next = Math.max(dual - gradient / (2 + slack), 0)
      const step = (next - dual) * sign
      duals[i] = next
      largest = Math.max(largest, Math.abs(gradient))
      const perFeature = step / Math.sqrt(row.length)
      for (let k = 0; k < row.length; k += 1) weights[row[k]!]! += perFeature
      weights[size]! += step
    }
    if (largest < TOLERANCE) break
  }
  return weights
}

/** The score of a row: above zero for the label 1. */
export function scoreLinear(weights: Float32Array, row: Uint16Array): number {
  const bias = weights[weights.length - 1]!
  if (row.length === 0) return bias
  let sum = 0
  for (let k = 0; k < row.length; k += 1) sum += weights[row[k]!]!
  return bias + sum / Math.sqrt(row.length)
}

/** Mulberry32: the same seed gives the same model. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Fisher and Yates, in place. */
export function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}
