import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayBefore, endOfDay, localDay, momentOf, startOfDay } from '../../src/region/time-zone.ts'

test('a zone with summer time keeps its midnights', () => {
  const day = startOfDay('2026-03-29', 'Europe/Berlin')
  assert.equal(day.toISOString(), '2026-03-28T23:00:00.000Z')
  assert.equal(startOfDay('2026-03-30', 'Europe/Berlin').getTime() - day.getTime(), 23 * 3_600_000)
})

test('a day of the region ends one second before the next one begins there', () => {
  assert.equal(endOfDay('2026-12-31', 'Asia/Jayapura').toISOString(), '2026-12-31T14:59:59.000Z')
  assert.equal(localDay(endOfDay('2026-12-31', 'Asia/Jayapura'), 'Asia/Jayapura'), '2026-12-31')
})

test('days are counted back over months and leap years', () => {
  assert.equal(dayBefore('2028-03-01', 1), '2028-02-29')
  assert.equal(dayBefore('2026-01-10', 30), '2025-12-11')
  assert.equal(dayBefore('2026-01-10', 0), '2026-01-10')
})

test('a time on the wall is the moment at which a clock of the zone shows it', () => {
  const wall = Date.UTC(2026, 10, 22, 9, 30, 15, 250)
  assert.equal(momentOf(wall, 'Asia/Makassar').toISOString(), '2026-11-22T01:30:15.250Z')
  assert.equal(momentOf(wall, 'UTC').getTime(), wall)
  // 3.10 in the night in which clocks go from 2 to 3.
  const spring = momentOf(Date.UTC(2026, 2, 29, 3, 10), 'Europe/Berlin')
  assert.equal(spring.toISOString(), '2026-03-29T01:10:00.000Z')
})
