/** How a source is doing, and when nothing was heard of it: rules over what its row and its posts say. Pure. */
import { dayAfter } from '../region/time-zone.ts'

export const HEALTHS = ['off', 'failing', 'silent', 'new', 'ok'] as const
export type Health = (typeof HEALTHS)[number]

export type PostsOfDay = { day: string; posts: number }
/** Days without a post between days with some, both ends counted. */
export type Gap = { from: string; to: string; days: number }

/** Fewer days with posts say nothing of how often a source speaks. */
const LEAST_ACTIVE_DAYS = 3
/** A pause this many times longer than its usual ones is a gap. */
const TIMES_LONGER = 3
/** A weekend is no gap. */
const LEAST_GAP_DAYS = 3

/**
 * Stretches of whole days in which a source that usually speaks said nothing. Today counts only as the end of
 * a longer one: the day is not over. `days` are in order, without holes.
 */
export function gapsOf(days: readonly PostsOfDay[]): Gap[] {
  const active = days.filter(({ posts }) => posts > 0)
  if (active.length < LEAST_ACTIVE_DAYS) return []
  const first = days.findIndex(({ posts }) => posts > 0)
  const runs = quietRuns(days.slice(first))
  const usual = median(active.slice(1).map(({ day }, at) => daysBetween(active[at]!.day, day) - 1))
  const least = Math.max(LEAST_GAP_DAYS, usual * TIMES_LONGER)
  return runs.filter(({ days: length }) => length >= least)
}

type Facts = {
  enabled: boolean
  errorCount: number
  succeededAt: Date | null
  /** Its latest post, whenever that was. */
  lastPostAt: Date | null
}

/** Off before failing before silent: each needs another thing to be done. `days`: as of `gapsOf`. */
export function healthOf(facts: Facts, days: readonly PostsOfDay[]): Health {
  if (!facts.enabled) return 'off'
  if (facts.errorCount > 0) return 'failing'
  if (facts.succeededAt === null) return 'new'
  const isQuietNow = gapsOf(days).at(-1)?.to === days.at(-1)?.day
  // All the days that are looked at passed without a word of one that has spoken before.
  const fellSilent = facts.lastPostAt !== null && days.every(({ posts }) => posts === 0)
  return isQuietNow || fellSilent ? 'silent' : 'ok'
}

function quietRuns(days: readonly PostsOfDay[]): Gap[] {
  const runs: Gap[] = []
  for (const { day, posts } of days) {
    const run = runs.at(-1)
    if (posts > 0) continue
    if (run && dayAfter(run.to) === day) Object.assign(run, { to: day, days: run.days + 1 })
    else runs.push({ from: day, to: day, days: 1 })
  }
  return runs
}

const DAY_MS = 24 * 3_600_000
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
