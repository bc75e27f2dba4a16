/**
 * What a message looks like to the eye that compares: its words without greetings and function words, its
 * names and house numbers, and a hash by which an exact copy is known again. Words are kept as hashed
 * numbers, so that tens of thousands of fingerprints stay in memory. Pure.
 */
import { hash as digest } from 'node:crypto'
import { normalize, type Token } from '../read/normalize.ts'
import { findMarks, isHouse } from './fingerprint-marks.ts'
import { findPlaces, isContent, seeWord, type PlaceField } from './fingerprint-place.ts'
import { hashWord, mixHashes, sortedSet } from './hash-set.ts'
import { isThing, thingsOf } from './object-words.ts'

/** Sets of hashed words in ascending order. */
export type Fingerprint = {
  /** Content words of the text, by their roots. */
  words: Uint32Array
  /** Those of them that do not say where. */
  what: Uint32Array
  /** Names in the text that are not of the address: persons, firms, things. */
  subjects: Uint32Array
  /** Names of text and address: words that no dictionary has. */
  names: Uint32Array
  /** What streets, lanes and estates are called. */
  streets: Uint32Array
  /** On which side of the town they lie. */
  sides: Uint32Array
  /** What stands there or near it. */
  spots: Uint32Array
  /** Numbers of houses, lanes, RT, RW and blocks with their kind: see fingerprint-marks.ts. */
  marks: Uint32Array
  /** All numbers of the text: days, hours, amounts. */
  counts: Uint32Array
  /** Words of the place that the reader found in the text, without names of kelurahan and kecamatan. */
  located: Uint32Array
  /** Content words of the address that stands beside the text. */
  address: Uint32Array
  /** The things that it speaks of: see object-words.ts. */
  things: Uint32Array
  /** The first of them. */
  first: Uint32Array
  /** Words of what it says it is not about. */
  denied: Uint32Array
  /** It is about the writer's own house, meter or papers, not about what all share. */
  isOwn: boolean
  /** It says that something came back. */
  isAgain: boolean
  /** Three words in a row, manners and all: a copy keeps them. */
  shingles: Uint32Array
  /** Those of them that say more than where it is. */
  tellings: Uint32Array
  /** Of the normalized text. */
  hash: Buffer
  /** Long enough to be known again by its hash: "mati lampu" is said by many people of many places. */
  isDistinct: boolean
  /** Content words of text and address in their order, and "#12" for a house of the address: what is embedded. */
  stream: string[]
}

/** Longest text that is compared: each one is held against dozens of others. */
const MAX_CHARS = 10_000
const MAX_PLACE_CHARS = 500
const DISTINCT_WORDS = 5
/** The first words say what it is about; all of a pamphlet would only cost memory. */
const MOST_WORDS = 600
/** A list of fifty houses is compared by the first of them. */
const MOST_MARKS = 24
const NOTHING = new Uint32Array(0)

/** Words, and the text that their spans are of. */
export type Wording = { tokens: Token[]; source: string }

/** The words of a text and of the address beside it, as everything that compares sees them. */
export function wordsOf(text: string, address: string): { told: Wording; beside: Wording } {
  const { tokens, source } = normalize(text.slice(0, MAX_CHARS))
  return {
    told: { tokens: withoutRepostMark(tokens.filter(({ kind }) => kind !== 'handle')), source },
    beside: address === '' ? { tokens: [], source: '' } : normalize(address.slice(0, MAX_CHARS)),
  }
}

/** Makes the fingerprint of a text, of the address beside it, and of the words that say where. */
export function fingerprint(text: string, address = '', place = ''): Fingerprint {
  const words = wordsOf(text, address)
  const told = words.told.tokens
  const { meant, denied } = withoutContrast(told)
  const beside = words.beside.tokens
  const found: Record<PlaceField, number[]> = { names: [], streets: [], spots: [], sides: [] }
  const marks: number[] = []
  const addWord = (field: PlaceField, hash: number) => found[field].push(hash)
  const addMark = (mark: number) => marks.push(mark)
  const houses: string[] = []
  findPlaces(meant, false, addWord)
  findMarks(meant, false, addMark)
  const named = found.names.slice()
  findPlaces(beside, true, addWord)
  findMarks(beside, true, (mark, _, to) => {
    addMark(mark)
    if (isHouse(mark)) houses.push(`#${beside[to]!.plain.replace(/^0+(?=.)/, '')}`)
  })
  const said = beside.filter(isContent).map(spellingOf)
  const where = new Set([...found.names, ...found.streets, ...found.spots, ...found.sides])
  for (const hash of said) where.add(hash)
  const no = new Set(denied.map(spellingOf))
  const located = locatedAt(place).filter((hash) => !no.has(hash))
  for (const hash of located) if (!isThing(hash)) where.add(hash)
  const first = meant.filter(isContent).slice(0, MOST_WORDS)
  const saysWhat = (token: Token): boolean => {
    if (!isContent(token)) return false
    const { spelling, isArea } = seeWord(token.word)
    return !where.has(spelling) && !isArea
  }
  const normalized = told.map((token) => token.text)
  const notSubjects = new Set([...said, ...found.streets])
  return {
    words: sortedSet(first.map(hashOf)),
    what: sortedSet(first.filter(saysWhat).map(hashOf)),
    subjects: sortedSet(named.filter((hash) => !notSubjects.has(hash))),
    names: sortedSet(found.names),
    streets: sortedSet(found.streets),
    sides: sortedSet(found.sides),
    spots: sortedSet(found.spots),
    marks: sortedSet(marks.slice(0, MOST_MARKS)),
    counts: countsOf(told),
    located,
    address: sortedSet(said),
    ...thingsOf(meant.map(hashOf)),
    denied: sortedSet(denied.filter(isContent).map(hashOf)),
    isOwn: isOwn(told),
    isAgain: told.some(({ text }) => AGAIN.has(text)),
    ...shinglesOf(told, saysWhat),
    hash: digest('sha256', normalized.join(' '), 'buffer'),
    isDistinct: normalized.length >= DISTINCT_WORDS,
    stream: [...rootsOf(told), ...rootsOf(beside), ...houses],
  }
}

