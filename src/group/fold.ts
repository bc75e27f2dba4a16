/** Token vectors of a sentence model as one vector of our length. Pure. */
import { DIMENSIONS } from './embed.ts'

/** What a model gave for a batch: [text, token, number] one after the other, and which tokens are words. */
export type TokenVectors = {
  data: Float32Array
  tokens: number
  width: number
  mask: readonly (readonly number[])[]
}

/** The mean over the tokens of each text that are not padding. */
export function meanOfTokens({ data, tokens, width, mask }: TokenVectors): Float32Array[] {
  return mask.map((words, text) => {
    const mean = new Float32Array(width)
    let count = 0
    for (let token = 0; token < tokens; token += 1) {
      if (words[token] !== 1) continue
      count += 1
      const from = (text * tokens + token) * width
      for (let i = 0; i < width; i += 1) mean[i] = (mean[i] ?? 0) + (data[from + i] ?? 0)
    }
    return count === 0 ? mean : mean.map((value) => value / count)
  })
}

/**
 * Makes vectors of this width as long as ours: longer ones are projected onto directions that are at right
 * angles and the same on every machine, which keeps angles nearly; shorter ones are filled up with zeros.
 * The result has length 1, or is all zero for one that is not a number or has no direction.
 */
export function makeFold(width: number): (vector: Float32Array) => Float32Array {
  const rows = width > DIMENSIONS ? directions(width) : null
  return (vector) => {
    const folded = new Float32Array(DIMENSIONS)
    if (rows) for (const [i, row] of rows.entries()) folded[i] = dot(row, vector)
    else folded.set(vector)
    const length = Math.sqrt(dot(folded, folded))
    if (!Number.isFinite(length) || length === 0) return new Float32Array(DIMENSIONS)
    return folded.map((value) => value / length)
  }
}

const SEED = 0x5eed

/** Random directions in `width` dimensions, each at a right angle to those before it (Gram and Schmidt). */
function directions(width: number): Float64Array[] {
  const random = generator(SEED)
  const made: Float64Array[] = []
  while (made.length < DIMENSIONS) {
    const row = Float64Array.from({ length: width }, () => nearlyNormal(random))
    for (const other of made) {
      const along = dot(row, other)
      for (let i = 0; i < width; i += 1) row[i] = (row[i] ?? 0) - along * (other[i] ?? 0)
    }
    const length = Math.sqrt(dot(row, row))
    made.push(row.map((value) => value / length))
  }
  return made
}

/** The sum of twelve even ones: only additions, so that every machine finds the same numbers. */
function nearlyNormal(random: () => number): number {
  let sum = -6
  for (let i = 0; i < 12; i += 1) sum += random()
  return sum
}

/** mulberry32: numbers from 0 up to 1. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function dot(a: Float32Array | Float64Array, b: Float32Array | Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
