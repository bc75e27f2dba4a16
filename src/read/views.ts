/**
 * What a linear model sees of a message: five sets of hashed features. Only numbers leave this file, so a
 * model holds no one's words.
 */
import { SIGN_PAIR_LIMIT, type Signs } from './signs.ts'
import type { Token } from './normalize.ts'
import { remember } from './word.ts'

/** Features of a view are numbers below 2 ** BITS. */
export const BITS = 16
const SIZE = 1 << BITS
const MASK = SIZE - 1

/**
 * In this order everywhere; a model has a weight table for each.
 * words: as they are written, alone and in pairs. letters: pieces of words. pairs: roots within one
 * sentence. signs: what the words stand for, whatever the words are. edges: how it begins and ends.
 */
export const VIEWS = ['words', 'letters', 'pairs', 'signs', 'edges'] as const

/** The distinct features of each view, in the order of VIEWS. */
export type Views = readonly Uint32Array[]

const MAX_TOKENS = 300
const SHORTEST_GRAM = 3
const LONGEST_GRAM = 5
/** How far apart the words of a pair may stand. */
const PAIR_REACH = 7
const EDGE = 4

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** One number from two, in their order (the finalizer of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The feature of a hash. */
const fold = (hash: number): number => (hash ^ (hash >>> BITS)) & MASK

/** The features that a token gives by itself, in the order of VIEWS; the last two views have none. */
export const featuresOf = (token: Token): readonly Uint32Array[] => seeWord(token.word).own

/** Hashes of a word, and the features that it has by itself. */
type Seen = { plainHash: number; rootHash: number; own: readonly Uint32Array[] }

/** What is seen of a word by itself. */
const seeWord = remember(({ plain, root }): Seen => {
  const plainHash = hashText(plain)
  const rootHash = hashText(root)
  const own = [Uint32Array.of(fold(plainHash)), lettersOf(plain), Uint32Array.of(fold(rootHash))]
  return { plainHash, rootHash, own }
})

/** Pieces of 3 to 5 letters of a word with its borders. */
function lettersOf(word: string): Uint32Array {
  const padded = ` ${word} `
  const made: number[] = []
  for (let from = 0; from < padded.length - 1; from += 1) {
    let hash = 0x811c9dc5
    const end = Math.min(padded.length, from + LONGEST_GRAM)
    for (let at = from; at < end; at += 1) {
      hash = Math.imul(hash ^ padded.charCodeAt(at), 0x01000193)
      if (at - from + 1 >= SHORTEST_GRAM) made.push(fold(mix(hash >>> 0, at - from)))
    }
  }
  return Uint32Array.from(made)
}

/** A set of features that is emptied by counting up, not by clearing. */
class FeatureSet {
  /** One byte a feature keeps the table in the processor's cache. */
  readonly #seen = new Uint8Array(SIZE)
  readonly #found = new Uint32Array(1 << 15)
  #round = 0
  #count = 0

  start(): void {
    this.#round += 1
    if (this.#round > 255) {
      this.#seen.fill(0)
      this.#round = 1
    }
    this.#count = 0
  }

  add(hash: number): void {
    this.addFeature(fold(hash))
  }

  addFeature(id: number): void {
    if (this.#seen[id] === this.#round || this.#count === this.#found.length) return
    this.#seen[id] = this.#round
    this.#found[this.#count++] = id
  }

  take(): Uint32Array {
    return this.#found.slice(0, this.#count)
  }
}

const set = new FeatureSet()

/** The features of a message; `signs` are those of its tokens. */
export function viewsOf(tokens: readonly Token[], signs: Signs): Views {
  const kept = tokens.length > MAX_TOKENS ? tokens.slice(0, MAX_TOKENS) : tokens
  const seen = kept.map(({ word }) => seeWord(word))
  return [ofWords(seen), ofLetters(seen), ofPairs(kept, seen), ofSigns(kept, signs), ofEdges(seen)]
}

function ofWords(seen: readonly Seen[]): Uint32Array {
  set.start()
  let before = 1
  for (const { plainHash } of seen) {
    set.add(plainHash)
    set.add(mix(before, plainHash))
    before = plainHash
  }
  set.add(mix(before, 2))
  return set.take()
}

function ofLetters(seen: readonly Seen[]): Uint32Array {
  set.start()
  for (const { own } of seen) {
    const letters = own[1]!
    for (let i = 0; i < letters.length; i += 1) set.addFeature(letters[i]!)
  }
  return set.take()
}

function ofPairs(tokens: readonly Token[], seen: readonly Seen[]): Uint32Array {
  set.start()
  for (let i = 0; i < seen.length; i += 1) {
    const root = seen[i]!.rootHash
    set.add(root)
    const end = Math.min(seen.length, i + PAIR_REACH + 1)
    for (let j = i + 1; j < end && tokens[j]!.gap !== 2; j += 1) {
      const other = seen[j]!.rootHash
      set.add(root < other ? mix(root, other) : mix(other, root))
    }
  }
  return set.take()
}

const OTHER = 0x2545f491
const HANDLE = 0x1b873593
const NUMBER = 0x38b34ae5

/** Signs in their order, two and three in a row, and those that occur together anywhere. */
function ofSigns(tokens: readonly Token[], signs: Signs): Uint32Array {
  set.start()
  let before = 0
  let earlier = 0
  for (const [i, { kind }] of tokens.entries()) {
    const own = signs.ofToken[i]
    let hash = 0
    if (kind === 'handle') hash = HANDLE
    else if (kind === 'number') hash = NUMBER
    else if (!own) hash = OTHER
    else for (const sign of own) hash = (hash + mix(sign, 0xe6546b64)) >>> 0
    if (hash === OTHER && before === OTHER) continue
    if (before !== 0) set.add(mix(before, hash))
    if (earlier !== 0) set.add(mix(mix(earlier, before), hash))
    earlier = before
    before = hash
  }
  const { present } = signs
  for (let i = 0; i < present.length && i < SIGN_PAIR_LIMIT; i += 1) {
    const first = mix(present[i]!, 0x27d4eb2f)
    set.add(first)
    for (let j = i + 1; j < present.length; j += 1) set.add(mix(first, present[j]!))
  }
  return set.take()
}

function ofEdges(seen: readonly Seen[]): Uint32Array {
  set.start()
  for (const { rootHash } of seen.slice(0, EDGE)) set.add(mix(rootHash, 77))
  for (const { rootHash } of seen.slice(-EDGE)) set.add(mix(rootHash, 99))
  set.add(mix(seen[0]?.plainHash ?? 0, 5))
  return set.take()
}
