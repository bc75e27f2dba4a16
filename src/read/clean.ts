/**
 * The first step of normalization: text as people and platforms write it becomes plain letters, with a
 * map back to where each letter stood, so that a reason can quote the original.
 */

/** Longest input that is read; what follows says nothing new, and time stays bounded. */
const MAX_CHARS = 100_000
/** One character becomes at most so many letters (U+FDFA, an Arabic formula). */
const LONGEST_FOLD = 18

export type Clean = {
  text: string
  /** Offset in the original of each char of `text`; null when they are the same. */
  map: Int32Array | null
  /** The original, cut at MAX_CHARS. */
  source: string
}

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

const PLAIN = /^[\t\n\r\x20-\x25\x27-\x3b\x3d-\x7e]*$/
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y
// Names are listed: "<NOMOR>" and "a < b" are not tags.
const TAG_NAMES =
  'a|b|i|u|p|br|em|hr|li|ol|ul|td|tr|th|div|img|span|font|code|strong|table|tbody|' +
  'script|style|iframe|blockquote|figure|h[1-6]'
const TAG = new RegExp(`<(?:/?(?:${TAG_NAMES})\\b[^<>]{0,500}|!--[^<>]{0,500})>`, 'iy')
/** Control and format characters (bidi marks, zero widths), fillers and variation selectors. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\ufe00-\ufe0f\ufffe\uffff]/u

/** Decodes entities, drops tags and invisible characters, folds letters to their plain form (NFKD). */
export function clean(original: string): Clean {
  const source = original.length > MAX_CHARS ? original.slice(0, MAX_CHARS) : original
  if (PLAIN.test(source)) return { text: source, map: null, source }
  const parts: string[] = []
  const map = new Int32Array(Math.min(MAX_CHARS, source.length * LONGEST_FOLD))
  let length = 0
  const add = (piece: string, at: number): void => {
    if (length + piece.length > map.length) return
    parts.push(piece)
    for (let i = 0; i < piece.length; i += 1) map[length + i] = at
    length += piece.length
  }
  for (let at = 0; at < source.length;) {
    const code = source.charCodeAt(at)
    if (code > 0x7e) at = addFolded(source, at, add)
    else if (code === 0x26) at = addEntity(source, at, add)
    else if (code === 0x3c) at = addTag(source, at, add)
    else {
      if (code >= 0x20 || code === 0x0a || code === 0x09 || code === 0x0d) add(source[at] ?? '', at)
      at += 1
    }
  }
  return { text: parts.join(''), map: map.slice(0, length), source }
}

type Add = (piece: string, at: number) => void

function addFolded(source: string, at: number, add: Add): number {
  const point = source.codePointAt(at) ?? 0
  const letter = String.fromCodePoint(point)
  // A half of a pair alone is no character; it becomes a space.
  if (point >= 0xd800 && point <= 0xdfff) add(' ', at)
  else if (!INVISIBLE.test(letter)) {
    const folded = letter.normalize('NFKD').replace(/\p{M}/gu, '')
    if (folded !== '') add(/^[\p{L}\p{N}\s.,!?;:()'"‘’“”…/-]+$/u.test(folded) ? folded : ' ', at)
  }
  return at + letter.length
}

function addEntity(source: string, at: number, add: Add): number {
  ENTITY.lastIndex = at
  const found = ENTITY.exec(source)
  if (!found) {
    add('&', at)
    return at + 1
  }
  const number = found[1] ? Number(found[1]) : found[2] ? parseInt(found[2], 16) : 0
  const named = found[3] ? ENTITIES[found[3].toLowerCase()] : undefined
  if (number > 0 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff)) {
    const folded = String.fromCodePoint(number).normalize('NFKD').replace(/\p{M}/gu, '')
    if (/^\s$/.test(folded)) add(' ', at)
    else if (!INVISIBLE.test(folded)) add(folded, at)
  } else add(named ?? ' ', at)
  return at + found[0].length
}

function addTag(source: string, at: number, add: Add): number {
  TAG.lastIndex = at
  const found = TAG.exec(source)
  add(found ? ' ' : '<', at)
  return at + (found ? found[0].length : 1)
}
