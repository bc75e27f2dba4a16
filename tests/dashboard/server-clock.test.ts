import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOffset, learnOffset, offsetOf, serverNow } from '../../dashboard/src/server-clock.ts'

const HOUR = 3_600_000
const AT = Date.UTC(2026, 4, 4, 3, 0, 0)
/** An answer that took `ms`, to a computer whose clock is `wrong` ms behind the server's. */
const answer = (wrong: number, ms = 200) => ({
  sentAt: AT - wrong - ms / 2,
  heardAt: AT - wrong + ms / 2,
  date: new Date(AT).toUTCString(),
})

test('a clock that is right, but for a second, is left alone', () => {
  for (const wrong of [-3000, 0, 500, 3000]) assert.equal(offsetOf(answer(wrong), 0), 0)
})

test('a clock that is hours behind or ahead is put right', () => {
  for (const hours of [-11, -1, 3, 24 * 365]) {
    const offset = offsetOf(answer(hours * HOUR), 0)
    assert.ok(Math.abs((offset ?? 0) - hours * HOUR) <= 1000, `${hours} h: ${offset}`)
  }
})

test('what is known stays while answers only differ by their way', () => {
  const known = offsetOf(answer(3 * HOUR), 0)!
  assert.equal(offsetOf(answer(3 * HOUR + 2000), known), known)
  assert.equal(offsetOf(answer(3 * HOUR + 9000, 20_000), known), known)
})

test('when somebody puts the computer right, it is believed again', () => {
  assert.equal(offsetOf(answer(0), 3 * HOUR), 0)
  assert.ok(Math.abs(offsetOf(answer(HOUR), 3 * HOUR)! - HOUR) <= 1000)
})

test('an answer without a date, with nonsense, or across a change of the clock tells nothing', () => {
  assert.equal(offsetOf({ ...answer(3 * HOUR), date: null }, 5), null)
  assert.equal(offsetOf({ ...answer(3 * HOUR), date: 'kemarin' }, 5), null)
  assert.equal(
    offsetOf({ sentAt: AT, heardAt: AT - HOUR, date: new Date(AT).toUTCString() }, 5),
    null,
  )
})

test('the present moment is the server’s', () => {
  const now = Date.now()
  learnOffset({ sentAt: now, heardAt: now, date: new Date(now + 5 * HOUR).toUTCString() })
  assert.ok(Math.abs(serverNow() - (Date.now() + 5 * HOUR)) <= 1000)
  learnOffset({ sentAt: now, heardAt: now, date: null })
  assert.notEqual(clockOffset.get(), 0)
  learnOffset({ sentAt: now, heardAt: now, date: new Date(now).toUTCString() })
  assert.equal(clockOffset.get(), 0)
})
