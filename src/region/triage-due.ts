/** By when a person must have decided: the region's rule for the stage "triage". Pure. */
import { clocksOf } from './clocks.ts'
import type { Region } from './region.ts'
import { calendarOf } from './working-days.ts'

/** Where a pack has no rule: a post of today is looked at by tomorrow. */
const DEFAULT_MS = 24 * 3_600_000

/** The first of the triage limits. */
export function triageDue(
  region: Pick<Region, 'clocks' | 'timezone' | 'workingHours' | 'holidays'>,
  start: Date,
): Date {
  const limits = clocksOf(region.clocks, 'triage', start, calendarOf(region))
  const first = Math.min(...limits.map(({ dueAt }) => dueAt.getTime()))
  return new Date(limits.length > 0 ? first : start.getTime() + DEFAULT_MS)
}
