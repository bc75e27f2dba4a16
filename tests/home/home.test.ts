import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readHome } from '../../src/home/home.ts'
import { recentCheck } from '../../src/ledger/recent-check.ts'
import type { Acting } from '../../src/people/officer.ts'
import { ROLES, type Role } from '../../src/people/roles.ts'
import type { Region } from '../../src/region/region.ts'
import { drawSample } from '../../src/triage/draw-sample.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { freshDatabase, freshRegion, makeSource, type Fresh } from '../helpers.ts'
import { asOfficer, makeCandidate, makeCase, makeSetAside } from '../makers.ts'

const HOUR = 3_600_000
const NOW = new Date()
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR)

let fresh: Fresh
let region: Region
let humas: Acting
const officers = new Map<Role, Acting>()
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  for (const role of ROLES) {
    const as = role === 'agency' ? { agencyCode: 'DPU' } : {}
    officers.set(role, await asOfficer(fresh.sql, region, role, as))
  }
  humas = officers.get('humas')!
})
after(() => fresh.close())

const home = (role: Role) => readHome(fresh.sql, officers.get(role)!, { now: NOW })

test('an empty installation has zeros and no faults on every page', async () => {
  for (const role of ROLES) {
    const { queue, own, trend, escalated, agencies } = await home(role)
    if (queue) assert.deepEqual([queue.waiting, queue.oldestAt], [0, null])
    if (own) assert.deepEqual(own.late, { total: 0, items: [] })
    if (trend) assert.equal(trend.complaints.days.length, 14)
    if (escalated) assert.equal(escalated.total, 0)
    if (agencies) assert.equal(agencies.length, 0)
  }
})

test('each role gets its own work and nothing of the others', async () => {
  const parts = async (role: Role) =>
    Object.entries(await home(role))
      .filter(([name, part]) => name !== 'role' && part !== null)
      .map(([name]) => name)
  assert.deepEqual(await parts('analyst'), ['queue', 'today', 'samples'])
  assert.deepEqual(await parts('agency'), ['own'])
  assert.deepEqual(await parts('observer'), ['queue', 'desk', 'agencies', 'escalated'])
  assert.ok(!(await parts('leader')).includes('service'))
  assert.ok((await parts('admin')).includes('service'))
})

test('an analyst sees what waits, what is urgent, late, assigned or snoozed, and the own day', async () => {
  const { id: me } = officers.get('analyst')!.officer
  const { sql } = fresh
  await makeCandidate(sql, region, { at: hoursAgo(30), dueAt: hoursAgo(6), urgent: true })
  const mine = await makeCandidate(sql, region, { at: hoursAgo(2) })
  const asleep = await makeCandidate(sql, region, { at: hoursAgo(1) })
  const back = new Date(NOW.getTime() + 3 * HOUR)
  await sql`update candidates set assigned_to = ${me} where id = ${mine.id}`
  await sql`update candidates set snoozed_until = ${back}, snoozed_by = ${me} where id = ${asleep.id}`
  const done = await makeCandidate(sql, region)
  const acting = officers.get('analyst')!
  await dismissCandidate(sql, acting, { id: done.id, reason: 'spam', now: NOW })
  await makeSetAside(sql, region, { at: hoursAgo(48) })
  await drawSample(fresh.db, region, { now: NOW })

  const { queue, today, samples } = await home('analyst')
  assert.deepEqual(queue, {
    waiting: 2,
    urgent: 1,
    overdue: 1,
    mine: 1,
    snoozed: 1,
    backAt: back,
    oldestAt: hoursAgo(30),
  })
  assert.deepEqual(today, { opened: 0, merged: 0, dismissed: 1, samples: 0 })
  assert.deepEqual([samples!.waiting, samples!.total], [1, 1])
})

