/**
 * The vector function before the one of today: hashed words and character n-grams with a sign, which keeps
 * unrelated texts near zero. Kept so that the vectors which it made can be searched until every voice has
 * one by its successor.
 */
import { DIMENSIONS } from './embed.ts'

const WORD_WEIGHT = 1
const PAIR_WEIGHT = 0.7
const GRAM_WEIGHT = 0.35
const GRAM = 4

/** Embeds content words in their order; the result has length 1, or is all zero for no words. */
export function embedHashed(stream: readonly string[]): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  for (const [i, word] of stream.entries()) {
    add(vector, word, WORD_WEIGHT)
    const next = stream[i + 1]
    if (next !== undefined) add(vector, `${word} ${next}`, PAIR_WEIGHT)
    const framed = `^${word}$`
    for (let at = 0; at + GRAM <= framed.length; at += 1) {
      add(vector, framed.slice(at, at + GRAM), GRAM_WEIGHT)
    }
  }
  return unit(vector)
}

function add(vector: Float32Array, feature: string, weight: number): void {
  const hash = fnv1a(feature)
  const slot = hash & (DIMENSIONS - 1)
  vector[slot] = (vector[slot] ?? 0) + (hash & 0x80000000 ? -weight : weight)
}

/** FNV-1a, 32 bits, with a last mix so that low bits and the sign bit are independent. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

function unit(vector: Float32Array): Float32Array {
  let sum = 0
  for (const value of vector) sum += value * value
  if (sum > 0) {
    const length = Math.sqrt(sum)
    for (let i = 0; i < DIMENSIONS; i += 1) vector[i] = (vector[i] ?? 0) / length
  }
  return vector
}
