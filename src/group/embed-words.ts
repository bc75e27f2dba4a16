/** Words -> vector: what is known of each word, or the direction that only it has. Pure. */
import type { WordVectors } from './embed-file.ts'
import { hashWord } from './hash-set.ts'

export const DIMENSIONS = 256
/** Words that are remembered, a quarter of a kilobyte each: a flood of invented ones must not fill the memory. */
const REMEMBERED = 40_000
/** Of more words than a letter has, the first ones say what it is about. */
const MOST_WORDS = 600
const LONGEST_WORD = 40
const GRAM = 3
/** What the pieces of an unknown word count against the whole word: "anduonohu" lies near "andonohu". */
const GRAM_SHARE = 0.8
const SHORTEST_IN_PIECES = 4
/** Keeps the keys of pieces apart from those of words. */
const PIECE = 0x5bd1e995

/** Makes the function from content words to a vector of length 1, all zero for no words. */
export function makeEmbed(vectors: WordVectors): (stream: readonly string[]) => Float32Array {
  const find = rowFinder(vectors)
  const sum = new Float64Array(DIMENSIONS)
  return (stream) => {
    const vector = new Float32Array(DIMENSIONS)
    sum.fill(0)
    // What is said twice is no other problem.
    for (const word of new Set(stream.length > MOST_WORDS ? stream.slice(0, MOST_WORDS) : stream)) {
      if (word === '') continue
      const { values, at, scale } = find(word)
      for (let i = 0; i < DIMENSIONS; i += 1) sum[i]! += values[at + i]! * scale
    }
    if (unit(sum) === 0) return vector
    for (let i = 0; i < DIMENSIONS; i += 1) sum[i]! -= vectors.common[i]!
    unit(sum)
    vector.set(sum)
    return vector
  }
}

type Row = { values: Int8Array; at: number; scale: number }

/** Finds the row of any word; those of unknown words are made, and kept as long as there is room. */
function rowFinder({ rows, values, unknown }: WordVectors): (word: string) => Row {
  const remembered = new Map<string, Row>()
  const made = new Int8Array(REMEMBERED * DIMENSIONS)
  let used = 0
  return (word) => {
    const known = remembered.get(word)
    if (known) return known
    const learned = rows.get(hashWord(word))
    if (remembered.size >= REMEMBERED) {
      remembered.clear()
      used = 0
    }
    let row: Row
    if (learned) row = { values, ...learned }
    else {
      const at = used * DIMENSIONS
      row = { values: made, at, scale: pack(exactOf(word), made.subarray(at)) * unknown }
      used += 1
    }
    remembered.set(word, row)
    return row
  }
}

/** Writes 256 numbers as signed bytes; returns what one step of them is worth. */
export function pack(vector: Float32Array, into: Int8Array): number {
  let largest = 0
  for (let i = 0; i < DIMENSIONS; i += 1) largest = Math.max(largest, Math.abs(vector[i]!))
  for (let i = 0; i < DIMENSIONS; i += 1) into[i] = Math.round((vector[i]! / largest) * 127)
  return largest / 127
}

/** A word's own direction, of length 1; words that share pieces share a part of it. */
export function exactOf(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  const word = text.slice(0, LONGEST_WORD)
  addSigns(vector, hashWord(word), 1)
  const framed = `^${word}$`
  const grams = framed.length - GRAM + 1
  if (word.length >= SHORTEST_IN_PIECES) {
    for (let at = 0; at < grams; at += 1) {
      addSigns(vector, hashWord(framed.slice(at, at + GRAM)) ^ PIECE, GRAM_SHARE / Math.sqrt(grams))
    }
  }
  unit(vector)
  return vector
}

/** 256 signs that follow from a key. */
function addSigns(vector: Float32Array, key: number, size: number): void {
  let state = key
  for (let i = 0; i < DIMENSIONS; i += 32) {
    state = (state + 0x9e3779b9) | 0
    const bits = scramble(state)
    // Without a branch: which way it would go cannot be foreseen.
    for (let bit = 0; bit < 32; bit += 1) vector[i + bit]! += size * (((bits >>> bit) & 1) * 2 - 1)
  }
}

/** The finalizer of MurmurHash3. */
function scramble(of: number): number {
  let hash = Math.imul(of ^ (of >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** Makes the length 1 unless it is 0; returns the length that it had. */
export function unit(vector: Float32Array | Float64Array): number {
  let sum = 0
  for (let i = 0; i < vector.length; i += 1) sum += vector[i]! * vector[i]!
  const length = Math.sqrt(sum)
  if (length > 0) for (let i = 0; i < vector.length; i += 1) vector[i]! /= length
  return length
}
