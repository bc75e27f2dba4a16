import assert from 'node:assert/strict'
import { test } from 'node:test'
import { triageDue } from '../../src/region/triage-due.ts'

const friday = new Date('2026-11-20T16:30:00+08:00')
const rule = { stage: 'triage', rung: 'late', what: 'x', source: 'x' }
const region = {
  timezone: 'Asia/Makassar',
  workingHours: { days: [1, 2, 3, 4, 5], start: '07:30', end: '16:00' },
  holidays: [{ date: '2026-11-23', name: 'x', kind: 'national' as const, source: 'x' }],
}
const due = (...clocks: { amount: number; unit: 'hours' | 'working_days' }[]) =>
  triageDue({ ...region, clocks: clocks.map((each) => ({ ...rule, ...each })) }, friday)

test('a limit of working days ends with the day, like the limits of cases', () => {
  assert.equal(due({ amount: 1, unit: 'working_days' }).toISOString(), '2026-11-24T15:59:59.000Z')
})

test('of several limits the first counts', () => {
  const first = due({ amount: 1, unit: 'working_days' }, { amount: 24, unit: 'hours' })
  assert.equal(first.toISOString(), '2026-11-21T08:30:00.000Z')
})

test('without a rule a person decides within a day', () => {
  assert.equal(due().getTime() - friday.getTime(), 24 * 3_600_000)
})
