/**
 * The first step of normalization: text as people and platforms write it becomes plain letters, with a
 * map back to where each letter stood, so that a reason can quote the original.
 */
import { EMOJI, type EmojiSign } from './lexicon/emoji.ts'
import { FOREIGN_LETTERS, SIGN_ALPHABETS, STYLED_LETTERS } from './lexicon/lookalikes.ts'

/** Longest input that is read; what follows says nothing new, and time stays bounded. */
const MAX_CHARS = 100_000

export type EmojiCounts = Readonly<Record<EmojiSign, number>>

export type Clean = {
  text: string
  /** Offset in the original of each char of `text`; null when they are the same. */
  map: Int32Array | null
  /** The original, cut at MAX_CHARS. */
  source: string
  emoji: EmojiCounts
}

export const NO_EMOJI: EmojiCounts = Object.freeze(noEmoji())

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  mdash: ' ',
  ndash: ' ',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
}

/** What is not taken as it stands. */
const SPECIAL = /[^\t\n\r\x20-\x25\x27-\x3b\x3d-\x7e]/g
// "&amp;nbsp;": a page that was escaped twice.
const ENTITY = /&(?:amp;){0,3}(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y
// Names are listed: "<NOMOR>" and "a < b" are not tags.
const TAG_NAMES =
  'a|b|i|u|p|s|br|em|hr|li|ol|ul|td|tr|th|div|img|span|font|code|strong|small|table|tbody|thead|' +
  'section|article|center|video|source|script|style|iframe|blockquote|figure|figcaption|h[1-6]'
const TAG = new RegExp(`<(?:/?(?:${TAG_NAMES})\\b[^<>]{0,500}|!--[^<>]{0,500})>`, 'iy')
const ESCAPED_TAG = new RegExp(
  `&(?:amp;)?lt;/?(?:${TAG_NAMES})\\b(?:[^<>&]|&(?:amp;)?quot;){0,300}&(?:amp;)?gt;`,
  'iy',
)
/** Control and format characters (bidi marks, zero widths), fillers and variation selectors. */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\ufffe\uffff]/u
const READABLE = /^[\p{L}\p{N}\s.,!?;:()'"‘’“”…/-]+$/u
const LATIN = /[A-Za-z]/

type Folding = {
  source: string
  parts: string[]
  length: number
  emoji: Record<EmojiSign, number> | null
}

/** Offsets of the text at hand; copied out when it is done. */
const offsets = new Int32Array(MAX_CHARS)

/** Decodes entities, drops tags and invisible characters, folds letters to their plain form (NFKD). */
export function clean(original: string): Clean {
  const source = original.length > MAX_CHARS ? original.slice(0, MAX_CHARS) : original
  const folding: Folding = { source, parts: [], length: 0, emoji: null }
  let from = 0
  for (let at = nextSpecial(source, 0); at >= 0; at = nextSpecial(source, from)) {
    copy(folding, from, at)
    const code = source.charCodeAt(at)
    if (code > 0x7e) from = addPoint(folding, source.codePointAt(at) ?? 0, at)
    else if (code === 0x26) from = addEntity(folding, at)
    else if (code === 0x3c) from = addTag(folding, at)
    else from = at + 1
  }
  if (from === 0) return { text: source, map: null, source, emoji: NO_EMOJI }
  copy(folding, from, source.length)
  const map = offsets.slice(0, folding.length)
  return { text: folding.parts.join(''), map, source, emoji: folding.emoji ?? NO_EMOJI }
}

function nextSpecial(source: string, from: number): number {
  SPECIAL.lastIndex = from
  return SPECIAL.test(source) ? SPECIAL.lastIndex - 1 : -1
}

function copy(folding: Folding, from: number, to: number): void {
  const room = Math.min(to - from, MAX_CHARS - folding.length)
  if (room <= 0) return
  folding.parts.push(folding.source.slice(from, from + room))
  for (let i = 0; i < room; i += 1) offsets[folding.length + i] = from + i
  folding.length += room
}

function add(folding: Folding, piece: string, at: number): void {
  if (piece === '' || folding.length + piece.length > MAX_CHARS) return
  folding.parts.push(piece)
  offsets.fill(at, folding.length, folding.length + piece.length)
  folding.length += piece.length
}

/** Adds what a character beyond ASCII stands for; answers where the next one begins. */
function addPoint(folding: Folding, point: number, at: number): number {
  const sign = EMOJI.get(point)
  if (sign !== undefined) {
    folding.emoji ??= noEmoji()
    folding.emoji[sign] += 1
    add(folding, ' ', at)
  } else {
    const twin = FOREIGN_LETTERS.get(point)
    add(folding, twin !== undefined && isBesideLatin(folding, at) ? twin : foldOf(point), at)
  }
  return at + (point > 0xffff ? 2 : 1)
}

/** "jаlan" with a Cyrillic "а": the letter before is Latin (or was made so), or the one after is. */
function isBesideLatin({ source, parts }: Folding, at: number): boolean {
  const before = parts.at(-1)?.at(-1) ?? ''
  return LATIN.test(before) || LATIN.test(source[at + 1] ?? '')
}

const folds = new Map<number, string>()
const MAX_FOLDS = 4000

function foldOf(point: number): string {
  const known = folds.get(point)
  if (known !== undefined) return known
  if (folds.size >= MAX_FOLDS) folds.clear()
  const made = fold(point)
  folds.set(point, made)
  return made
}

function fold(point: number): string {
  // A half of a pair alone is no character; it becomes a space.
  if (point >= 0xd800 && point <= 0xdfff) return ' '
  const styled = STYLED_LETTERS.get(point)
  if (styled !== undefined) return styled
  for (const first of SIGN_ALPHABETS) {
    if (point >= first && point < first + 26) return String.fromCharCode(97 + point - first)
  }
  const letter = String.fromCodePoint(point)
  if (INVISIBLE.test(letter)) return ''
  const folded = letter.normalize('NFKD').replace(/\p{M}/gu, '')
  return folded === '' || READABLE.test(folded) ? folded : ' '
}

function addEntity(folding: Folding, at: number): number {
  const { source } = folding
  ESCAPED_TAG.lastIndex = at
  const tag = ESCAPED_TAG.exec(source)
  ENTITY.lastIndex = at
  const found = tag ?? ENTITY.exec(source)
  if (!found) {
    add(folding, '&', at)
    return at + 1
  }
  const number = found[1] ? Number(found[1]) : found[2] ? parseInt(found[2], 16) : 0
  const named = found[3] ? ENTITIES[found[3].toLowerCase()] : undefined
  if (number > 0x7e && number <= 0x10ffff) addPoint(folding, number, at)
  else if (number > 0x20 && number <= 0x7e) add(folding, String.fromCharCode(number), at)
  else add(folding, named ?? ' ', at)
  return at + found[0].length
}

function addTag(folding: Folding, at: number): number {
  TAG.lastIndex = at
  const found = TAG.exec(folding.source)
  add(folding, found ? ' ' : '<', at)
  return at + (found ? found[0].length : 1)
}

/** Written out, because an object of listed fields is the fastest to read. */
function noEmoji(): Record<EmojiSign, number> {
  return {
    angry: 0,
    sad: 0,
    fear: 0,
    sick: 0,
    pray: 0,
    laugh: 0,
    mock: 0,
    heart: 0,
    clap: 0,
    fire: 0,
    flood: 0,
    trash: 0,
    road_work: 0,
    siren: 0,
    power: 0,
    notice: 0,
  }
}
