/**
 * Learns word vectors from texts without labels: how words stand together within a few words and within a
 * text (PMI), its strongest directions (SVD), synonyms drawn together, and beside this meaning a direction
 * of its own for each word.
 * Pure; the same texts in the same order give the same vectors.
 */
import type { WordVectors } from '../group/embed-file.ts'
import { DIMENSIONS, exactOf, makeEmbed, pack, unit } from '../group/embed-words.ts'
import { hashWord } from '../group/hash-set.ts'
import { isKnown } from '../read/words.ts'
import { beside, dampRows, weighByChance, type Entries } from './embedding-matrix.ts'
import { strongest } from './embedding-svd.ts'
import { synonymSets } from './embedding-synonyms.ts'

/** A word that stands in fewer texts has no row: it could tell of one person. */
export const FEWEST_TEXTS = 3
/** Dimensions that hold what a word means; what only it has is spread over all. */
const MEANINGS = 200
const REACH = 6
/** What each word between two counts against their being together. */
const FADE = 0.2
const SMOOTH = 0.75
/** What meaning counts, and the word itself: much for a name, little for a word of the dictionary. */
const MEANING = 0.8
const NAME = 1
const WORD = 0.3
const SHORTEST_NAME = 4
/** Words of a text that are counted together; a longer one would count for many. */
const MOST_WORDS = 400
const FEWEST_WORDS = 3

/** @throws a sentence when the texts are too few to learn from */
export function trainVectors(
  streams: readonly (readonly string[])[],
  { name, madeAt }: { name: string; madeAt: string },
): WordVectors {
  const counts = countTexts(streams)
  const words = [...counts.keys()].filter((word) => counts.get(word)! >= FEWEST_TEXTS).sort()
  if (words.length < DIMENSIONS) {
    throw new Error(
      `word vectors: only ${words.length} words stand in ${FEWEST_TEXTS} texts or more; give more texts`,
    )
  }
  const meanings = findMeanings(streams, words)
  const rarity = (texts: number): number => Math.log((streams.length + 1) / (texts + 1))
  const rows = new Map<number, { at: number; scale: number }>()
  const values = new Int8Array(words.length * DIMENSIONS)
  for (const [n, word] of words.entries()) {
    const key = hashWord(word)
    // Of two words with one key the first is kept: the other is read as it.
    if (rows.has(key)) continue
    const vector = wordRow(word, meanings.subarray(n * MEANINGS, (n + 1) * MEANINGS))
    const at = rows.size * DIMENSIONS
    const scale = pack(vector, values.subarray(at)) * rarity(counts.get(word)!)
    rows.set(key, { at, scale: Math.fround(scale) })
  }
  const common = new Float32Array(DIMENSIONS)
  const vectors: WordVectors = { name, madeAt, rows, values, common, unknown: rarity(0) }
  common.set(meanOf(streams, vectors))
  return vectors
}

function countTexts(streams: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const stream of streams) {
    for (const word of new Set(stream)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** For each word MEANINGS numbers of length 1. */
function findMeanings(streams: readonly (readonly string[])[], words: string[]): Float32Array {
  const numbers = new Map(words.map((word, n) => [word, n]))
  const near: Entries = words.map(() => new Map<number, number>())
  const within: Entries = words.map(() => new Map<number, number>())
  let texts = 0
  for (const stream of streams) {
    const known = stream.flatMap((word) => numbers.get(word) ?? []).slice(0, MOST_WORDS)
    const distinct = new Set(known)
    if (distinct.size < FEWEST_WORDS) continue
    countNear(known, near)
    for (const word of distinct) within[word]!.set(texts, 1)
    texts += 1
  }
  const matrix = beside(weighByChance(near, words.length, SMOOTH), weighByChance(within, texts, 1))
  dampRows(matrix)
  const { left, strength } = strongest(matrix, MEANINGS)
  const made = Float32Array.from(left, (value, i) => value * Math.sqrt(strength[i % MEANINGS]!))
  const rows = centred(made)
  drawTogether(rows, numbers)
  return rows
}

function countNear(words: readonly number[], near: Entries): void {
  for (const [i, word] of words.entries()) {
    for (let gap = 1; gap <= REACH && i + gap < words.length; gap += 1) {
      const other = words[i + gap]!
      if (other === word) continue
      const count = 1 / (1 + (gap - 1) * FADE)
      near[word]!.set(other, (near[word]!.get(other) ?? 0) + count)
      near[other]!.set(word, (near[other]!.get(word) ?? 0) + count)
    }
  }
}

/** Rows of length 1 without what all of them share. */
function centred(rows: Float32Array): Float32Array {
  const mean = new Float64Array(MEANINGS)
  const each = (use: (row: Float32Array) => void): void => {
    for (let at = 0; at < rows.length; at += MEANINGS) use(rows.subarray(at, at + MEANINGS))
  }
  each((row) => {
    unit(row)
    for (let k = 0; k < MEANINGS; k += 1) mean[k]! += (row[k]! * MEANINGS) / rows.length
  })
  each((row) => {
    for (let k = 0; k < MEANINGS; k += 1) row[k]! -= mean[k]!
    unit(row)
  })
  return rows
}

/**
 * Moves words of one set halfway to what the set has in common (after Faruqui and others: Retrofitting Word
 * Vectors to Semantic Lexicons, NAACL 2015); a word of two sets goes between them.
 */
function drawTogether(rows: Float32Array, numbers: ReadonlyMap<string, number>): void {
  const pulls = new Map<number, Float32Array>()
  for (const set of synonymSets()) {
    const members = set.flatMap((word) => numbers.get(word) ?? [])
    if (members.length < 2) continue
    const middle = new Float32Array(MEANINGS)
    for (const n of members) addRow(middle, rows, n)
    unit(middle)
    for (const n of members) {
      const pull = pulls.get(n) ?? new Float32Array(MEANINGS)
      addRow(pull, middle, 0)
      pulls.set(n, pull)
    }
  }
  for (const [n, pull] of pulls) {
    unit(pull)
    addRow(pull, rows, n)
    unit(pull)
    rows.set(pull, n * MEANINGS)
  }
}

function addRow(sum: Float32Array, rows: Float32Array, n: number): void {
  for (let k = 0; k < MEANINGS; k += 1) sum[k]! += rows[n * MEANINGS + k]!
}

function wordRow(word: string, meaning: Float32Array): Float32Array {
  const row = exactOf(word)
  const isName = word.length >= SHORTEST_NAME && !isKnown(word)
  for (let i = 0; i < DIMENSIONS; i += 1) row[i]! *= isName ? NAME : WORD
  for (let i = 0; i < MEANINGS; i += 1) row[i]! += MEANING * meaning[i]!
  return row
}

/** The mean of all texts: what they have in common says nothing of any. */
function meanOf(streams: readonly (readonly string[])[], vectors: WordVectors): Float32Array {
  const embed = makeEmbed(vectors)
  const mean = new Float64Array(DIMENSIONS)
  for (const stream of streams) {
    const vector = embed(stream)
    for (let i = 0; i < DIMENSIONS; i += 1) mean[i]! += vector[i]! / streams.length
  }
  return Float32Array.from(mean)
}
