/** A word as it is written -> the words that are meant, each with its root. */
import { SLANG } from './lexicon/slang.ts'
import { makeWord, type Word } from './word.ts'
import { isRoot, rootOf, withoutClitic } from './words.ts'

export type Written = {
  /** Lower case and unstretched. */
  plain: string
  /** Two for "gabisa". */
  meant: Word[]
  isNumber: boolean
  isCapital: boolean
  capitals: number
}

/** Words of a stream repeat; a flood of invented ones empties the table instead of filling the memory. */
const MAX_KNOWN = 60_000
const LONGEST_KNOWN = 40
const MAX_TOKEN = 40
const known = new Map<string, Written>()

/** What a word says, whatever its letters and their case. */
export const readWord = (written: string): Written => known.get(written) ?? learn(written, written)

/** An account's name means nothing but itself. */
export const readHandle = (name: string): Written =>
  known.get(`@${name}`) ?? learn(`@${name}`, name)

/** Every word is learned anew when it comes next: what was found of it is no longer true. */
export const forgetWords = (): void => known.clear()

const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')

function learn(found: string, cut: string): Written {
  // A piece of a text keeps the whole text in memory; what is remembered must be a copy.
  const written = copyOf(cut)
  const key = found === cut ? written : copyOf(found)
  const plain = plainWord(written)
  const first = written.charCodeAt(0)
  const made = {
    plain,
    meant: key === written ? meantBy(plain) : [makeWord(plain, plain, plain)],
    isNumber: /^\p{N}+$/u.test(written),
    isCapital: first >= 65 && first <= 90,
    capitals: countCapitals(written),
  }
  if (written.length <= LONGEST_KNOWN) {
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(key, made)
  }
  return made
}

/** "jlnnya" -> jalan; "gabisa" -> tidak, bisa; "rusakmi" -> rusak. */
function meantBy(plain: string): Word[] {
  // Only the first word of "gabisa" carries the name, or it would be found twice as a place.
  return spell(plain)
    .split(' ')
    .map((text, i) => makeWord(text, i === 0 ? plain : text, rootOf(text)))
}

/** Lower case, without stretched letters and apostrophes, of a bounded length. */
function plainWord(written: string): string {
  let plain = (written.length > 200 ? written.slice(0, 200) : written).toLowerCase()
  // An abbreviation such as "pppk" has no vowel to stretch.
  if (isStretched(plain) && /[aeiou]/.test(plain)) plain = plain.replace(/(\p{L})\1\1+/gu, '$1')
  if (plain.includes("'") || plain.includes('’')) plain = plain.replace(/['’]/g, '')
  return plain.length > MAX_TOKEN ? plain.slice(0, MAX_TOKEN) : plain
}

/** Asked of every word: three of a kind in a row, as in "parahhh". */
function isStretched(word: string): boolean {
  for (let i = 2; i < word.length; i += 1) {
    const code = word.charCodeAt(i)
    if (code === word.charCodeAt(i - 1) && code === word.charCodeAt(i - 2)) return true
  }
  return false
}

function countCapitals(word: string): number {
  let count = 0
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i)
    if (code >= 65 && code <= 90) count += 1
  }
  return count
}

function spell(plain: string): string {
  const slang = SLANG.get(plain)
  if (slang !== undefined) return slang
  if (isRoot(plain)) return plain
  // "jalan2", "sama2nya": written reduplication.
  const twice = /^(\p{L}{3,})2(nya|an|ku)?$/u.exec(plain)
  if (twice?.[1]) return spell(twice[1])
  // "parahh", "dongg": a doubled last letter, when a known word is left ("shopee" stays).
  if (plain.length > 2 && plain.at(-1) === plain.at(-2)) {
    const single = plain.slice(0, -1)
    if (SLANG.has(single)) return spell(single)
    if (plain.length > 4 && (isRoot(single) || rootOf(single) !== single)) return spell(single)
  }
  const bare = withoutClitic(plain)
  if (bare !== plain) return SLANG.get(bare) ?? bare
  return LAUGHTER.test(plain) ? plain.slice(0, 4) : underSuffix(plain)
}

/** "wkwkwkw", "hahahah": however long, one word. */
const LAUGHTER = /^(?:(?:wk){3,}w?|(?:wk){2}w|(?:ha){3,}h?|(?:he){3,}h?)$/

/** "jlnnya": slang under a suffix; "pompane", "dalane": the Javanese one under a root or slang. */
function underSuffix(plain: string): string {
  if (plain.endsWith('nya')) return SLANG.get(plain.slice(0, -3)) ?? plain
  if (plain.length < 6 || !plain.endsWith('e')) return plain
  const slang = SLANG.get(plain.slice(0, -1))
  if (slang !== undefined || !plain.endsWith('ne')) return slang ?? plain
  const rest = plain.slice(0, -2)
  return SLANG.get(rest) ?? (isRoot(rest) ? rest : plain)
}