test('humas sees what to dispose, what was answered, and which agency is late', async () => {
  const { sql } = fresh
  await makeCase(sql, humas, { agencyCode: 'DPU', status: 'opened' })
  await makeCase(sql, humas, { agencyCode: 'DPU', status: 'answered' })
  const late = await makeCase(sql, humas, { agencyCode: 'DPU' })
  await makeCase(sql, humas, { agencyCode: 'DPU', status: 'in_progress' })
  await sql`update clocks set due_at = ${hoursAgo(5)} where case_id = ${late.id} and stopped_at is null`
  const { desk, agencies } = await home('humas')
  assert.deepEqual([desk!.toDispose, desk!.answered, desk!.withAgencies, desk!.late], [1, 1, 2, 1])
  assert.equal(agencies!.length, 1)
  assert.deepEqual([agencies![0]!.code, agencies![0]!.open, agencies![0]!.late], ['DPU', 2, 1])
})

test('an agency sees its own cases by the clock, and none of another', async () => {
  const { own } = await home('agency')
  assert.deepEqual([own!.late.total, own!.today.total, own!.later.total], [1, 0, 1])
  assert.ok(own!.late.items[0]!.dueAt! < NOW)
  const other = region.agencies.find(({ code }) => code !== 'DPU')!.code
  const stranger = await asOfficer(fresh.sql, region, 'agency', { agencyCode: other })
  const { own: none } = await readHome(fresh.sql, stranger, { now: NOW })
  assert.deepEqual([none!.late.total, none!.later.total], [0, 0])
})

test('an observer sees what passed the observers limit, with the rule of the region', async () => {
  const { escalated } = await home('observer')
  assert.equal(escalated!.rule, '5 working_days')
  assert.equal(escalated!.total, 1)
  assert.equal(escalated!.items[0]!.agency, 'DPU')
})

test('a leader sees this week beside the one before, and what grows', async () => {
  const { sql } = fresh
  for (let count = 0; count < 4; count += 1) {
    await makeCandidate(sql, region, { category: 'sampah', at: hoursAgo(24 + count) })
  }
  await makeCandidate(sql, region, { category: 'sampah', at: hoursAgo(24 * 8) })
  const { trend } = await home('leader')
  const waste = trend!.growing.find(({ category }) => category === 'sampah')!
  assert.deepEqual([waste.now, waste.before], [4, 1])
  assert.equal(trend!.complaints.before, 1)
  assert.ok(trend!.complaints.now > trend!.complaints.before)
})

test('an admin sees sources and jobs that fail, proposals, and who has not been here', async () => {
  const { sql } = fresh
  const { id } = await makeSource(sql, { regionId: region.id, name: 'Harian Rekaan' })
  await sql`update sources set error_count = 3, last_error = 'feed: answered 404' where id = ${id}`
  const run = { process: 'tes:1', startedAt: hoursAgo(2), finishedAt: hoursAgo(2) }
  await sql`insert into job_runs ${sql([
    { ...run, job: 'read', error: null },
    { ...run, job: 'group', error: 'group: no room', finishedAt: hoursAgo(1) },
  ])}`
  await sql`
    update officers set created_at = ${hoursAgo(24 * 30)} where id = ${officers.get('leader')!.officer.id}`
  const { service } = await home('admin')
  assert.equal(service!.sources.failing, 1)
  assert.equal(service!.sources.items[0]!.name, 'Harian Rekaan')
  const state = new Map(service!.jobs.map(({ job, state }) => [job, state]))
  assert.deepEqual(
    [state.get('read'), state.get('group'), state.get('collect')],
    ['silent', 'failed', 'never'],
  )
  assert.equal(service!.jobs.find(({ job }) => job === 'group')!.failures, 1)
  assert.equal(service!.officers.absent, 1)
  assert.equal(service!.proposal, null)
  assert.ok(service!.storage.databaseBytes > 0)
})

test('the history is checked as a whole once in ten minutes', async () => {
  const first = await recentCheck(fresh.sql, region.id, NOW)
  assert.equal(first.brokenAt, null)
  assert.ok(first.rows > 5)
  const soon = new Date(NOW.getTime() + 60_000)
  assert.equal((await recentCheck(fresh.sql, region.id, soon)).checkedAt, NOW)
  const later = new Date(NOW.getTime() + 11 * 60_000)
  assert.equal((await recentCheck(fresh.sql, region.id, later)).checkedAt, later)
})
