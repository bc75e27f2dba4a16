import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stateOf, WATCHED_JOBS } from '../../src/home/jobs.ts'
import { JOBS } from '../../workers/main.ts'

const NOW = new Date('2026-05-04T05:00:00Z')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const run = (job: string, minutes: number | null, error: string | null = null) =>
  stateOf({ job, endedAt: minutes === null ? null : ago(minutes), error, failures: 0 }, NOW)

test('every job of the timetable is watched, and no other', () => {
  assert.deepEqual([...WATCHED_JOBS].sort(), JOBS.map(({ name }) => name).sort())
})

test('a job is silent after some times its own interval', () => {
  assert.equal(run('collect', 5), 'ok')
  assert.equal(run('collect', 11), 'silent')
  assert.equal(run('learn', 7 * 24 * 60), 'ok')
  assert.equal(run('learn', 9 * 24 * 60), 'silent')
})

test('a last run that failed says so, and a job that never ran is no fault yet', () => {
  assert.equal(run('read', 1, 'read: out of memory'), 'failed')
  assert.equal(run('read', null), 'never')
})
