/** What a model of classes sees of a message: how often each root, pair of roots and piece of a word stands in it. */
import type { Token } from './normalize.ts'
import { hashText, mix } from './views.ts'

/** Buckets with their counts: those of roots come first, those of pieces from `split` on. */
export type Bag = { buckets: Uint32Array; counts: Uint8Array; split: number }

/** No table of weights is larger. */
const MOST_BITS = 18
const MAX_TOKENS = 400
const MAX_COUNT = 63
const SHORTEST_PIECE = 4
const LONGEST_PIECE = 4
const MAX_CACHED = 40_000
const PIECES = 0x51ed270b

const counts = new Uint8Array(1 << MOST_BITS)
const found = new Uint32Array(1 << MOST_BITS)
const pieces = new Map<string, Uint32Array>()

/** Takes time in proportion to the first 400 words. */
export function bagOf(message: readonly Token[], bits: number): Bag {
  const tokens = message.length > MAX_TOKENS ? message.slice(0, MAX_TOKENS) : message
  const shift = 32 - bits
  let total = 0
  let before = 0
  for (const token of tokens) {
    const hash = hashText(token.root)
    total = add(hash, shift, total)
    if (before !== 0) total = add(mix(before, hash), shift, total)
    before = hash
  }
  const split = total
  const kept = takeCounts(0, split)
  for (const { plain } of tokens) {
    const hashes = piecesOf(plain)
    for (let k = 0; k < hashes.length; k += 1) total = add(hashes[k]!, shift, total)
  }
  const all = new Uint8Array(total)
  all.set(kept)
  all.set(takeCounts(split, total), split)
  return { buckets: found.slice(0, total), counts: all, split }
}

/** Counts a feature; returns how many buckets are in `found` now. */
function add(hash: number, shift: number, total: number): number {
  const bucket = Math.imul(hash, 0x9e3779b1) >>> shift
  const count = counts[bucket]!
  if (count < MAX_COUNT) counts[bucket] = count + 1
  if (count > 0) return total
  found[total] = bucket
  return total + 1
}

/** Reads the counts of a stretch of `found` and forgets them. */
function takeCounts(from: number, to: number): Uint8Array {
  const taken = new Uint8Array(to - from)
  for (let k = from; k < to; k += 1) {
    const bucket = found[k]!
    taken[k - from] = counts[bucket]!
    counts[bucket] = 0
  }
  return taken
}

/** Hashes of the pieces of 4 letters of a word with its borders. */
function piecesOf(word: string): Uint32Array {
  const known = pieces.get(word)
  if (known) return known
  const padded = ` ${word} `
  const made: number[] = []
  for (let from = 0; from + SHORTEST_PIECE <= padded.length; from += 1) {
    let hash = PIECES
    const end = Math.min(padded.length, from + LONGEST_PIECE)
    for (let at = from; at < end; at += 1) {
      hash = Math.imul(hash ^ padded.charCodeAt(at), 0x01000193)
      if (at - from + 1 >= SHORTEST_PIECE) made.push(mix(hash >>> 0, at - from))
    }
  }
  if (pieces.size >= MAX_CACHED) pieces.clear()
  const hashes = Uint32Array.from(made)
  pieces.set(word, hashes)
  return hashes
}
