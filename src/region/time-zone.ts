/** Days and moments of a time zone (an IANA name). Pure. A day is written YYYY-MM-DD. */

const DAY_MS = 24 * 3_600_000

/** The calendar day that it is at this moment in the zone. */
export function localDay(at: Date, timezone: string): string {
  const parts = formatter(timezone).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** The moment at which the zone's wall clock shows `wall`, given as if it were UTC. */
export function momentOf(wall: number, timezone: string): Date {
  const guess = wall - offsetMs(new Date(wall), timezone)
  // The offset depends on the moment that is looked for; the second look settles it.
  return new Date(wall - offsetMs(new Date(guess), timezone))
}

/** The first moment of a day in the zone. */
export const startOfDay = (day: string, timezone: string): Date =>
  momentOf(Date.parse(`${day}T00:00:00Z`), timezone)

/** The last whole second of a day in the zone. */
export const endOfDay = (day: string, timezone: string): Date =>
  new Date(startOfDay(dayAfter(day), timezone).getTime() - 1000)

/** The next day of the calendar. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

/** The day of the calendar that lies `days` days before. */
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)

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
