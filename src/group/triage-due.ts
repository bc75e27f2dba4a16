/** By when a person must have decided: the region's rule for the stage "triage". Pure. */
import type { Region } from '../region/region.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Where a pack has no rule: a post of today is looked at by tomorrow. */
const DEFAULT_HOURS = 24

type Calendar = Pick<Region, 'clocks' | 'timezone' | 'workingHours' | 'holidays'>

/** The first of the triage limits. A working day is counted when the calendar of the region has it. */
export function triageDue(region: Calendar, start: Date): Date {
  const limits = region.clocks
    .filter((rule) => rule.stage === 'triage')
    .map((rule) =>
      rule.unit === 'hours' ? rule.amount * HOUR_MS : workingDaysMs(region, start, rule.amount),
    )
  return new Date(
    start.getTime() + Math.min(...(limits.length > 0 ? limits : [DEFAULT_HOURS * HOUR_MS])),
  )
}

function workingDaysMs(region: Calendar, start: Date, amount: number): number {
  const holidays = new Set(region.holidays.map((holiday) => holiday.date))
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: region.timezone })
  let left = amount
  let days = 0
  // Four days off for each working day is more than any calendar has; the bound ends the loop.
  while (left > 0 && days < amount * 5 + 30) {
    days += 1
    const date = day.format(new Date(start.getTime() + days * DAY_MS))
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
    if (region.workingHours.days.includes(weekday) && !holidays.has(date)) left -= 1
  }
  return days * DAY_MS
}
