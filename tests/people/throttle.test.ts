import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countTry, startOfWindow, subscriberOf, throttleKey } from '../../src/people/throttle.ts'
import { tidyPeople } from '../../src/people/tidy.ts'
import { type Fresh, freshDatabase } from '../helpers.ts'

let fresh: Fresh
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())

const LIMIT = { limit: 3, windowSeconds: 900 }
const at = (time: string) => new Date(`2026-11-20T${time}Z`)

test('a window allows its limit and says how long the rest of it is', async () => {
  for (let n = 0; n < 3; n++) {
    assert.equal((await countTry(fresh.sql, 'a', LIMIT, at('10:00:00'))).allowed, true)
  }
  const refused = await countTry(fresh.sql, 'a', LIMIT, at('10:14:30'))
  assert.deepEqual(refused, { allowed: false, retryAfterSeconds: 30 })
})

test('the next window begins from nothing, and keys do not disturb each other', async () => {
  for (let n = 0; n < 5; n++) await countTry(fresh.sql, 'b', LIMIT, at('10:00:00'))
  assert.equal((await countTry(fresh.sql, 'b', LIMIT, at('10:15:00'))).allowed, true)
  assert.equal((await countTry(fresh.sql, 'c', LIMIT, at('10:00:00'))).allowed, true)
})

test('a hundred tries at once pass exactly the limit', async () => {
  const tries = await Promise.all(
    Array.from({ length: 100 }, () => countTry(fresh.sql, 'd', LIMIT, at('11:00:00'))),
  )
  assert.equal(tries.filter(({ allowed }) => allowed).length, 3)
})

test('windows are cut at whole multiples of their length', () => {
  assert.deepEqual(startOfWindow(at('10:14:59'), 900), at('10:00:00'))
  assert.deepEqual(startOfWindow(at('10:15:00'), 900), at('10:15:00'))
})

test('a key tells neither the address nor what was typed, and differs between installations', () => {
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const key = throttleKey(one, 'address', '203.0.113.7')
  assert.doesNotMatch(key, /203|113/)
  assert.match(key, /^address:[0-9a-f]{64}$/)
  assert.notEqual(key, throttleKey(two, 'address', '203.0.113.7'))
  assert.notEqual(key, throttleKey(one, 'login', '203.0.113.7'))
})

test('addresses of one IPv6 subscriber count as one, those of two do not', () => {
  assert.equal(subscriberOf('203.0.113.7'), '203.0.113.7')
  assert.equal(subscriberOf('::ffff:203.0.113.7'), '203.0.113.7')
  assert.equal(subscriberOf('2001:db8:1:2:3:4:5:6'), subscriberOf('2001:0DB8:1:2::99'))
  assert.equal(subscriberOf('fe80::1%eth0'), subscriberOf('fe80::2'))
  assert.notEqual(subscriberOf('2001:db8:1:2::1'), subscriberOf('2001:db8:1:3::1'))
  assert.equal(subscriberOf('::1'), '0:0:0:0::/64')
  assert.equal(subscriberOf('unknown'), 'unknown')
})

test('tidying forgets windows older than a day and keeps the others', async () => {
  await fresh.sql`delete from throttles`
  await countTry(fresh.sql, 'old', LIMIT, new Date('2026-11-18T10:00:00Z'))
  await countTry(fresh.sql, 'new', LIMIT, at('10:00:00'))
  assert.equal(await tidyPeople(fresh.sql, at('12:00:00')), 1)
  const left = await fresh.sql<{ key: string }[]>`select key from throttles`
  assert.deepEqual(
    left.map(({ key }) => key),
    ['new'],
  )
})
