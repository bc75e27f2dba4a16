/**
 * Logistic regression on few dense values by Newton's method, with an L2 penalty on all but the bias
 * (Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 2009, section 4.4.1).
 */

export type DenseRows = {
  /** The values of each row, all of one length. */
  values: readonly Float64Array[]
  /** 1 or 0 for each row. */
  labels: ArrayLike<number>
  /** What each row counts. */
  importance: ArrayLike<number>
}

const MOST_ROUNDS = 50
const TOLERANCE = 1e-6

/**
 * @param from weights to start from and to stay near to (one per value, and the bias last); else zero
 * @returns one weight per value, and the bias last
 */
export function trainLogistic(rows: DenseRows, penalty: number, from?: Float64Array): Float64Array {
  const n = (rows.values[0]?.length ?? 0) + 1
  const center = from ?? new Float64Array(n)
  const weights = Float64Array.from(center)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { gradient, hessian } = slopeAt(rows, weights)
    for (let k = 0; k < n - 1; k += 1) {
      gradient[k]! += penalty * (weights[k]! - center[k]!)
      hessian[k * n + k]! += penalty
    }
    // Without it, data of one label only has no solution.
    hessian[n * n - 1]! += 1e-6
    const step = solve(hessian, gradient)
    let largest = 0
    for (let k = 0; k < n; k += 1) {
      weights[k]! -= step[k]!
      largest = Math.max(largest, Math.abs(step[k]!))
    }
    if (largest < TOLERANCE) break
  }
  return weights
}

/** The gradient and the lower half of the Hessian of the loss. */
function slopeAt({ values, labels, importance }: DenseRows, weights: Float64Array) {
  const n = weights.length
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  const row = new Float64Array(n).fill(1)
  for (const [i, found] of values.entries()) {
    row.set(found)
    let sum = 0
    for (let k = 0; k < n; k += 1) sum += weights[k]! * row[k]!
    const p = 1 / (1 + Math.exp(-sum))
    const error = (p - labels[i]!) * importance[i]!
    const curve = Math.max(p * (1 - p), 1e-6) * importance[i]!
    for (let a = 0; a < n; a += 1) {
      if (row[a] === 0) continue
      gradient[a]! += error * row[a]!
      const scaled = curve * row[a]!
      for (let b = 0; b <= a; b += 1) hessian[a * n + b]! += scaled * row[b]!
    }
  }
  return { gradient, hessian }
}

/** Solves a symmetric positive system whose lower half is given (Cholesky). */
function solve(lower: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  const l = Float64Array.from(lower)
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = l[i * n + j]!
      for (let k = 0; k < j; k += 1) sum -= l[i * n + k]! * l[j * n + k]!
      l[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j * n + j]!
    }
  }
  const x = Float64Array.from(right)
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= l[i * n + k]! * x[k]!
    x[i]! /= l[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i]! -= l[k * n + i]! * x[k]!
    x[i]! /= l[i * n + i]!
  }
  return x
}
