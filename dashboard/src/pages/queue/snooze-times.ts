/** When what is put off comes back. In the region's zone: "tomorrow" is the officer's, not the browser's. Pure. */

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** The server takes nothing that lies further ahead. */
export const MOST_SNOOZE_MS = 7 * DAY

export type SnoozeChoice = 'hour' | 'afternoon' | 'tomorrow' | 'monday'
export type SnoozeTime = { choice: SnoozeChoice; at: number }

const AFTERNOON_HOUR = 14
const MORNING_HOUR = 8
const MONDAY = 1

/** In an hour, this afternoon (when it still lies an hour ahead), tomorrow and Monday morning, the soonest first. */
export function snoozeTimes(now: number, timeZone: string): SnoozeTime[] {
  const today = wallOf(now, timeZone)
  const midnight = today - (today % DAY)
  const weekday = new Date(midnight).getUTCDay()
  const toMonday = (MONDAY + 7 - weekday) % 7 || 7
  const all: SnoozeTime[] = [
    { choice: 'hour', at: now + HOUR },
    { choice: 'afternoon', at: momentOf(midnight + AFTERNOON_HOUR * HOUR, timeZone) },
    { choice: 'tomorrow', at: momentOf(midnight + DAY + MORNING_HOUR * HOUR, timeZone) },
    { choice: 'monday', at: momentOf(midnight + toMonday * DAY + MORNING_HOUR * HOUR, timeZone) },
  ]
  const useful = all.filter(
    ({ choice, at }) => at <= now + MOST_SNOOZE_MS && (choice !== 'afternoon' || at > now + HOUR),
  )
  // On a Sunday, tomorrow is Monday.
  return useful.filter(({ at }, index) => useful.findIndex((each) => each.at === at) === index)
}

/** What a field for date and time holds ("2026-03-02T08:00"), as the region's clock shows that moment. */
export const fieldOf = (at: number, timeZone: string): string =>
  new Date(wallOf(at, timeZone)).toISOString().slice(0, 16)

/** The moment that such a field names; null when it names none. */
export function momentIn(field: string, timeZone: string): number | null {
  const wall = Date.parse(`${field}Z`)
  return Number.isNaN(wall) ? null : momentOf(wall, timeZone)
}

/** What the zone's clock shows at that moment, read as if it were UTC. */
function wallOf(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** The moment at which the zone's clock shows it; the second look settles a change of the clocks. */
function momentOf(wall: number, timeZone: string): number {
  const ahead = (at: number) => wallOf(at, timeZone) - Math.floor(at / 1000) * 1000
  const guess = wall - ahead(wall)
  return wall - ahead(guess)
}
