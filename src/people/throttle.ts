import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Sql } from '../db/connect.ts'
import { upsertTry } from './queries.ts'

export type Limit = { limit: number; windowSeconds: number }
export type Try = { allowed: boolean; retryAfterSeconds: number }

/**
 * Counts one try under `key` in the running window and says whether it was within the limit.
 * Windows are cut at whole multiples of their length, so one upsert is enough.
 */
export async function countTry(
  sql: Sql,
  key: string,
  { limit, windowSeconds }: Limit,
  now: Date = new Date(),
): Promise<Try> {
  const windowStart = startOfWindow(now, windowSeconds)
  const tries = await upsertTry(sql, key, windowStart)
  const retryAfterMs = windowStart.getTime() + windowSeconds * 1000 - now.getTime()
  return { allowed: tries <= limit, retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) }
}

/** The window in which `now` lies. */
export function startOfWindow(now: Date, windowSeconds: number): Date {
  const lengthMs = windowSeconds * 1000
  return new Date(Math.floor(now.getTime() / lengthMs) * lengthMs)
}

/**
 * A throttle key that does not tell what is counted: neither an address nor what was typed into the
 * login field (people type their password there) may be read from the table.
 */
export function throttleKey(instanceKey: Uint8Array, what: string, value: string): string {
  return `${what}:${createHmac('sha256', instanceKey).update(`${what}:${value}`).digest('hex')}`
}

/**
 * The part of a network address that one subscriber holds: an IPv4 address, or the first 64 bits of
 * an IPv6 address, within which a single phone may change at will.
 */
export function subscriberOf(address: string): string {
  const bare = address.split('%')[0] ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(bare)) return bare
  const [head = '', tail] = bare.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** "3 menit": the wait as a refused person reads it, rounded up. */
export function sayWait(seconds: number): string {
  return seconds < 60 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`
}
