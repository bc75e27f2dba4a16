/**
 * The strongest directions of a large sparse matrix (Halko, Martinsson, Tropp: Finding Structure with
 * Randomness, SIAM Review 2011, algorithm 5.1 after subspace iteration). Pure; the same on each run.
 */
import { timesOwnSquare, transposedTimes, type Sparse } from './embedding-matrix.ts'
import { makeRandom } from './linear.ts'

/** Directions that are followed beside those that are asked for. */
const SPARE = 16
const ROUNDS = 4

/** @returns for each row of the matrix its place along the `width` strongest directions, unscaled, and how strong each is */
export function strongest(
  matrix: Sparse,
  width: number,
): { left: Float64Array; strength: Float64Array } {
  const { rows } = matrix
  const wide = Math.min(width + SPARE, rows)
  const random = makeRandom(1)
  let basis: Float64Array = Float64Array.from({ length: rows * wide }, () => random() - 0.5)
  orthogonalize(basis, rows, wide)
  for (let round = 0; round < ROUNDS; round += 1) {
    basis = timesOwnSquare(matrix, basis, wide)
    orthogonalize(basis, rows, wide)
  }
  const inner = transposedTimes(matrix, basis, wide)
  const { values, vectors } = eigen(gram(inner, matrix.columns, wide), wide)
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, width)
  const left = new Float64Array(rows * width)
  for (let i = 0; i < rows; i += 1) {
    for (const [k, column] of order.entries()) {
      let sum = 0
      for (let j = 0; j < wide; j += 1) sum += basis[i * wide + j]! * vectors[j * wide + column]!
      left[i * width + k] = sum
    }
  }
  const strength = Float64Array.from({ length: width }, (_, k) =>
    Math.sqrt(Math.max(0, values[order[k] ?? -1] ?? 0)),
  )
  return { left, strength }
}

/** transposed(y) x y */
function gram(y: Float64Array, rows: number, width: number): Float64Array {
  const made = new Float64Array(width * width)
  for (let i = 0; i < rows; i += 1) {
    const row = y.subarray(i * width, (i + 1) * width)
    for (let j = 0; j < width; j += 1) {
      const value = row[j]!
      if (value === 0) continue
      for (let k = 0; k <= j; k += 1) made[j * width + k]! += value * row[k]!
    }
  }
  for (let j = 0; j < width; j += 1) {
    for (let k = 0; k < j; k += 1) made[k * width + j] = made[j * width + k]!
  }
  return made
}

/** Makes the columns of length 1 and square to each other: Cholesky's way, twice for exactness. */
function orthogonalize(y: Float64Array, rows: number, width: number): void {
  for (let pass = 0; pass < 2; pass += 1) {
    const lower = cholesky(gram(y, rows, width), width)
    for (let i = 0; i < rows; i += 1) {
      const row = y.subarray(i * width, (i + 1) * width)
      for (let j = 0; j < width; j += 1) {
        let value = row[j]!
        for (let k = 0; k < j; k += 1) value -= lower[j * width + k]! * row[k]!
        row[j] = value / lower[j * width + j]!
      }
    }
  }
}

/** A direction that is nearly a sum of others is kept from division by zero. */
const LEAST = 1e-12

function cholesky(square: Float64Array, width: number): Float64Array {
  const lower = new Float64Array(width * width)
  for (let j = 0; j < width; j += 1) {
    for (let k = 0; k <= j; k += 1) {
      let value = square[j * width + k]!
      for (let m = 0; m < k; m += 1) value -= lower[j * width + m]! * lower[k * width + m]!
      const least = LEAST * (square[j * width + j]! || 1)
      lower[j * width + k] =
        j === k ? Math.sqrt(Math.max(value, least)) : value / lower[k * width + k]!
    }
  }
  return lower
}

const SWEEPS = 30

/** Eigenvalues and, by columns, eigenvectors of a symmetric matrix: Jacobi's rotations. */
export function eigen(
  square: Float64Array,
  width: number,
): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(square)
  const vectors = new Float64Array(width * width)
  for (let i = 0; i < width; i += 1) vectors[i * width + i] = 1
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    if (!rotateAll(a, vectors, width)) break
  }
  return { values: Float64Array.from({ length: width }, (_, i) => a[i * width + i]!), vectors }
}

/** One sweep over all pairs; false when nothing was left to do. */
function rotateAll(a: Float64Array, vectors: Float64Array, width: number): boolean {
  let isChanged = false
  for (let p = 0; p < width; p += 1) {
    for (let q = p + 1; q < width; q += 1) {
      const off = a[p * width + q]!
      const scale = Math.sqrt(Math.abs(a[p * width + p]! * a[q * width + q]!))
      if (off === 0 || Math.abs(off) <= 1e-13 * scale) continue
      isChanged = true
      const theta = (a[q * width + q]! - a[p * width + p]!) / (2 * off)
      const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
      const cos = 1 / Math.sqrt(t * t + 1)
      const angle = { cos, sin: t * cos }
      for (let k = 0; k < width; k += 1) turn(a, k * width + p, k * width + q, angle)
      for (let k = 0; k < width; k += 1) turn(a, p * width + k, q * width + k, angle)
      for (let k = 0; k < width; k += 1) turn(vectors, k * width + p, k * width + q, angle)
    }
  }
  return isChanged
}

type Angle = { cos: number; sin: number }

function turn(a: Float64Array, i: number, j: number, { cos, sin }: Angle): void {
  const x = a[i]!
  const y = a[j]!
  a[i] = cos * x - sin * y
  a[j] = sin * x + cos * y
}
