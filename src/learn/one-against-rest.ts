/**
 * All classes of a linear classifier at once, each against the rest: L2-regularized squared hinge loss by
 * dual coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for
 * Large-scale Linear SVM, ICML 2008, algorithms 1 and 3). Weights of a bucket lie side by side, so that a
 * text is gone through once for all classes.
 */
import { makeRandom, shuffle } from './linear.ts'

/** A text as buckets and their values. */
export type Row = { buckets: Uint32Array; values: Float32Array }

export type ManyOptions = {
  classes: number
  /** Buckets are numbers below this. */
  size: number
  /** What a mistake costs against large weights. */
  cost: number
  /** 0: all classes alike; 1: texts of a class of half the size count twice. */
  balance: number
  rounds?: number
  seed?: number
}

type State = {
  weights: Float32Array
  /** One for each row and class. */
  duals: Float32Array
  /** 1 where a row is too far on the right side of a class to be asked again soon. */
  asleep: Uint8Array
  squares: Float64Array
  extra: Float64Array
}

const ROUNDS = 20
const TOLERANCE = 0.02
/** The rounds in which every class of every row is asked: the first, and then each fifth. */
const FULL_ROUNDS = 2
const FULL_EVERY = 5
const SAFE_MARGIN = 0.15

/**
 * @param labels the class of each row, below `classes`
 * @param importance what each row counts
 * @returns weights[bucket * classes + class]; the biases stand behind the last bucket
 */
export function trainMany(
  rows: readonly Row[],
  labels: ArrayLike<number>,
  importance: ArrayLike<number>,
  options: ManyOptions,
): Float32Array {
  const { classes, size, rounds = ROUNDS, seed = 1 } = options
  const state: State = {
    weights: new Float32Array((size + 1) * classes),
    duals: new Float32Array(rows.length * classes),
    asleep: new Uint8Array(rows.length * classes),
    squares: Float64Array.from(rows, ({ values }) => values.reduce((sum, v) => sum + v * v, 1)),
    extra: classWeights(labels, importance, options),
  }
  const order = Uint32Array.from(rows, (_, i) => i)
  const random = makeRandom(seed)
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    const isFull = round < FULL_ROUNDS || round % FULL_EVERY === 0 || round === rounds - 1
    let worst = 0
    for (const i of order) {
      const cost = options.cost * importance[i]!
      if (cost <= 0) continue
      if (isFull) state.asleep.fill(0, i * classes, (i + 1) * classes)
      worst = Math.max(
        worst,
        improve(state, rows[i]!, { i, label: labels[i]!, cost, classes, size }),
      )
    }
    if (isFull && worst < TOLERANCE) break
  }
  return state.weights
}

type At = { i: number; label: number; cost: number; classes: number; size: number }

/** One step for each class of one row; tells how far off the worst was. */
function improve(state: State, row: Row, { i, label, cost, classes, size }: At): number {
  const { weights, duals, asleep } = state
  let worst = 0
  for (let c = 0; c < classes; c += 1) {
    const at = i * classes + c
    if (asleep[at] === 1) continue
    const sign = c === label ? 1 : -1
    const diagonal = 1 / (2 * cost * (c === label ? state.extra[c]! : 1))
    const dual = duals[at]!
    const gradient = sign * decision(weights, row, { c, classes, size }) - 1 + diagonal * dual
    if (dual === 0 && gradient >= 0) {
      if (gradient > SAFE_MARGIN) asleep[at] = 1
      continue
    }
    worst = Math.max(worst, Math.abs(gradient))
    const next = Math.max(dual - gradient / (state.squares[i]! + diagonal), 0)
    duals[at] = next
    const step = (next - dual) * sign
    const { buckets, values } = row
    for (let k = 0; k < buckets.length; k += 1) {
      weights[buckets[k]! * classes + c]! += step * values[k]!
    }
    weights[size * classes + c]! += step
  }
  return worst
}

/** What the weights say of a row and one class. */
export function decision(
  weights: Float32Array,
  { buckets, values }: Row,
  { c, classes, size }: { c: number; classes: number; size: number },
): number {
  let sum = weights[size * classes + c]!
  for (let k = 0; k < buckets.length; k += 1)
    sum += weights[buckets[k]! * classes + c]! * values[k]!
  return sum
}

/** What the texts of each class count beside those of the rest. */
function classWeights(
  labels: ArrayLike<number>,
  importance: ArrayLike<number>,
  { classes, balance }: ManyOptions,
): Float64Array {
  const counts = new Float64Array(classes)
  for (let i = 0; i < labels.length; i += 1) counts[labels[i]!]! += importance[i]!
  const present = counts.filter((count) => count > 0)
  const mean = present.reduce((sum, count) => sum + count, 0) / Math.max(1, present.length)
  return counts.map((count) => (count > 0 ? (mean / count) ** balance : 1))
}
