/**
 * Multinomial logistic regression on few dense values, pulled towards given weights, by the Adam rule on
 * all rows at once (Kingma, Ba: Adam, A Method for Stochastic Optimization, ICLR 2015).
 */
import { logShares } from '../read/classes.ts'

export type Look = { mix: Float32Array; offset: Float32Array }

const STEPS = 150
const RATE = 0.03
/** From this part of the steps on they are smaller. */
const LATE = 0.6

/**
 * @param rows values of each row, all of one length
 * @param labels the class of each row
 * @param start what the result stays near to: mix[value * classes + class], and what each class begins with
 * @param pull how strongly
 * @param pullOffset how strongly what each class begins with
 */
export function trainLook(
  rows: readonly Float64Array[],
  labels: ArrayLike<number>,
  importance: ArrayLike<number>,
  { start, pull, pullOffset }: { start: Look; pull: number; pullOffset: number },
): Look {
  const classes = start.offset.length
  const held = start.mix.length
  const width = held / classes
  const n = held + classes
  const weights = Float64Array.from([...start.mix, ...start.offset])
  const target = Float64Array.from(weights)
  const first = new Float64Array(n)
  const second = new Float64Array(n)
  let total = 0
  for (let i = 0; i < rows.length; i += 1) total += importance[i]!
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = slope({ rows, labels, importance, weights, classes, width })
    const rate = RATE * (step < STEPS * LATE ? 1 : 0.3)
    for (let k = 0; k < n; k += 1) {
      const force = k < held ? pull : pullOffset
      const g = gradient[k]! / total + force * (weights[k]! - target[k]!)
      first[k] = 0.9 * first[k]! + 0.1 * g
      second[k] = 0.99 * second[k]! + 0.01 * g * g
      const spread = Math.sqrt(second[k]! / (1 - 0.99 ** step)) + 1e-8
      weights[k]! -= (rate * first[k]!) / (1 - 0.9 ** step) / spread
    }
  }
  return {
    mix: Float32Array.from(weights.subarray(0, held)),
    offset: Float32Array.from(weights.subarray(held)),
  }
}

type Slope = {
  rows: readonly Float64Array[]
  labels: ArrayLike<number>
  importance: ArrayLike<number>
  weights: Float64Array
  classes: number
  width: number
}

function slope({ rows, labels, importance, weights, classes, width }: Slope): Float64Array {
  const gradient = new Float64Array(weights.length)
  const sums = new Float64Array(classes)
  for (const [i, row] of rows.entries()) {
    for (let c = 0; c < classes; c += 1) sums[c] = weights[width * classes + c]!
    for (let k = 0; k < width; k += 1) {
      const value = row[k]!
      if (value === 0) continue
      for (let c = 0; c < classes; c += 1) sums[c]! += weights[k * classes + c]! * value
    }
    const errors = logShares(sums, 1)
    for (let c = 0; c < classes; c += 1) {
      errors[c] = (Math.exp(errors[c]!) - (labels[i] === c ? 1 : 0)) * importance[i]!
      gradient[width * classes + c]! += errors[c]!
    }
    for (let k = 0; k < width; k += 1) {
      const value = row[k]!
      if (value === 0) continue
      for (let c = 0; c < classes; c += 1) gradient[k * classes + c]! += errors[c]! * value
    }
  }
  return gradient
}
