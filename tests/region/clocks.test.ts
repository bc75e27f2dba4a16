import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clocksOf, dueAt } from '../../src/region/clocks.ts'

const calendar = {
  timezone: 'Asia/Makassar',
  workingDays: [1, 2, 3, 4, 5],
  holidays: new Set<string>(),
}
const friday = new Date('2026-11-20T16:30:00+08:00')
const RULES = [
  { stage: 'triage', rung: 'late', amount: 24, unit: 'hours' },
  { stage: 'answer', rung: 'whatsapp', amount: 24, unit: 'hours' },
  { stage: 'answer', rung: 'observer', amount: 3, unit: 'working_days' },
] as const

test('hours run through the weekend, working days do not', () => {
  assert.equal(dueAt(RULES[1], friday, calendar).toISOString(), '2026-11-21T08:30:00.000Z')
  assert.equal(dueAt(RULES[2], friday, calendar).toISOString(), '2026-11-25T15:59:59.000Z')
})

test('a stage starts one clock for each of its rungs, with its rule in words', () => {
  const clocks = clocksOf(RULES, 'answer', friday, calendar)
  assert.deepEqual(
    clocks.map(({ rung, rule }) => [rung, rule]),
    [
      ['whatsapp', '24 hours'],
      ['observer', '3 working_days'],
    ],
  )
  assert.ok(clocks.every(({ startedAt }) => startedAt === friday))
})

test('a stage without rules starts no clock', () => {
  assert.deepEqual(clocksOf(RULES, 'close', friday, calendar), [])
})
