import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Region } from '../../src/region/region.ts'
import { POINTS, priorityOf } from '../../src/triage/priority.ts'
import { priorityOrder, priorityPoints } from '../../src/triage/queries-priority.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'

const now = new Date('2026-11-22T08:00:00Z')
const hoursOff = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const plain = {
  emergency: false,
  urgent: false,
  filed: false,
  probability: 0.3,
  voiceCount: 1,
  copyCount: 0,
  firstAt: hoursOff(-1),
  dueAt: hoursOff(30),
}
const points = (of: Partial<typeof plain>) => priorityOf({ ...plain, ...of }, now).priority

let fresh: Fresh
let region: Region
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
})
after(() => fresh.close())

test('what speaks for nothing has no points', () => {
  assert.deepEqual(priorityOf(plain, now), { priority: 0, priorityParts: [] })
})

test('an emergency stands before all that is urgent, and what is urgent before all else', () => {
  const most = {
    filed: true,
    probability: 1,
    voiceCount: 5000,
    firstAt: hoursOff(-5000),
    dueAt: hoursOff(-5000),
  }
  assert.ok(points({ urgent: true }) > points(most))
  assert.ok(points({ emergency: true }) > points({ ...most, urgent: true }))
})

test('the parts add up to the points, and each is told with its kind', () => {
  const { priority, priorityParts } = priorityOf(
    { ...plain, urgent: true, filed: true, voiceCount: 9, copyCount: 4, dueAt: hoursOff(-2.5) },
    now,
  )
  assert.deepEqual(priorityParts, [
    { kind: 'urgent', points: POINTS.urgent },
    { kind: 'clock', points: 252 },
    { kind: 'voices', points: 40 },
    { kind: 'filed', points: 30 },
  ])
  assert.equal(priority, 600 + 252 + 40 + 30)
})

test('each hour counts as a time limit comes nearer, and it counts most once it is past', () => {
  const limits = [30, 23.5, 12, 1, 0.5, 0, -0.5, -1, -49, -50, -500]
  const clock = limits.map((hours) => points({ dueAt: hoursOff(hours) }))
  assert.deepEqual(clock, [0, 10, 120, 230, 240, 240, 250, 251, 299, 300, 300])
})

test('more people count more, but copies of one text are nobody more', () => {
  const voices = [1, 2, 3, 4, 8, 16, 32, 5000].map((voiceCount) => points({ voiceCount }))
  assert.deepEqual(voices, [0, 20, 20, 40, 60, 80, 100, 100])
  assert.equal(points({ voiceCount: 5000, copyCount: 4999 }), 0)
})

test('what waits longer and what the machine is surer of comes earlier', () => {
  const ages = [-5, 1.9, 2, 48, 168, 9000].map((hours) => points({ firstAt: hoursOff(-hours) }))
  assert.deepEqual(ages, [0, 0, 1, 24, 84, 84])
  const sure = [0, 0.49, 0.5, 0.8, 0.81, 1].map((probability) => points({ probability }))
  assert.deepEqual(sure, [0, 0, 20, 20, 40, 40])
})

test('the database counts the same points as the rule, and sorts by them', async () => {
  const hours = fc.oneof(
    fc.integer({ min: -400, max: 400 }),
    fc.double({ min: -80, max: 80, noNaN: true }),
  )
  const of = fc.record({
    emergency: fc.boolean(),
    urgent: fc.boolean(),
    filed: fc.boolean(),
    probability: fc.oneof(
      fc.constantFrom(0, 0.5, 0.8, 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    voiceCount: fc.oneof(fc.nat(70), fc.nat(10_000)),
    copyCount: fc.nat(60),
    firstAt: hours.map(hoursOff),
    dueAt: hours.map(hoursOff),
  })
  const rows = fc.sample(of, { numRuns: 2000, seed: 11 }).map((row) => ({
    ...row,
    copyCount: Math.min(row.copyCount, row.voiceCount),
  }))
  const stored = rows.map((row) => ({
    ...row,
    probability: Math.fround(row.probability),
    regionId: region.id,
    title: 'x',
    lastAt: row.firstAt,
  }))
  const { sql } = fresh
  const ids: number[] = []
  for (let from = 0; from < stored.length; from += 500) {
    const made = await sql<{ id: number }[]>`
      insert into candidates ${sql(stored.slice(from, from + 500))} returning id`
    ids.push(...made.map(({ id }) => id))
  }
  const ordered = await sql<{ points: number }[]>`
    select ${priorityPoints(sql, now)} as points
      from candidates c where c.id = any(${ids}::bigint[]) order by ${priorityOrder(sql, now)}`
  const inOrder = ordered.map((row) => row.points)
  assert.deepEqual(
    inOrder,
    inOrder.toSorted((a, b) => b - a),
  )
  const counted = await sql<{ points: number; probability: number }[]>`
    select ${priorityPoints(sql, now)} as points, c.probability
      from candidates c where c.id = any(${ids}::bigint[]) order by c.id`
  for (const [index, row] of rows.entries()) {
    const { probability, points } = counted[index]!
    assert.equal(points, priorityOf({ ...row, probability }, now).priority, JSON.stringify(row))
  }
})
