/**
 * Text -> tokens: lower case, unstretched, slang resolved, each with its root and its span in the
 * original. Everything that reads or compares text begins here.
 */
import { list } from './lexicon/list.ts'
import { clean, type Clean } from './clean.ts'
import { meantBy } from './spelling.ts'

export type Token = {
  /** Normalized: "jlnnya" -> "jalan", "gabisa" -> two tokens "tidak", "bisa". */
  text: string
  /** Lower case and unstretched only: what a name is looked up by. */
  plain: string
  root: string
  /** UTF-16 span in the message's text, or in its title. */
  start: number
  end: number
  inTitle: boolean
  /** What stands before it: 0 a space, 1 a comma, 2 the end of a sentence. */
  gap: 0 | 1 | 2
  isCapital: boolean
  kind: 'word' | 'number' | 'handle' | 'tag'
}

export type Normalized = {
  tokens: Token[]
  source: string
  title: string
  urls: number
  hashtags: number
  /** Counts of sentence ends by their mark. */
  questions: number
  exclamations: number
  /** Share of letters that are capitals, 0..1. */
  capitals: number
}

const MAX_TOKEN = 40
/** A link, a handle, a hashtag, a word or number, or a mark that separates. */
const SCAN = new RegExp(
  [
    String.raw`https?:\/\/\S+|www\.\S+`,
    String.raw`@[A-Za-z0-9_.]+|#[\p{L}\p{N}_]+`,
    String.raw`[\p{L}\p{N}]+(?:['’][\p{L}]+)*`,
    String.raw`[.!?\n;:,()…|"“”]`,
  ].join('|'),
  'gu',
)
const LETTER = /\p{L}/u
const ABBREVIATIONS = new Set(
  list(`
    jl, jln, jend, dr, ir, prof, hj, h, st, kh, sdr, kel, kec, kab, prov, no, nmr, gg, lrg,
    komp, perum, rt, rw, ds, dsn, kp, blok, bpk, tgl, km
  `),
)

/** Reads a title and a text (either may be empty) into one list of tokens. */
export function normalize(text: string, title = ''): Normalized {
  const result: Normalized = {
    tokens: [],
    source: '',
    title: '',
    urls: 0,
    hashtags: 0,
    questions: 0,
    exclamations: 0,
    capitals: 0,
  }
  // Feeds repeat the title as the first words of the text.
  if (title !== '' && !text.startsWith(title)) result.title = scan(clean(title), true, result)
  result.source = scan(clean(text), false, result)
  return result
}

/** The words of a token range as they stood in the original. */
export function quote(normalized: Normalized, from: number, to: number): string {
  const first = normalized.tokens[from]
  const last = normalized.tokens[to]
  if (!first || !last) return ''
  return (first.inTitle ? normalized.title : normalized.source).slice(first.start, last.end)
}

function scan(cleaned: Clean, inTitle: boolean, into: Normalized): string {
  let gap: Token['gap'] = 2
  let letters = 0
  let capitals = 0
  for (const match of cleaned.text.matchAll(SCAN)) {
    const piece = match[0]
    const at = match.index
    const first = piece.charCodeAt(0)
    if (!LETTER.test(piece) && !(first >= 48 && first <= 57)) {
      // The point of "Jl. Saranani" ends no sentence.
      const before = into.tokens.at(-1)
      const isAbbreviation =
        piece === '.' &&
        before !== undefined &&
        (/^[a-z]$/.test(before.plain) || ABBREVIATIONS.has(before.plain))
      if (!isAbbreviation) gap = widen(gap, piece, into)
      continue
    }
    if (first !== 64 && first !== 35 && isUrl(piece)) {
      into.urls += 1
      gap = gap === 2 ? 2 : 1
      continue
    }
    for (const [word, offset, kind] of split(piece, into)) {
      if (kind !== 'number') letters += word.length
      capitals += countCapitals(word)
      addToken(into.tokens, { word, at: at + offset, cleaned, inTitle, gap, kind })
      gap = 0
    }
  }
  if (letters > 0) into.capitals = Math.max(into.capitals, capitals / letters)
  return cleaned.source
}

function widen(gap: Token['gap'], mark: string, into: Normalized): Token['gap'] {
  if (mark === '?') into.questions += 1
  if (mark === '!') into.exclamations += 1
  return '.!?\n…;|'.includes(mark) ? 2 : gap === 2 ? 2 : 1
}

function isUrl(piece: string): boolean {
  return piece.startsWith('http://') || piece.startsWith('https://') || piece.startsWith('www.')
}

function countCapitals(word: string): number {
  let count = 0
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i)
    if (code >= 65 && code <= 90) count += 1
  }
  return count
}

/** "#JalanRusak_Kendari" -> Jalan, Rusak, Kendari; a handle and a word stay whole. */
function split(piece: string, into: Normalized): [string, number, Token['kind']][] {
  if (piece.startsWith('@')) return [[piece.slice(1), 1, 'handle']]
  if (!piece.startsWith('#')) return [[piece, 0, /^\p{N}+$/u.test(piece) ? 'number' : 'word']]
  into.hashtags += 1
  const parts: [string, number, Token['kind']][] = []
  for (const part of piece.slice(0, 140).matchAll(/[A-Z]+(?![a-z])|[A-Z]?[^A-Z_#\d]+|\d+/g)) {
    parts.push([part[0], part.index, 'tag'])
  }
  return parts
}

type Piece = {
  word: string
  at: number
  cleaned: Clean
  inTitle: boolean
  gap: Token['gap']
  kind: Token['kind']
}

function addToken(tokens: Token[], piece: Piece): void {
  const { word, at, cleaned, inTitle, gap, kind } = piece
  const plain = plainWord(word)
  if (plain === '') return
  const { map } = cleaned
  const start = map ? (map[at] ?? 0) : at
  const last = at + word.length - 1
  const end = map ? endOf(cleaned.source, map[last] ?? start) : last + 1
  const code = word.charCodeAt(0)
  const isCapital = code >= 65 && code <= 90
  const meant = kind === 'handle' ? [{ text: plain, root: plain }] : meantBy(plain)
  for (const [i, { text, root }] of meant.entries()) {
    const isFirst = i === 0
    // Only the first word of "gabisa" carries the name, or it would be found twice as a place.
    tokens.push({
      text,
      plain: isFirst ? plain : text,
      root,
      start,
      end,
      inTitle,
      gap: isFirst ? gap : 0,
      isCapital,
      kind,
    })
  }
}

/** The end of the character that begins at `at`: two units for a pair. */
function endOf(source: string, at: number): number {
  const code = source.charCodeAt(at)
  if (code === 0x26) {
    const semicolon = source.indexOf(';', at)
    if (semicolon > at && semicolon - at <= 10) return semicolon + 1
  }
  return at + (code >= 0xd800 && code <= 0xdbff && at + 1 < source.length ? 2 : 1)
}

function plainWord(word: string): string {
  let plain = (word.length > 200 ? word.slice(0, 200) : word).toLowerCase()
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
