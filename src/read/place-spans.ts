/** Place words that no list holds ("Jl. Melati no 12", "depan toko Sinar"), by what stands before. */
import { BUILDING_WORDS, NEAR_WORDS, NOT_A_NAME, STREET_WORDS } from './lexicon/place-words.ts'
import type { Token } from './normalize.ts'
import { isKnown } from './words.ts'

/** A range of token indexes, both ends included. */
export type Span = { from: number; to: number }

const streetWords = new Set(STREET_WORDS)
const buildingWords = new Set(BUILDING_WORDS)
const nearWords = new Set(NEAR_WORDS)
const NUMBERED = new Set([
  'rt',
  'rw',
  'no',
  'nomor',
  'nmr',
  'blok',
  'km',
  'lorong',
  'lrg',
  'gang',
  'gg',
])
const MAX_WORDS = 8

/** Spans that begin with a word such as "jalan", "depan" or "RT" and go on with what can be a name. */
export function findUnlisted(tokens: Token[], listed: Span[]): Span[] {
  const isListed = new Uint8Array(tokens.length)
  for (const span of listed) isListed.fill(1, span.from, span.to + 1)
  // In a text of capitals only, a capital says nothing.
  const capitals = tokens.filter((token) => token.isCapital).length
  const trust = capitals < tokens.length * 0.6
  const spans: Span[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    if (isListed[from]) continue
    const to = reach({ tokens, isListed, trust }, from)
    if (to > from) {
      spans.push({ from: tokens[from]?.plain === 'di' ? from + 1 : from, to })
      from = to
    }
  }
  return spans
}

type Text = { tokens: Token[]; isListed: Uint8Array; trust: boolean }

/** The last token of the place that begins at `from`, or `from` when none does. */
function reach(text: Text, from: number): number {
  const { tokens } = text
  const word = tokens[from]?.plain ?? ''
  if (
    NUMBERED.has(word) &&
    tokens[from + 1]?.kind === 'number' &&
    (tokens[from + 1]?.gap ?? 2) < 2
  ) {
    return goOn(text, from + 1, from + 1)
  }
  if (streetWords.has(word) || buildingWords.has(word)) return goOn(text, from, from)
  if (!nearWords.has(word)) return from
  const next = tokens[from + 1]
  if (!next || next.gap > 0) return from
  if (streetWords.has(next.plain) || buildingWords.has(next.plain)) {
    const to = goOn(text, from + 1, from + 1)
    // "di jalan" alone is no place, "depan pasar" is one.
    return to > from + 1 || (word !== 'di' && buildingWords.has(next.plain)) ? to : from
  }
  // "di Xxxx": only a capital tells a name here.
  return next.isCapital && text.trust && isName(text, from + 1, false)
    ? goOn(text, from, from)
    : from
}

function goOn(text: Text, from: number, at: number): number {
  let to = at
  while (to - from < MAX_WORDS && isName(text, to + 1, to === at)) to += 1
  return to
}

function isName({ tokens, isListed, trust }: Text, at: number, isFirst: boolean): boolean {
  const token = tokens[at]
  if (!token || token.gap > 0 || token.kind === 'handle') return false
  if (isListed[at]) return true
  // "SDN 5", but not "jalan 3 jam".
  const isNumbered = !isFirst || buildingWords.has(tokens[at - 1]?.plain ?? '')
  if (token.kind === 'number') return isNumbered && Number(token.plain) < 1000
  if (NOT_A_NAME.has(token.text) || NOT_A_NAME.has(token.root)) return false
  if (NUMBERED.has(token.plain) || buildingWords.has(token.plain)) return true
  if (token.isCapital && trust) return true
  return !isKnown(token.text) && !isKnown(token.root) && token.text === token.plain
}

/** Joins spans that overlap or follow each other without a comma, in the order of the text. */
export function mergeSpans(tokens: Token[], spans: Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const merged: Span[] = []
  for (const span of sorted) {
    const last = merged.at(-1)
    const isNext =
      last !== undefined &&
      tokens[last.to]?.inTitle === tokens[span.from]?.inTitle &&
      (span.from <= last.to || (span.from === last.to + 1 && tokens[span.from]?.gap === 0))
    if (last && isNext) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
  }
  return merged
}
