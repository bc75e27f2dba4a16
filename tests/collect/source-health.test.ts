import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAULTS, faultOf } from '../../src/collect/fault.ts'
import { gapsOf, healthOf } from '../../src/collect/source-health.ts'

/** "3 0 0 1": posts of the days from 1 November on. */
const days = (counts: string) =>
  counts.split(' ').map((posts, index) => ({
    day: `2026-11-${String(index + 1).padStart(2, '0')}`,
    posts: Number(posts),
  }))
const gaps = (counts: string) =>
  gapsOf(days(counts)).map(({ from, to, days }) => [
    Number(from.slice(-2)),
    Number(to.slice(-2)),
    days,
  ])
const NOW = new Date('2026-11-14T03:00:00Z')
const health = (counts: string, facts: Partial<Parameters<typeof healthOf>[0]> = {}) =>
  healthOf(
    { enabled: true, errorCount: 0, succeededAt: NOW, lastPostAt: NOW, ...facts },
    days(counts),
  )

test('a stretch of days without a post is a gap where a source usually speaks', () => {
  assert.deepEqual(gaps('5 4 6 3 0 0 0 0 5 4 2 3 4 1'), [[5, 8, 4]])
  assert.deepEqual(gaps('5 4 6 3 5 5 4 2 3 9 0 0 0 0'), [[11, 14, 4]])
})

test('a weekend is no gap, and neither is the pause of who seldom speaks', () => {
  assert.deepEqual(gaps('5 4 6 3 5 0 0 5 4 2 3 9 0 0'), [])
  assert.deepEqual(gaps('1 0 0 0 1 0 0 0 1 0 0 0 1 0'), [])
})

test('days before the first post are none: a source may be new', () => {
  assert.deepEqual(gaps('0 0 0 0 0 0 0 5 4 2 3 9 3 1'), [])
})

test('two days with posts say nothing of how often a source speaks', () => {
  assert.deepEqual(gaps('5 0 0 0 0 0 0 0 0 0 0 0 0 4'), [])
  assert.deepEqual(gapsOf([]), [])
})

test('a source is off, failing, new, silent or well, in this order', () => {
  const well = '5 4 6 3 5 5 4 2 3 9 3 1 2 3'
  assert.equal(health(well), 'ok')
  assert.equal(health(well, { enabled: false, errorCount: 3 }), 'off')
  assert.equal(health(well, { errorCount: 1 }), 'failing')
  assert.equal(health('0 0 0', { succeededAt: null, lastPostAt: null }), 'new')
  assert.equal(health('5 4 6 3 5 5 4 2 3 9 0 0 0 0'), 'silent')
  assert.equal(health('0 0 0 0 0 0 0 0 0 0 0 0 0 0'), 'silent')
  assert.equal(health('0 0 0 0', { lastPostAt: null }), 'ok')
})

test('each error that is written has its word', () => {
  for (const [error, fault] of [
    ['feed: https://x.example/f answered 404', 'not_found'],
    [
      'feed: https://x.example/f answered 403: it does not let us in; asked again in a day',
      'unwelcome',
    ],
    ['feed: https://x.example/f answered 410: it is gone for good and was switched off', 'gone'],
    ['feed: https://x.example/f answered 429', 'busy'],
    ['feed: https://x.example/f answered 503', 'server'],
    ['fetch: https://x.example/f did not finish within 20 s', 'slow'],
    ['fetch: https://x.example/f sends a body of more than 5000000 bytes', 'too_large'],
    [
      'feed: https://x.example/f cannot be read: the document is not a feed; it begins with "<html"',
      'not_a_feed',
    ],
    ['fetch: https://x.example/f has a host name that does not exist', 'unknown_host'],
    ['fetch: https://x.example/f does not accept connections in time', 'slow'],
    ['fetch: https://x.example/f does not accept connections', 'unreachable'],
    ['fetch: https://x.example/f closed the connection', 'unreachable'],
    [
      'fetch: https://x.example/f failed (CERT_HAS_EXPIRED: certificate has expired)',
      'certificate',
    ],
    ['fetch: https://x.example/f 10.0.0.1 is not a public address. Only', 'address_refused'],
    ['something else', 'other'],
  ] as const) {
    assert.equal(faultOf(error), fault, error)
    assert.ok(FAULTS.includes(fault))
  }
  assert.equal(faultOf(null), null)
})
