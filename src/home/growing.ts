/** Which kinds of complaint grow, from counts by day. Pure. */

/** The last seven times 24 hours, and the seven before them. */
export const DAYS = 14
const WEEK = 7
/** Fewer than so many in a week grow and fall by chance. */
const LEAST = 3
const MOST = 5

/** `ago`: 0 are the last 24 hours, 1 the 24 before, up to 13. */
export type Counted = { ago: number; count: number }

export type Week = {
  now: number
  before: number
  /** Fourteen counts, oldest first. */
  days: number[]
}

export type Growing = Week & { category: string | null }

/** Two weeks as a row of days with their sums; what is older or in the future is left out. */
export function weekOf(rows: readonly Counted[]): Week {
  const days = Array.from({ length: DAYS }, () => 0)
  for (const { ago, count } of rows) {
    const place = DAYS - 1 - ago
    if (place in days) days[place] = (days[place] ?? 0) + count
  }
  return { now: sum(days.slice(WEEK)), before: sum(days.slice(0, WEEK)), days }
}

/**
 * The kinds that were told more often than in the week before, those first that chance explains least: the
 * difference over its usual spread, which is the root of both counts together.
 */
export function growing(rows: readonly (Counted & { category: string | null })[]): Growing[] {
  const byCategory = Map.groupBy(rows, ({ category }) => category)
  return [...byCategory]
    .map(([category, counts]) => ({ category, ...weekOf(counts) }))
    .filter(({ now, before }) => now >= LEAST && now > before)
    .sort((a, b) => surprise(b) - surprise(a))
    .slice(0, MOST)
}

const surprise = ({ now, before }: Week) => (now - before) / Math.sqrt(now + before)
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
