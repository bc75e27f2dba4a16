/**
 * Text -> tokens: lower case, unstretched, slang resolved, each with its root and its span in the
 * original. Everything that reads or compares text begins here.
 */
import { list } from './lexicon/list.ts'
import { clean, NO_EMOJI, type Clean, type EmojiCounts } from './clean.ts'
import { EMOJI_SIGNS } from './lexicon/emoji.ts'
import { cutHashtag } from './hashtags.ts'
import { nextPiece, type Piece } from './scan.ts'
import { readHandle, readWord } from './spelling.ts'
import { remember, type Word } from './word.ts'

export type Token = {
  word: Word
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
  /** How often a picture of each sort stands in the text or title. */
  emoji: EmojiCounts
}

const ABBREVIATIONS = new Set(
  list(`
    jl, jln, jend, dr, ir, prof, hj, h, st, kh, sdr, kel, kec, kab, prov, no, nmr, gg, lrg,
    komp, perum, rt, rw, ds, dsn, kp, blok, bpk, tgl, km
  `),
)
const TAG_PARTS = /[A-Z]+(?![a-z])|[A-Z]?[^A-Z_#\d]+|\d+/g
const LONGEST_TAG = 140
/** A letter has hundreds of words; what comes after so many says nothing new, and unknown ones cost time. */
const MOST_TOKENS = 4000

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
    emoji: NO_EMOJI,
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

type Scan = {
  cleaned: Clean
  inTitle: boolean
  into: Normalized
  gap: Token['gap']
  letters: number
  capitals: number
}

function scan(cleaned: Clean, inTitle: boolean, into: Normalized): string {
  const state: Scan = { cleaned, inTitle, into, gap: 2, letters: 0, capitals: 0 }
  const piece: Piece = { kind: 'mark', at: 0, end: 0 }
  while (into.tokens.length < MOST_TOKENS && nextPiece(cleaned.text, piece.end, piece)) {
    const { kind, at, end } = piece
    if (kind === 'word') addWord(state, at, end, 'word')
    else if (kind === 'mark') addMark(state, cleaned.text[at] ?? '')
    else if (kind === 'handle') addHandle(state, at + 1, end)
    else if (kind === 'tag') addTag(state, at, end)
    else {
      into.urls += 1
      if (state.gap === 0) state.gap = 1
    }
  }
  if (state.letters > 0) into.capitals = Math.max(into.capitals, state.capitals / state.letters)
  into.emoji = addEmoji(into.emoji, cleaned.emoji)
  return cleaned.source
}

function addMark(state: Scan, mark: string): void {
  if (mark === '?') state.into.questions += 1
  else if (mark === '!') state.into.exclamations += 1
  else if (mark === '.') {
    // The point of "Jl. Saranani" ends no sentence.
    const before = state.into.tokens.at(-1)
    if (before && asShort(before.word).is) return
  }
  if (isEnd(mark)) state.gap = 2
  else if (state.gap === 0) state.gap = 1
}

const asShort = remember(({ plain }) => ({
  is: /^[a-z]$/.test(plain) || ABBREVIATIONS.has(plain),
}))

const isEnd = (mark: string): boolean => '.!?\n…;|'.includes(mark)

/** "#JalanRusak_Kendari" and "#jalanrusak" -> their words, each with its own span. */
function addTag(state: Scan, at: number, end: number): void {
  state.into.hashtags += 1
  const tag = state.cleaned.text.slice(at, Math.min(end, at + LONGEST_TAG))
  for (const part of tag.matchAll(TAG_PARTS)) {
    let from = at + part.index
    for (const word of cutHashtag(part[0].toLowerCase())) {
      addWord(state, from, from + word.length, 'tag')
      from += word.length
    }
  }
}

function addHandle(state: Scan, at: number, end: number): void {
  const { plain, meant, capitals, isCapital } = readHandle(state.cleaned.text.slice(at, end))
  state.letters += end - at
  state.capitals += capitals
  if (plain !== '') push(state, meant[0]!, { at, end }, { isCapital, kind: 'handle' })
}

function addWord(state: Scan, at: number, end: number, kind: 'word' | 'tag'): void {
  const { plain, meant, isNumber, isCapital, capitals } = readWord(
    state.cleaned.text.slice(at, end),
  )
  if (!isNumber) state.letters += end - at
  state.capitals += capitals
  if (plain === '') return
  const sort = kind === 'word' && isNumber ? 'number' : kind
  for (let i = 0; i < meant.length; i += 1) {
    push(state, meant[i]!, { at, end }, { isCapital, kind: sort })
  }
}

function push(
  state: Scan,
  word: Word,
  { at, end }: { at: number; end: number },
  { isCapital, kind }: Pick<Token, 'isCapital' | 'kind'>,
): void {
  const { cleaned, inTitle, gap } = state
  const { map, source } = cleaned
  const start = map ? map[at]! : at
  state.into.tokens.push({
    word,
    text: word.text,
    plain: word.plain,
    root: word.root,
    start,
    end: map ? endOf(source, map[end - 1]!) : end,
    inTitle,
    gap,
    isCapital,
    kind,
  })
  state.gap = 0
}

/** The end of the character that begins at `at`: two units for a pair. */
function endOf(source: string, at: number): number {
  const code = source.charCodeAt(at)
  if (code === 0x26) {
    const semicolon = source.slice(at, at + 11).indexOf(';')
    if (semicolon > 0) return at + semicolon + 1
  }
  return at + (code >= 0xd800 && code <= 0xdbff && at + 1 < source.length ? 2 : 1)
}

function addEmoji(a: EmojiCounts, b: EmojiCounts): EmojiCounts {
  if (b === NO_EMOJI) return a
  if (a === NO_EMOJI) return b
  const sum = { ...a }
  for (const sign of EMOJI_SIGNS) sum[sign] = a[sign] + b[sign]
  return sum
}
