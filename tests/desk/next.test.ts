import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { connectPostgres } from '../../src/db/connect.ts'
import { holdCandidate } from '../../src/desk/hold.ts'
import { nextCandidate, type NextInput } from '../../src/desk/next.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'
import { asOfficer, assertRefused, makeCandidate } from '../makers.ts'

let fresh: Fresh
let region: Region
let sari: Acting
let budi: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  sari = await asOfficer(fresh.sql, region, 'analyst', { name: 'Sari' })
  budi = await asOfficer(fresh.sql, region, 'humas', { name: 'Budi' })
})
after(() => fresh.close())

const HOUR = 3_600_000
let urgent: number
let first: number
let second: number
beforeEach(async () => {
  await fresh.sql`delete from holds`
  await fresh.sql`
    update candidates set status = 'dismissed', dismiss_reason = 'spam', decided_at = now()
     where status = 'waiting'`
  const made = async (hours: number, options = {}) => {
    const at = new Date(Date.now() - hours * HOUR)
    return (await makeCandidate(fresh.sql, region, { at, ...options })).id
  }
  second = await made(1, { category: 'sampah' })
  first = await made(20)
  urgent = await made(1, { urgent: true })
})
const next = async (by: Acting, input: NextInput = {}) =>
  (await nextCandidate(fresh.sql, by, input))?.id ?? null

test('the most pressing one comes first, and a colleague gets the next', async () => {
  assert.equal(await next(sari), urgent)
  assert.equal(await next(budi), first)
  const third = await asOfficer(fresh.sql, region, 'analyst')
  assert.equal(await next(third), second)
  assert.equal(await next(await asOfficer(fresh.sql, region, 'analyst')), null)
})

test('what was handed out is held for deciding, with its whole row', async () => {
  const row = await nextCandidate(fresh.sql, sari)
  assert.deepEqual([row?.id, row?.status, row?.urgent], [urgent, 'waiting', true])
  const { isMine } = await holdCandidate(fresh.sql, budi, { id: urgent, doing: 'deciding' })
  assert.equal(isMine, false)
})

test('who asks again without deciding gets the same, or the one after when passing it over', async () => {
  assert.equal(await next(sari), urgent)
  assert.equal(await next(sari), urgent)
  assert.equal(await next(sari, { skip: [urgent] }), first)
  assert.equal(await next(budi), urgent, 'what was passed over is free again')
})

test('a hold that ran out is free for others', async () => {
  assert.equal(await next(sari), urgent)
  const now = new Date(Date.now() + 11 * 60_000)
  assert.equal(await next(budi, { now }), urgent)
})

test('who only looks keeps nobody from it', async () => {
  await holdCandidate(fresh.sql, sari, { id: urgent, doing: 'looking' })
  assert.equal(await next(budi), urgent)
})

test('the filters are those of the queue; what is decided never comes', async () => {
  assert.equal(await next(sari, { filters: { category: 'sampah' } }), second)
  assert.equal(await next(sari, { filters: { status: 'dismissed' } }), urgent)
  assert.equal(await next(sari, { filters: { category: 'banjir' } }), null)
})

test('what a colleague was assigned stays with them, unless it is asked for', async () => {
  await fresh.sql`update candidates set assigned_to = ${budi.officer.id} where id = ${urgent}`
  assert.equal(await next(sari), first)
  assert.equal(await next(budi), urgent)
  await fresh.sql`delete from holds`
  assert.equal(await next(sari, { filters: { assigned: budi.officer.id } }), urgent)
})

test('what is snoozed does not come before its time', async () => {
  const until = new Date(Date.now() + HOUR)
  await fresh.sql`
    update candidates set snoozed_until = ${until}, snoozed_by = ${sari.officer.id} where id = ${urgent}`
  assert.equal(await next(sari), first)
  assert.equal(await next(sari, { filters: { snoozed: true } }), urgent)
})

test('a role that only reads is refused', async () => {
  const leader = await asOfficer(fresh.sql, region, 'leader')
  await assertRefused(nextCandidate(fresh.sql, leader), 403, /memutuskan kandidat/)
})

test('thirty officers who ask at once get thirty different ones, and every one is handed out', async () => {
  const officers = await Promise.all(
    Array.from({ length: 30 }, () => asOfficer(fresh.sql, region, 'analyst')),
  )
  for (let n = 0; n < 27; n += 1) await makeCandidate(fresh.sql, region)
  const given = await Promise.all(officers.map((by) => next(by)))
  assert.ok(
    given.every((id) => id !== null),
    'nobody is told that nothing is left while something is',
  )
  assert.equal(new Set(given).size, 30)
})

test('officers who decide while others ask are never handed what is decided', async () => {
  const officers = await Promise.all(
    Array.from({ length: 10 }, () => asOfficer(fresh.sql, region, 'analyst')),
  )
  for (let n = 0; n < 47; n += 1) await makeCandidate(fresh.sql, region)
  const decided: number[] = []
  const work = async (by: Acting) => {
    for (;;) {
      const row = await nextCandidate(fresh.sql, by)
      if (!row) return
      await dismissCandidate(fresh.sql, by, { id: row.id, version: row.version, reason: 'spam' })
      decided.push(row.id)
    }
  }
  await Promise.all(officers.map(work))
  assert.equal(decided.length, 50)
  assert.equal(new Set(decided).size, 50)
})

test('two who come back at once to candidates with old holds of each other do not wait for each other', async () => {
  // The embedded database has one connection: nobody waits for anybody.
  if (!fresh.url) return
  const other = await connectPostgres(fresh.url, 1)
  await next(budi)
  await next(sari)
  const now = new Date(Date.now() + 11 * 60_000)
  // What the other one, who asks at the same moment, has under its hands.
  await other.sql`begin`
  await other.sql`select from holds where candidate_id = ${urgent} for update`
  const asking = next(sari, { now })
  const waiting = () => other.sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await waiting()).length === 0) await wait(10)
  await other.sql`set local lock_timeout = '2s'`
  await other.sql`delete from holds where candidate_id = ${first}`
  await other.sql`commit`
  assert.equal(await asking, urgent)
  await other.close()
})
