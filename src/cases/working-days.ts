/**
 * Days of the region's calendar. Pure: the time zone, the days of the office and the holidays are
 * arguments. A day is written YYYY-MM-DD.
 */

export type Calendar = {
  /** IANA name: the zone in which a day begins and ends. */
  timezone: string
  /** 1 (Monday) to 7 (Sunday). */
  workingDays: readonly number[]
  holidays: ReadonlySet<string>
}

const DAY_MS = 24 * 3_600_000
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
 * The end (23:59:59) of the day on which `days` working days have passed.
 * `countsStartDay` false: counting begins with the next working day, as the rules on public service
 * count; true: the day of `start` is the first one, if it is a working day.
 */
export function addWorkingDays(
  start: Date,
  days: number,
  calendar: Calendar,
  { countsStartDay }: { countsStartDay: boolean } = { countsStartDay: false },
): Date {
  if (!Number.isInteger(days) || days < 1 || days > 1000) {
    throw new Error(`working days: ${days} is not a whole number from 1 to 1000`)
  }
  let day = localDay(start, calendar.timezone)
  if (!countsStartDay) day = dayAfter(day)
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

/** The calendar day that it is at this moment in the zone. */
export function localDay(at: Date, timezone: string): string {
  const parts = formatter(timezone).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** The last whole second of a day in the zone. */
const endOfDay = (day: string, timezone: string): Date =>
  new Date(startOfDay(dayAfter(day), timezone).getTime() - 1000)

/** The first moment of a day in the zone. */
export function startOfDay(day: string, timezone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const guess = asUtc - offsetMs(new Date(asUtc), timezone)
  // A second look, for zones whose offset changes near that midnight.
  return new Date(asUtc - offsetMs(new Date(guess), timezone))
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

/** How far the zone's wall clock is ahead of UTC. */
function offsetMs(at: Date, timezone: string): number {
  const part = Object.fromEntries(
    formatter(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  return wall - Math.floor(at.getTime() / 1000) * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timezone, made)
  return made
}
