/** Working days of the region's calendar. Pure: the days of the office and the holidays are arguments. */
import { dayAfter, endOfDay, localDay } from './time-zone.ts'

export type Calendar = {
  /** IANA name: the zone in which a day begins and ends. */
  timezone: string
  /** 1 (Monday) to 7 (Sunday). */
  workingDays: readonly number[]
  holidays: ReadonlySet<string>
}

/** No calendar has this many days off in a row; one that has is a mistake in its data. */
const MOST_DAYS_OFF = 366

/** The calendar of a region pack: national holidays, cuti bersama and regional ones are all days off. */
export const calendarOf = (region: {
  timezone: string
  workingHours: { days: number[] }
  holidays: { date: string }[]
}): Calendar => ({
  timezone: region.timezone,
  workingDays: region.workingHours.days,
  holidays: new Set(region.holidays.map(({ date }) => date)),
})

/**
 * The end (23:59:59) of the day on which `days` working days have passed. Counting begins with the day
 * after `start`, as the rules on public service count.
 */
export function addWorkingDays(start: Date, days: number, calendar: Calendar): Date {
  if (!Number.isInteger(days) || days < 1 || days > 1000) {
    throw new Error(`working days: ${days} is not a whole number from 1 to 1000`)
  }
  let day = dayAfter(localDay(start, calendar.timezone))
  let left = days
  let daysOff = 0
  for (;;) {
    if (isWorkingDay(day, calendar)) {
      left -= 1
      daysOff = 0
      if (left === 0) return endOfDay(day, calendar.timezone)
    } else if (++daysOff > MOST_DAYS_OFF) {
      throw new Error(`working days: the calendar has no working day in the year before ${day}`)
    }
    day = dayAfter(day)
  }
}

/** True when the office works on that day. */
export function isWorkingDay(day: string, { workingDays, holidays }: Calendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return workingDays.includes(weekday) && !holidays.has(day)
}
