import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldOf, momentIn, snoozeTimes } from '../../dashboard/src/pages/queue/snooze-times.ts'

const MAKASSAR = 'Asia/Makassar'
const at = (text: string) => Date.parse(text)
const told = (now: string, zone = MAKASSAR) =>
  snoozeTimes(at(now), zone).map(({ choice, at }) => [choice, new Date(at).toISOString()])

test('on a Wednesday morning: in an hour, this afternoon, tomorrow and Monday at eight, by the clock of the region', () => {
  // 09.10 in Makassar, which is eight hours ahead.
  assert.deepEqual(told('2026-05-06T01:10:00Z'), [
    ['hour', '2026-05-06T02:10:00.000Z'],
    ['afternoon', '2026-05-06T06:00:00.000Z'],
    ['tomorrow', '2026-05-07T00:00:00.000Z'],
    ['monday', '2026-05-11T00:00:00.000Z'],
  ])
})

test('late in the day the afternoon is no choice any more', () => {
  assert.deepEqual(
    told('2026-05-06T05:30:00Z').map(([choice]) => choice),
    ['hour', 'tomorrow', 'monday'],
  )
})

test('the day is that of the region: before midnight there, tomorrow is the next one there', () => {
  // 23.30 on the 6th in Makassar is still the 6th at 15.30 in London.
  const [, tomorrow] = told('2026-05-06T15:30:00Z')
  assert.deepEqual(tomorrow, ['tomorrow', '2026-05-07T00:00:00.000Z'])
  const [, , later] = told('2026-05-06T16:30:00Z')
  assert.deepEqual(later, ['tomorrow', '2026-05-08T00:00:00.000Z'])
})

test('on a Sunday tomorrow is Monday and is said once; on a Monday the next one is meant', () => {
  assert.deepEqual(
    told('2026-05-10T01:00:00Z').map(([choice]) => choice),
    ['hour', 'afternoon', 'tomorrow'],
  )
  assert.deepEqual(told('2026-05-11T01:00:00Z').at(-1), ['monday', '2026-05-18T00:00:00.000Z'])
})

test('none lies further ahead than the server allows', () => {
  for (let hour = 0; hour < 24 * 8; hour += 1) {
    const now = at('2026-05-04T00:00:00Z') + hour * 3_600_000
    for (const time of snoozeTimes(now, MAKASSAR)) {
      assert.ok(time.at > now && time.at <= now + 7 * 24 * 3_600_000, new Date(now).toISOString())
    }
  }
})

test('a field shows the clock of the region and reads back the same moment, over a change of the clocks too', () => {
  const now = at('2026-05-06T01:10:00Z')
  assert.equal(fieldOf(now, MAKASSAR), '2026-05-06T09:10')
  assert.equal(momentIn('2026-05-06T09:10', MAKASSAR), now)
  assert.equal(momentIn('2026-03-29T03:30', 'Europe/Berlin'), at('2026-03-29T01:30:00Z'))
  assert.equal(momentIn('2026-10-25T12:00', 'Europe/Berlin'), at('2026-10-25T11:00:00Z'))
})

test('a field that names no moment is none', () => {
  assert.equal(momentIn('', MAKASSAR), null)
  assert.equal(momentIn('besok', MAKASSAR), null)
})
