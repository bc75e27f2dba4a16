/** Dates, ages and numbers in words. The zone is the region's, never the browser's. */
import type { Language } from './api.ts'
import type { Words } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type Times = ReturnType<typeof makeTimes>

/** Makes the formatters of one language and one zone; made once per language, not per row. */
export function makeTimes(language: Language, timeZone: string, t: Words) {
  const locale = language === 'id' ? 'id-ID' : 'en-GB'
  const short = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const whole = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })

  /** A length of time by its largest unit: "12 menit", "3 jam", "5 hari". */
  function span(ms: number): string {
    const length = Math.abs(ms)
    if (length < MINUTE) return t.time.moment
    if (length < HOUR) return t.time.minutes(Math.floor(length / MINUTE))
    if (length < 2 * DAY) return t.time.hours(Math.floor(length / HOUR))
    return t.time.days(Math.floor(length / DAY))
  }

  return {
    short: (iso: string) => short.format(new Date(iso)),
    full: (iso: string) => full.format(new Date(iso)),
    /** A calendar day that the server has already cut in the region's zone (YYYY-MM-DD). */
    day: (date: string) => day.format(new Date(`${date}T00:00:00Z`)),
    whole: (n: number) => whole.format(n),
    percent: (share: number) => percent.format(share),
    span,
    age: (iso: string, now: number) => span(now - Date.parse(iso)),
  }
}

export type DueTone = 'late' | 'soon' | 'later'

/** How near a limit is; `soonMs` before it the colour turns amber. */
export function dueTone(dueAt: string, now: number, soonMs: number): DueTone {
  const left = Date.parse(dueAt) - now
  if (left < 0) return 'late'
  return left < soonMs ? 'soon' : 'later'
}
