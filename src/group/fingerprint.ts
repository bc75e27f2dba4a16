/**
 * What a message looks like to the eye that compares: its words without greetings and function words, its
 * names and house numbers, and a hash by which an exact copy is known again. Pure.
 */
import { createHash } from 'node:crypto'
import { normalize, type Token } from '../read/normalize.ts'
import { isKnown } from '../read/words.ts'
import { COMMON_WORDS } from './common-words.ts'

export type Fingerprint = {
  /** Content words by their roots, with how much each says. */
  words: Map<string, number>
  /** Words in a row, for what is copied. */
  shingles: Set<string>
  /** Names: words that no dictionary has. */
  names: Set<string>
  /** Numbers of houses, blocks, RT and RW, as "no 12", "rt 3". */
  numbers: Set<string>
  /** Of the normalized text. */
  hash: Buffer
  /** Long enough to be known again by its hash: "mati lampu" is said by many people of many places. */
  isDistinct: boolean
  /** The words right after "jalan", "gang", "depan": what the place is called, dictionary word or not. */
  spots: Set<string>
  /** Words of the address that stands beside the text. */
  address: Set<string>
  /** Content words of the text in their order: what is embedded. */
  stream: string[]
}

/** Longest text that is compared: each one is held against dozens of others. */
const MAX_CHARS = 10_000
const NAME_WEIGHT = 2.2
const NUMBER_WEIGHT = 1.2
const DISTINCT_WORDS = 5
const SHINGLE = 3
const NUMBERED = new Map([
  ['nomor', 'no'],
  ['no', 'no'],
  ['blok', 'no'],
  ['gang', 'gang'],
  ['lorong', 'gang'],
  ['rt', 'rt'],
  ['rw', 'rw'],
  ['km', 'km'],
])

/** Makes the fingerprint of a text and, if given, the address that stands beside it. */
export function fingerprint(text: string, address = ''): Fingerprint {
  const { tokens } = normalize(text.slice(0, MAX_CHARS))
  const told = withoutRepostMark(tokens.filter((token) => token.kind !== 'handle'))
  const beside = normalize(address.slice(0, MAX_CHARS)).tokens
  const all = [...told, ...beside]
  const normalized = told.map((token) => token.text)
  const stream = told.filter(isContent).map((token) => token.root)
  return {
    words: weighWords(all),
    shingles: shinglesOf(normalized),
    names: new Set(all.filter(isName).map((token) => token.root)),
    numbers: new Set([...numbersOf(told, false), ...numbersOf(beside, true)]),
    spots: new Set([...spotsOf(told), ...spotsOf(beside)]),
    address: new Set(beside.filter(isContent).map((token) => token.root)),
    hash: hashOf(normalized),
    isDistinct: normalized.length >= DISTINCT_WORDS,
    stream,
  }
}

/** "RT @somebody: ..." repeats a post; the mark is no part of what is told. */
function withoutRepostMark(tokens: Token[]): Token[] {
  return tokens[0]?.plain === 'rt' && tokens[1]?.kind !== 'number' ? tokens.slice(1) : tokens
}

const hashOf = (words: string[]): Buffer => createHash('sha256').update(words.join(' ')).digest()

const isContent = (token: Token): boolean =>
  token.kind !== 'number' &&
  token.root.length > 1 &&
  !COMMON_WORDS.has(token.text) &&
  !COMMON_WORDS.has(token.root)

const isName = (token: Token): boolean =>
  token.kind === 'word' &&
  token.root.length > 3 &&
  isContent(token) &&
  !isKnown(token.root) &&
  !isKnown(token.text)

function weighWords(tokens: Token[]): Map<string, number> {
  const words = new Map<string, number>()
  for (const token of tokens) {
    if (token.kind === 'number') words.set(token.plain, NUMBER_WEIGHT)
    else if (isContent(token)) words.set(token.root, isName(token) ? NAME_WEIGHT : 1)
  }
  return words
}

/** Of all words, manners and all: a copy keeps them. */
function shinglesOf(words: string[]): Set<string> {
  const shingles = new Set<string>()
  for (let i = 0; i + SHINGLE <= words.length; i += 1) {
    shingles.add(words.slice(i, i + SHINGLE).join(' '))
  }
  return shingles
}

const SPOT_MARKS = new Set(
  `titik blok jalan lorong gang kompleks perumahan perum btn desa dusun kampung simpang
   perempatan pertigaan bundaran jembatan pasar depan samping belakang dekat sekolah masjid`.split(
    /\s+/,
  ),
)
const SPOT_WORDS = 2

function spotsOf(tokens: Token[]): string[] {
  const spots: string[] = []
  for (const [i, token] of tokens.entries()) {
    if (!SPOT_MARKS.has(token.text)) continue
    for (const next of tokens.slice(i + 1, i + 1 + SPOT_WORDS)) {
      if (next.gap > 0 || COMMON_WORDS.has(next.text) || next.kind === 'number') break
      spots.push(next.root)
    }
  }
  return spots
}

const ROMAN = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].map((word, i) => [
    word,
    i + 1,
  ]),
)
/** A number after one of these counts days, hours or things, not houses. */
const COUNTED = new Set(
  'jam pukul tanggal tgl sudah selama sekitar kurang lebih ada total hari bulan tahun ke'.split(
    ' ',
  ),
)

/** In an address every number counts; in a text one that "no" announces, or that follows a name. */
function numbersOf(tokens: Token[], isAddress: boolean): Set<string> {
  const numbers = new Set<string>()
  let last = -2
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]
    const number = numberOf(token, before, isAddress)
    if (number === null) continue
    const mark = NUMBERED.get(before?.text ?? '')
    const isNext = token.gap < 2 && before !== undefined
    // "Melati 4/55": the second number belongs to the first.
    const followsName = isNext && (last === i - 1 || (isName(before) && !COUNTED.has(before.text)))
    if (mark === undefined && !isAddress && !followsName) continue
    numbers.add(`${mark === 'rt' || mark === 'rw' ? mark : 'no'} ${number}`)
    last = i
  }
  return numbers
}

function numberOf(token: Token, before: Token | undefined, isAddress: boolean): number | null {
  const digits = /^(\d{1,4})[a-z]?$/.exec(token.plain)?.[1]
  if (digits !== undefined) return Number(digits)
  const roman = ROMAN.get(token.plain)
  const isAfterName = before !== undefined && token.gap < 2 && (isAddress || isName(before))
  return roman !== undefined && isAfterName ? roman : null
}
