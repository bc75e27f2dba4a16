/** A sparse matrix by rows, and what training of word vectors does with it. Pure. */

export type Sparse = {
  rows: number
  columns: number
  /** Where each row begins in `column` and `value`; one entry more than rows. */
  start: Uint32Array
  column: Uint32Array
  value: Float64Array
}

/** Entry by row, then column. */
export type Entries = Map<number, number>[]

/** The matrix of these entries. */
function sparse(entries: Entries, columns: number): Sparse {
  const start = new Uint32Array(entries.length + 1)
  entries.forEach((row, i) => (start[i + 1] = start[i]! + row.size))
  const column = new Uint32Array(start[entries.length]!)
  const value = new Float64Array(column.length)
  let at = 0
  for (const row of entries) {
    for (const [j, count] of row) {
      column[at] = j
      value[at] = count
      at += 1
    }
  }
  return { rows: entries.length, columns, start, column, value }
}

/**
 * Counts -> how much more often than by chance (positive pointwise mutual information; context counts to
 * the power `smooth`, after Levy, Goldberg, Dagan: Improving Distributional Similarity with Lessons
 * Learned from Word Embeddings, TACL 2015).
 */
export function weighByChance(entries: Entries, columns: number, smooth: number): Sparse {
  const ofRow = entries.map((row) => sum(row.values()))
  const ofColumn = new Float64Array(columns)
  for (const row of entries) for (const [j, count] of row) ofColumn[j]! += count
  let total = 0
  for (let j = 0; j < columns; j += 1) total += ofColumn[j] = ofColumn[j]! ** smooth
  const kept = entries.map((row, i) => {
    const weights = new Map<number, number>()
    for (const [j, count] of row) {
      const weight = Math.log((count * total) / (ofRow[i]! * ofColumn[j]!))
      if (weight > 0) weights.set(j, weight)
    }
    return weights
  })
  return sparse(kept, columns)
}

/** The matrices side by side, each scaled so that all count the same. */
export function beside(left: Sparse, right: Sparse): Sparse {
  const scales = [left, right].map(({ value }) => 1 / Math.sqrt(squares(value) || 1))
  const entries: Entries = []
  for (let i = 0; i < left.rows; i += 1) {
    const row = new Map<number, number>()
    for (const [n, part] of [left, right].entries()) {
      for (let at = part.start[i]!; at < part.start[i + 1]!; at += 1) {
        row.set(part.column[at]! + n * left.columns, part.value[at]! * scales[n]!)
      }
    }
    entries.push(row)
  }
  return sparse(entries, left.columns + right.columns)
}

/** Divides each row by the root of its length, so that frequent words do not fill all dimensions. */
export function dampRows({ rows, start, value }: Sparse): void {
  for (let i = 0; i < rows; i += 1) {
    const row = value.subarray(start[i], start[i + 1])
    const damp = squares(row) ** 0.25
    if (damp > 0) for (let at = 0; at < row.length; at += 1) row[at]! /= damp
  }
}

/** matrix x transposed(matrix) x y, where y has `width` numbers a row. */
export function timesOwnSquare(matrix: Sparse, y: Float64Array, width: number): Float64Array {
  return times(matrix, transposedTimes(matrix, y, width), width)
}

/** transposed(matrix) x y */
export function transposedTimes(matrix: Sparse, y: Float64Array, width: number): Float64Array {
  const made = new Float64Array(matrix.columns * width)
  eachEntry(matrix, (i, j, value) => {
    for (let k = 0; k < width; k += 1) made[j * width + k]! += value * y[i * width + k]!
  })
  return made
}

function times(matrix: Sparse, y: Float64Array, width: number): Float64Array {
  const made = new Float64Array(matrix.rows * width)
  eachEntry(matrix, (i, j, value) => {
    for (let k = 0; k < width; k += 1) made[i * width + k]! += value * y[j * width + k]!
  })
  return made
}

function eachEntry(
  { rows, start, column, value }: Sparse,
  use: (i: number, j: number, value: number) => void,
): void {
  for (let i = 0; i < rows; i += 1) {
    for (let at = start[i]!; at < start[i + 1]!; at += 1) use(i, column[at]!, value[at]!)
  }
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function squares(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value * value
  return total
}