const hashOf = ({ word }: Token): number => seeWord(word).hash
const spellingOf = ({ word }: Token): number => seeWord(word).spelling

const rootsOf = (tokens: readonly Token[]): string[] =>
  tokens.filter(isContent).map(({ root }) => root)

/** `place`: phrases joined by " | "; what follows "arah" in one is not where it is. */
function locatedAt(place: string): Uint32Array {
  if (place === '') return NOTHING
  const hashes: number[] = []
  for (const phrase of place.slice(0, MAX_PLACE_CHARS).split('|')) {
    const { tokens } = normalize(phrase)
    const end = tokens.findIndex(({ word }) => seeWord(word).isTowards)
    for (const token of end < 0 ? tokens : tokens.slice(0, end)) {
      const { spelling, isArea } = seeWord(token.word)
      if (isContent(token) && !isArea) hashes.push(spelling)
    }
  }
  return sortedSet(hashes)
}

function countsOf(tokens: readonly Token[]): Uint32Array {
  const numbers = tokens.filter(({ kind }) => kind === 'number').slice(0, MOST_MARKS)
  return sortedSet(numbers.map(({ plain }) => hashWord(plain)))
}

const AGAIN = new Set(['lagi', 'kembali', 'terulang', 'berulang', 'kambuh'])
const SELF = new Set(['saya', 'sa', 'aku', 'sendiri'])
const OWN = new Set('rumah meteran rekening tagihan nik nama ktp kk akta anak'.split(' '))

/** "rumah saya", "tagihan saya": with nothing but one word between. */
function isOwn(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, i) =>
      OWN.has(text) && tokens.slice(i + 1, i + 3).some((next) => SELF.has(next.text)),
  )
}

/** So many words after one of these are of what a message is not about: "selain lubang", "seperti Purirano". */
const CONTRAST = new Map([
  ['selain', 4],
  ['bukan', 4],
  ['sementara', 4],
  ['seperti', 2],
  ['kayak', 2],
  ['macam', 2],
  ['ibarat', 2],
])
const ONLY = new Set(['cuma', 'hanya', 'sekadar'])

/** Parts what a message is about from what it says it is not: "bukan yang dekat jembatan", "jangan cuma ...". */
function withoutContrast(tokens: readonly Token[]): { meant: Token[]; denied: Token[] } {
  const meant: Token[] = []
  const denied: Token[] = []
  let left = 0
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1]?.text ?? ''
    if (token.gap > 0) left = 0
    const words = CONTRAST.get(token.text) ?? (token.text === 'jangan' && ONLY.has(next) ? 4 : 0)
    if (words > 0) left = words + (ONLY.has(next) ? 1 : 0)
    else if (left > 0) {
      left -= 1
      denied.push(token)
      continue
    }
    meant.push(token)
  }
  return { meant, denied }
}

/** "RT @somebody: ..." repeats a post; the mark is no part of what is told. */
function withoutRepostMark(tokens: Token[]): Token[] {
  return tokens[0]?.plain === 'rt' && tokens[1]?.kind !== 'number' ? tokens.slice(1) : tokens
}

function shinglesOf(tokens: readonly Token[], saysWhat: (token: Token) => boolean) {
  const first = tokens.slice(0, MOST_WORDS)
  const hashes = first.map(({ word }) => seeWord(word).textHash)
  const isTold = first.map(saysWhat)
  const all: number[] = []
  const telling: number[] = []
  for (let i = 2; i < hashes.length; i += 1) {
    const shingle = mixHashes(mixHashes(hashes[i - 2]!, hashes[i - 1]!), hashes[i]!)
    all.push(shingle)
    if (isTold[i - 2] || isTold[i - 1] || isTold[i]) telling.push(shingle)
  }
  return { shingles: sortedSet(all), tellings: sortedSet(telling) }
}
