/**
 * A text as 256 numbers, so that the database finds texts that speak of the same. Each content word adds a
 * vector: learned from how words stand together for words that are known ("padam" lies near "mati"), and a
 * direction of its own for all others, because the name of a street decides which problem it is. Only sums,
 * products and roots are used, so each machine gets the same numbers. The only importer of pgvector.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toSql } from 'pgvector'
import { decodeVectors, type WordVectors } from './embed-file.ts'
import { DIMENSIONS, makeEmbed } from './embed-words.ts'

export { DIMENSIONS }
/** The name of this function: vectors of another one must not be compared with its vectors. */
export const EMBEDDER = 'bawaan-1'
export const SHIPPED_VECTORS = fileURLToPath(new URL('./model/vectors.bin', import.meta.url))

let shipped: ((stream: readonly string[]) => Float32Array) | undefined

/**
 * Embeds content words in their order; the result has length 1, or is all zero for no words.
 * @throws a sentence when the file of the word vectors is missing or damaged
 */
export function embed(stream: readonly string[]): Float32Array {
  shipped ??= makeEmbed(readVectors(SHIPPED_VECTORS))
  return shipped(stream)
}

/** @throws a sentence when the file is missing or damaged, or holds vectors of another function */
export function readVectors(file: string): WordVectors {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new Error(`word vectors: the file ${file} cannot be read; install Dengar again`, {
      cause,
    })
  }
  const vectors = decodeVectors(bytes)
  if (file === SHIPPED_VECTORS && vectors.name !== EMBEDDER) {
    throw new Error(
      `word vectors: the file is named ${vectors.name}, this version needs ${EMBEDDER}; install it again`,
    )
  }
  return vectors
}

/** The text form that PostgreSQL reads as a vector: as many digits as a half-precision number keeps. */
export const vectorText = (vector: Float32Array): string =>
  toSql(Array.from(vector, (value) => Math.round(value * 20_000) / 20_000)) as string

/** Cosine of two embeddings: 1 the same words, about 0 nothing in common. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < DIMENSIONS; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
