/** Place words that no list holds ("Jl. Melati no 12", "depan toko Sinar"), by what stands before. */
import type { Token } from './normalize.ts'
import { sortOf } from './place-sort.ts'

/** A range of token indexes, both ends included. */
export type Span = { from: number; to: number }

const MAX_WORDS = 8

/** Spans that begin with a word such as "jalan", "depan" or "RT" and go on with what can be a name. */
export function findUnlisted(tokens: Token[], listed: readonly Span[]): Span[] {
  const count = tokens.length
  const isListed = markListed(count, listed)
  // In a text of capitals only, a capital says nothing.
  let capitals = 0
  for (let i = 0; i < count; i += 1) if (tokens[i]!.isCapital) capitals += 1
  const text = { tokens, isListed, trust: capitals < count * 0.6 }
  const spans: Span[] = []
  for (let from = 0; from < count; from += 1) {
    const { isHead, isNumbered, isNear } = sortOf(tokens[from]!.word)
    if (isListed[from] || !(isHead || isNumbered || isNear)) continue
    const to = reach(text, from)
    if (to > from) {
      spans.push({ from: tokens[from]!.plain === 'di' ? from + 1 : from, to })
      from = to
    }
  }
  return spans
}

/** Which tokens of the message at hand are listed; one table serves all messages. */
let marks = new Uint8Array(1024)

function markListed(count: number, listed: readonly Span[]): Uint8Array {
  if (marks.length < count) marks = new Uint8Array(2 * count)
  else marks.fill(0, 0, count)
  for (let i = 0; i < listed.length; i += 1) marks.fill(1, listed[i]!.from, listed[i]!.to + 1)
  return marks
}

type Text = { tokens: Token[]; isListed: Uint8Array; trust: boolean }

/** The last token of the place that begins at `from`, or `from` when none does. */
function reach(text: Text, from: number): number {
  const { tokens } = text
  const { isNumbered, isHead, isNear } = sortOf(tokens[from]!.word)
  const next = tokens[from + 1]
  if (isNumbered && next?.kind === 'number' && next.gap < 2) return goOn(text, from + 1, from + 1)
  if (isHead) return goOn(text, from, from)
  if (!isNear || !next || next.gap > 0) return from
  const following = sortOf(next.word)
  if (following.isHead) {
    const to = goOn(text, from + 1, from + 1)
    // "di jalan" alone is no place, "depan pasar" is one.
    return to > from + 1 || (following.isBuilding && tokens[from]!.plain !== 'di') ? to : from
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
  if (at >= tokens.length) return false
  const token = tokens[at]!
  if (token.gap > 0 || token.kind === 'handle') return false
  if (isListed[at]) return true
  if (token.kind === 'number') {
    // "SDN 5", but not "jalan 3 jam".
    const isAllowed = !isFirst || sortOf(tokens[at - 1]!.word).isBuilding
    return isAllowed && Number(token.plain) < 1000
  }
  const sort = sortOf(token.word)
  if (sort.isNoName) return false
  if (sort.isNumbered || sort.isBuilding) return true
  return (token.isCapital && trust) || sort.isStrange
}

/** Joins spans that overlap or follow each other without a comma, in the order of the text; takes `spans` over. */
export function mergeSpans(tokens: Token[], spans: Span[]): Span[] {
  if (spans.length < 2) return spans
  spans.sort((a, b) => a.from - b.from || b.to - a.to)
  let last = spans[0]!
  const merged = [last]
  for (let i = 1; i < spans.length; i += 1) {
    const span = spans[i]!
    const first = tokens[span.from]!
    const isNext =
      tokens[last.to]!.inTitle === first.inTitle &&
      (span.from <= last.to || (span.from === last.to + 1 && first.gap === 0))
    if (isNext) last.to = Math.max(last.to, span.to)
    else merged.push((last = span))
  }
  return merged
}
