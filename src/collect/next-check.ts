/** When a source is asked again: pure, so that its manners can be read and tested as one table. */

const MINUTE_MS = 60_000
/** More often than this no feed is asked, whatever its row says. */
export const MINIMUM_MINUTES = 10
/** Nothing is left alone for longer: a wrong `max-age` must not switch a source off. */
const LONGEST_MS = 24 * 60 * MINUTE_MS

export type CheckOutcome = {
  now: Date
  /** Of the source's row; at least MINIMUM_MINUTES are kept. */
  intervalMinutes: number
  /** Errors in a row, this one included; 0 after a success. */
  errorCount: number
  /** 0..1: spreads sources, and workers that came back together. */
  jitter: number
  /** The source asked to be left alone until then (Retry-After, max-age, ttl). */
  notBefore?: Date | undefined
  /** The source does not want us (401, 403): asked once a day. */
  unwelcome?: boolean | undefined
}

/**
 * After a success: the interval plus up to a fifth. After errors: the interval doubled each time, half
 * of it by chance, up to 24 hours. Never before `notBefore`, which counts for at most 24 hours.
 */
export function nextCheck(outcome: CheckOutcome): Date {
  const { now, errorCount, jitter } = outcome
  const interval = Math.max(outcome.intervalMinutes, MINIMUM_MINUTES) * MINUTE_MS
  const wait = errorCount === 0 ? interval * (1 + jitter / 5) : backOff(interval, outcome)
  const asked = (outcome.notBefore?.getTime() ?? 0) - now.getTime()
  const longest = Math.max(LONGEST_MS, interval)
  return new Date(now.getTime() + Math.round(Math.min(Math.max(wait, asked), longest)))
}

function backOff(interval: number, { errorCount, jitter, unwelcome }: CheckOutcome): number {
  if (unwelcome) return LONGEST_MS
  const doubled = Math.min(interval * 2 ** Math.min(errorCount, 20), LONGEST_MS)
  return Math.max(doubled * (0.5 + jitter / 2), interval)
}

/**
 * `Retry-After` as an instant.
 * @param value seconds or an HTTP date
 */
export function retryAfter(value: string | null, now: Date): Date | undefined {
  if (value === null) return undefined
  if (/^\s*\d+\s*$/.test(value)) return later(now, Number(value))
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : new Date(date)
}

/** Until when `Cache-Control: max-age` and the feed's own `ttl` (minutes) ask for patience. */
export function freshUntil(
  now: Date,
  { cacheControl, ttlMinutes }: { cacheControl: string | null; ttlMinutes?: number | undefined },
): Date | undefined {
  const age = /(?:^|[\s,])max-age=(\d+)/i.exec(cacheControl ?? '')?.[1]
  const seconds = Math.max(Number(age ?? 0), (ttlMinutes ?? 0) * 60)
  return seconds > 0 ? later(now, seconds) : undefined
}

const later = (now: Date, seconds: number) =>
  new Date(now.getTime() + Math.min(seconds * 1000, LONGEST_MS * 7))
