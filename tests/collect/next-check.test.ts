import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  freshUntil,
  nextCheck,
  retryAfter,
  type CheckOutcome,
} from '../../src/collect/next-check.ts'

const now = new Date('2026-11-22T08:00:00Z')
const minutes = (outcome: Partial<CheckOutcome>) =>
  (nextCheck({ now, intervalMinutes: 15, errorCount: 0, jitter: 0, ...outcome }).getTime() -
    now.getTime()) /
  60_000

test('after a success a source waits its interval and up to a fifth more', () => {
  assert.equal(minutes({}), 15)
  assert.equal(minutes({ jitter: 1 }), 18)
  assert.equal(minutes({ intervalMinutes: 2_880 }), 2_880)
})

test('no source is asked more often than every ten minutes', () => {
  assert.equal(minutes({ intervalMinutes: 1 }), 10)
  assert.ok(minutes({ intervalMinutes: 1, errorCount: 1 }) >= 10)
})

test('errors double the wait up to a day, half of it by chance', () => {
  assert.equal(minutes({ errorCount: 1, jitter: 1 }), 30)
  assert.equal(minutes({ errorCount: 1, jitter: 0 }), 15)
  assert.equal(minutes({ errorCount: 3, jitter: 1 }), 120)
  assert.equal(minutes({ errorCount: 3, jitter: 0 }), 60)
  assert.equal(minutes({ errorCount: 1_000_000, jitter: 1 }), 24 * 60)
})

test('a source that does not want us is asked once a day', () => {
  assert.equal(minutes({ errorCount: 1, unwelcome: true }), 24 * 60)
})

test('a wish to be left alone moves the check, for a day at most', () => {
  const inMinutes = (count: number) => new Date(now.getTime() + count * 60_000)
  assert.equal(minutes({ notBefore: inMinutes(40) }), 40)
  assert.equal(minutes({ notBefore: inMinutes(3) }), 15)
  assert.equal(minutes({ notBefore: inMinutes(-90) }), 15)
  assert.equal(minutes({ notBefore: inMinutes(60 * 24 * 365) }), 24 * 60)
  assert.equal(minutes({ notBefore: inMinutes(90), errorCount: 1 }), 90)
})

test('Retry-After is read as seconds and as a date', () => {
  assert.equal(retryAfter('120', now)?.toISOString(), '2026-11-22T08:02:00.000Z')
  assert.equal(
    retryAfter('Sun, 22 Nov 2026 09:00:00 GMT', now)?.toISOString(),
    '2026-11-22T09:00:00.000Z',
  )
  assert.equal(retryAfter('soon', now), undefined)
  assert.equal(retryAfter(null, now), undefined)
  assert.ok(retryAfter('9'.repeat(400), now) instanceof Date)
})

test('max-age and ttl are obeyed, the longer of the two', () => {
  const until = (cacheControl: string | null, ttlMinutes?: number) =>
    freshUntil(now, { cacheControl, ttlMinutes })?.toISOString()
  assert.equal(until('public, max-age=600'), '2026-11-22T08:10:00.000Z')
  assert.equal(until('max-age=600', 60), '2026-11-22T09:00:00.000Z')
  assert.equal(until('s-maxage=600'), undefined)
  assert.equal(until('max-age=0'), undefined)
  assert.equal(until(null), undefined)
})
