import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDay } from '../../src/region/time-zone.ts'
import {
  addWorkingDays,
  type Calendar,
  calendarOf,
  isWorkingDay,
} from '../../src/region/working-days.ts'

const HOLIDAYS = [
  '2026-01-01',
  '2026-03-20',
  '2026-03-21',
  '2026-08-17',
  '2026-12-24',
  '2026-12-25',
]
const KENDARI: Calendar = {
  timezone: 'Asia/Makassar',
  workingDays: [1, 2, 3, 4, 5],
  holidays: new Set(HOLIDAYS),
}
const due = (start: string, days: number, calendar = KENDARI) =>
  addWorkingDays(new Date(start), days, calendar).toISOString()

test('three working days from a Friday end on Wednesday night of the region', () => {
  assert.equal(due('2026-11-20T09:00:00+08:00', 3), '2026-11-25T15:59:59.000Z')
})

test('the start day does not count, whether it is a working day or not', () => {
  assert.equal(due('2026-11-20T09:00:00+08:00', 1), '2026-11-23T15:59:59.000Z')
  assert.equal(due('2026-11-21T09:00:00+08:00', 1), '2026-11-23T15:59:59.000Z')
})

test('the day is cut in the zone of the region, not of the server', () => {
  // 23:30 in Jakarta on Friday is already Saturday, 00:30, in Makassar and 01:30 in Jayapura.
  const friday = '2026-11-20T23:30:00+07:00'
  assert.equal(localDay(new Date(friday), 'Asia/Jakarta'), '2026-11-20')
  assert.equal(localDay(new Date(friday), 'Asia/Jayapura'), '2026-11-21')
  assert.equal(due(friday, 1, { ...KENDARI, timezone: 'Asia/Jakarta' }), '2026-11-23T16:59:59.000Z')
})

test('holidays and cuti bersama are skipped', () => {
  assert.equal(due('2026-12-23T10:00:00+08:00', 1), '2026-12-28T15:59:59.000Z')
})

test('every start of 2026 agrees with counting the days one by one', () => {
  const first = Date.parse('2025-12-31T16:00:00Z')
  const minute = fc.integer({ min: 0, max: 365 * 24 * 60 - 1 })
  fc.assert(
    fc.property(minute, fc.integer({ min: 1, max: 15 }), (at, days) => {
      const start = new Date(first + at * 60_000)
      assert.equal(addWorkingDays(start, days, KENDARI).toISOString(), oracle(start, days))
    }),
    { numRuns: 3000 },
  )
})

/** Makassar is eight hours ahead all year, so that plain arithmetic is enough here. */
function oracle(start: Date, days: number): string {
  const wall = new Date(start.getTime() + 8 * 3_600_000)
  const day = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()))
  let left = days
  for (let passed = 0; ; passed++) {
    const isFree =
      [0, 6].includes(day.getUTCDay()) || HOLIDAYS.includes(day.toISOString().slice(0, 10))
    if (!isFree && passed > 0) left -= 1
    if (left === 0) return new Date(day.getTime() + 16 * 3_600_000 - 1000).toISOString()
    day.setUTCDate(day.getUTCDate() + 1)
  }
}

test('a calendar without working days is refused instead of counting for ever', () => {
  const never: Calendar = { ...KENDARI, workingDays: [] }
  assert.throws(() => addWorkingDays(new Date(), 1, never), /no working day/)
  assert.throws(() => addWorkingDays(new Date(), 0, KENDARI), /not a whole number/)
})

test('the calendar of a region has its zone, its office days and all its holidays', () => {
  const calendar = calendarOf({
    timezone: 'Asia/Jakarta',
    workingHours: { days: [1, 2, 3, 4, 5, 6] },
    holidays: [{ date: '2026-08-17' }],
  })
  assert.ok(isWorkingDay('2026-11-21', calendar))
  assert.ok(!isWorkingDay('2026-11-22', calendar))
  assert.ok(!isWorkingDay('2026-08-17', calendar))
})
