/** Which rows of a long list stand on the page. All rows have one height, so this is arithmetic. Pure. */

/** Rows from `start` up to, not including, `end`. */
export type Range = { start: number; end: number }

export type Box = {
  /** How much of the list lies above the upper edge of what one sees (px). */
  top: number
  /** How much one sees (px). */
  height: number
  rowHeight: number
  count: number
}

/** Rows beyond the edges: one that is reached by a key is already there. */
const BEYOND = 8
/** The window moves in steps: most scrolling draws nothing. */
const STEP = 4

export function rangeOf({ top, height, rowHeight, count }: Box): Range {
  const first = Math.floor(Math.max(0, top) / rowHeight)
  const last = Math.ceil((Math.max(0, top) + Math.max(0, height)) / rowHeight)
  const start = Math.floor(Math.max(0, first - BEYOND) / STEP) * STEP
  const end = Math.ceil((last + BEYOND) / STEP) * STEP
  return { start: Math.min(start, Math.max(0, count - 1)), end: Math.min(count, end) }
}

/** By how many px to scroll so that the row is wholly seen; 0 when it is. */
export function revealBy({ top, height, rowHeight }: Omit<Box, 'count'>, index: number): number {
  const upper = index * rowHeight - top
  if (upper < 0) return upper
  return Math.max(0, Math.min(upper, upper + rowHeight - height))
}

/** At most this many rows are asked for at once. */
export const PAGE_ROWS = 100

/** The ids of the pages that a window touches: rows are loaded in whole pages, ahead of the eye. */
export function pagesAround(ids: number[], { start, end }: Range): number[] {
  const from = Math.floor(Math.max(0, start - BEYOND) / PAGE_ROWS) * PAGE_ROWS
  const to = Math.ceil((end + BEYOND) / PAGE_ROWS) * PAGE_ROWS
  return ids.slice(from, to)
}
