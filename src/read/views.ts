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
export type Views = readonly Uint16Array[]

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

/** What is seen of a word by itself: hashes, and where its letters' features lie in `pool`. */
type Seen = { plain: number; root: number; pool: Uint16Array; from: number; to: number }

/** Features of letters lie side by side: thousands of small arrays would not stay in the processor's cache. */
const POOL = 1 << 18
let pool = new Uint16Array(POOL)
let used = 0

const seeWord = remember(({ plain, root }): Seen => {
  const letters = lettersOf(plain)
  if (used + letters.length > POOL) {
    pool = new Uint16Array(POOL)
    used = 0
  }
  const from = used
  pool.set(letters, from)
  used += letters.length
  return { plain: hashText(plain), root: hashText(root), pool, from, to: used }
})

/** Pieces of 3 to 5 letters of a word with its borders. */
function lettersOf(word: string): number[] {
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
  return made
}

/** The sum of a word's own weights in each of the first views; the last two see no single word. */
export function weighWord(
  { word }: Token,
  weights: readonly Int8Array[],
): [number, number, number] {
  const { plain, root, pool, from, to } = seeWord(word)
  const [words, letters, pairs] = weights
  let sum = 0
  for (let k = from; k < to; k += 1) sum += letters![pool[k]!]!
  return [words![fold(plain)]!, sum, pairs![fold(root)]!]
}

/** A set of features that is emptied by counting up, not by clearing. */
class FeatureSet {
  /** One byte a feature keeps the table in the processor's cache. */
  readonly #seen = new Uint8Array(SIZE)
  readonly found = new Uint16Array(SIZE)
  #round = 0
  count = 0

  start(): void {
    this.#round += 1
    if (this.#round > 255) {
      this.#seen.fill(0)
      this.#round = 1
    }
    this.count = 0
  }

  add(hash: number): void {
    this.addFeature((hash ^ (hash >>> BITS)) & MASK)
  }

  addFeature(id: number): void {
    if (this.#seen[id] === this.#round) return
    this.#seen[id] = this.#round
    this.found[this.count] = id
    this.count += 1
  }
}

const set = new FeatureSet()

/**
 * Shows the distinct features of each view in the order of VIEWS. `found` is used again for the next view:
 * only its first `count` values count, and only until `use` returns.
 */
export function eachView(
  tokens: readonly Token[],
  signs: Signs,
  use: (view: number, found: Uint16Array, count: number) => void,
): void {
  const kept = tokens.length > MAX_TOKENS ? tokens.slice(0, MAX_TOKENS) : tokens
  const seen = kept.map(({ word }) => seeWord(word))
  const show = (view: number): void => use(view, set.found, set.count)
  addWords(seen)
  show(0)
  addLetters(seen)
  show(1)
  addPairs(kept, seen)
  show(2)
  addSigns(kept, signs)
  show(3)
  addEdges(seen)
  show(4)
}

/** The features of a message, to keep. */
export function viewsOf(tokens: readonly Token[], signs: Signs): Views {
  const views: Uint16Array[] = []
  eachView(tokens, signs, (_, found, count) => views.push(found.slice(0, count)))
  return views
}

function addWords(seen: readonly Seen[]): void {
  set.start()
  let before = 1
  for (let i = 0; i < seen.length; i += 1) {
    const { plain } = seen[i]!
    set.add(plain)
    set.add(mix(before, plain))
    before = plain
  }
  set.add(mix(before, 2))
}

function addLetters(seen: readonly Seen[]): void {
  set.start()
  for (let i = 0; i < seen.length; i += 1) {
    const { pool, from, to } = seen[i]!
    for (let k = from; k < to; k += 1) set.addFeature(pool[k]!)
  }
}

function addPairs(tokens: readonly Token[], seen: readonly Seen[]): void {
  set.start()
  for (let i = 0; i < seen.length; i += 1) {
    const { root } = seen[i]!
    set.add(root)
    const end = Math.min(seen.length, i + PAIR_REACH + 1)
    for (let j = i + 1; j < end && tokens[j]!.gap !== 2; j += 1) {
      const other = seen[j]!.root
      set.add(root < other ? mix(root, other) : mix(other, root))
    }
  }
}

const OTHER = 0x2545f491
const HANDLE = 0x1b873593
const NUMBER = 0x38b34ae5

/** Signs in their order, two and three in a row, and those that occur together anywhere. */
function addSigns(tokens: readonly Token[], signs: Signs): void {
  set.start()
  let before = 0
  let earlier = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind } = tokens[i]!
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
}

function addEdges(seen: readonly Seen[]): void {
  set.start()
  const last = Math.max(0, seen.length - EDGE)
  for (let i = 0; i < seen.length && i < EDGE; i += 1) set.add(mix(seen[i]!.root, 77))
  for (let i = last; i < seen.length; i += 1) set.add(mix(seen[i]!.root, 99))
  set.add(mix(seen[0]?.plain ?? 0, 5))
}
