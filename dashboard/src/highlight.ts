import type { Reason } from './api.ts'

/** A piece of a text and the reasons that point at it. */
export type Piece = { text: string; start: number; reasons: Reason[] }

/**
 * Cuts a text at the borders of the reasons' spans, so that overlapping reasons each keep their
 * piece. Offsets are UTF-16; a span outside the text is cut to it or left out, one that ends inside a
 * character takes in the whole of it. Pure.
 */
export function cutByReasons(text: string, reasons: Reason[]): Piece[] {
  const spans = reasons.flatMap((reason) => {
    const start = Math.max(0, reason.start ?? -1)
    const end = Math.min(text.length, reason.end ?? -1)
    if (reason.start === undefined || !(start < end)) return []
    return [{ start: start - halfAt(text, start), end: end + halfAt(text, end), reason }]
  })
  const borders = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])
  const cuts = [...borders].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const here = spans.filter((span) => span.start <= start && span.end >= end)
    return { text: text.slice(start, end), start, reasons: here.map(({ reason }) => reason) }
  })
}

/** 1 when this offset lies between the two halves of one character, else 0. */
const halfAt = (text: string, at: number) =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1)) ? 1 : 0
