/** Cleaned text -> the pieces that stand in it, one after the other, each char looked at once. */

export type PieceKind = 'word' | 'url' | 'handle' | 'tag' | 'mark'
export type Piece = { kind: PieceKind; at: number; end: number }

const NOTHING = 1
const WORD = 2
const MARK = 3
const MARKS = new Set('.!?\n;:,()…|"“”')
const WORD_CHAR = /[\p{L}\p{N}]/u
/** The class of each UTF-16 unit, found out when it is first met; 0 is not known yet. */
const classes = new Uint8Array(65_536)

/** "contoh.go.id/berita" without "https://": only well-known ends, or "rusak.tolong" would be one. */
const BARE_URL =
  /[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,4}?\.(?:com|net|org|info|id|xyz|(?:ly|me|co|gl|be|gd)(?=\/))(?![\p{L}\p{N}-])(?:\/\S*)?/iuy

/** Puts the next piece at or after `from` into `piece`; false at the end of the text. */
export function nextPiece(text: string, from: number, piece: Piece): boolean {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const sort = classOf(text, at, code)
    if (sort === WORD) return takeWord(text, at, piece)
    if (sort === MARK) return take(piece, 'mark', at, at + 1)
    if (code === 64 || code === 35) {
      const end = code === 64 ? handleEnd(text, at + 1) : tagEnd(text, at + 1)
      if (end > at + 1) return take(piece, code === 64 ? 'handle' : 'tag', at, end)
    }
  }
  return false
}

function take(piece: Piece, kind: PieceKind, at: number, end: number): true {
  piece.kind = kind
  piece.at = at
  piece.end = end
  return true
}

function takeWord(text: string, at: number, piece: Piece): true {
  const code = text.charCodeAt(at) | 0x20
  if ((code === 104 || code === 119) && /^(?:https?:\/\/|www\.)\S/i.test(text.slice(at, at + 9))) {
    return take(piece, 'url', at, spaceAfter(text, at))
  }
  const end = wordEnd(text, at)
  if (text.charCodeAt(end) === 46 && classOf(text, end + 1, text.charCodeAt(end + 1)) === WORD) {
    BARE_URL.lastIndex = at
    if (BARE_URL.test(text)) return take(piece, 'url', at, BARE_URL.lastIndex)
  }
  return take(piece, 'word', at, end)
}

function classOf(text: string, at: number, code: number): number {
  const known = classes[code] ?? NOTHING
  if (known !== 0) return known
  // Half of a pair says nothing alone.
  if (code >= 0xd800 && code <= 0xdfff) {
    const isWord = code <= 0xdbff && WORD_CHAR.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
    return isWord ? WORD : NOTHING
  }
  const letter = String.fromCharCode(code)
  return (classes[code] = WORD_CHAR.test(letter) ? WORD : MARKS.has(letter) ? MARK : NOTHING)
}

/** Letters and numbers; an apostrophe between two letters belongs to the word. */
function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    // Nearly always.
    if (classes[code] === WORD) at += 1
    else if (classOf(text, at, code) === WORD) at += code >= 0xd800 && code <= 0xdbff ? 2 : 1
    else if ((code === 39 || code === 0x2019) && isWordAt(text, at + 1)) at += 1
    else break
  }
  return at
}

const isWordAt = (text: string, at: number): boolean =>
  at < text.length && classOf(text, at, text.charCodeAt(at)) === WORD

/** ASCII letters, digits, "_" and "."; a point at the end is the sentence's. */
function handleEnd(text: string, from: number): number {
  let end = from
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const lower = code | 0x20
    if ((lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || code === 95) end = at + 1
    else if (code !== 46) break
  }
  return end
}

function tagEnd(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === 95 || isWordAt(text, at)) {
    const code = text.charCodeAt(at)
    at += code >= 0xd800 && code <= 0xdbff ? 2 : 1
  }
  return at
}

function spaceAfter(text: string, from: number): number {
  let at = from
  while (at < text.length && !/\s/.test(text[at] ?? ' ')) at += 1
  return at
}
