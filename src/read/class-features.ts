/** What a model of classes sees of a message: how often each root, pair of roots and piece of a word stands in it. */
import type { Token } from './normalize.ts'
import { hashText, mix } from './views.ts'
import { remember } from './word.ts'

/** Buckets with their counts: those of roots come first, those of pieces from `split` on. */
export type Bag = { buckets: Uint32Array; counts: Uint8Array; split: number }

/** No table of weights is larger. */
const MOST_BITS = 18
const MAX_TOKENS = 400
const MAX_COUNT = 63
const PIECE = 4
const PIECES = 0x51ed270b

const counts = new Uint8Array(1 << MOST_BITS)
const found = new Uint32Array(1 << MOST_BITS)

/** To keep. Takes time in proportion to the first 400 words. */
export function bagOf(tokens: readonly Token[], bits: number): Bag {
  const kept: { buckets: Uint32Array; times: Uint8Array }[] = []
  eachStretch(tokens, bits, (buckets, count, times) => {
    const own = buckets.slice(0, count)
    kept.push({ buckets: own, times: Uint8Array.from(own, (bucket) => times[bucket]!) })
  })
  const [roots, letters] = kept as [(typeof kept)[0], (typeof kept)[0]]
  return {
    buckets: Uint32Array.from([...roots.buckets, ...letters.buckets]),
    counts: Uint8Array.from([...roots.times, ...letters.times]),
    split: roots.buckets.length,
  }
}

/**
 * Shows first the buckets of roots, then those of pieces, each once; `times` says by bucket how often. All
 * are used again: they hold only until `use` returns.
 */
export function eachStretch(
  message: readonly Token[],
  bits: number,
  use: (buckets: Uint32Array, count: number, times: Uint8Array) => void,
): void {
  const length = Math.min(message.length, MAX_TOKENS)
  const shift = 32 - bits
  let total = 0
  let before = 0
  for (let i = 0; i < length; i += 1) {
    const hash = seeWord(message[i]!.word).root
    total = add(hash, shift, total)
    if (before !== 0) total = add(mix(before, hash), shift, total)
    before = hash
  }
  use(found, total, counts)
  forget(total)
  total = 0
  for (let i = 0; i < length; i += 1) {
    const { pieces } = seeWord(message[i]!.word)
    for (let k = 0; k < pieces.length; k += 1) total = add(pieces[k]!, shift, total)
  }
  use(found, total, counts)
  forget(total)
}

function forget(total: number): void {
  for (let k = 0; k < total; k += 1) counts[found[k]!] = 0
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

const seeWord = remember(({ plain, root }) => ({ root: hashText(root), pieces: piecesOf(plain) }))

/** Hashes of the pieces of 4 letters of a word with its borders. */
function piecesOf(word: string): number[] {
  const padded = ` ${word} `
  const made: number[] = []
  for (let from = 0; from + PIECE <= padded.length; from += 1) {
    made.push(mix(hashText(padded.slice(from, from + PIECE)), PIECES))
  }
  return made
}
