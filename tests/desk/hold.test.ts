import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  type Doing,
  type Held,
  holdCandidate,
  releaseCandidate,
  tidyHolds,
} from '../../src/desk/hold.ts'
import { connectPostgres } from '../../src/db/connect.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { storeRegion } from '../../src/region/store.ts'
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

const NOW = new Date('2026-03-02T08:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const said = ({ holds, isMine }: Held) => [
  isMine,
  ...holds.map(({ officer, doing }) => `${officer.name} ${doing}`),
]
const made = () => makeCandidate(fresh.sql, region)
const hold = (by: Acting, id: number, doing: Doing, at = NOW) =>
  holdCandidate(fresh.sql, by, { id, doing, now: at })
const take = (by: Acting, id: number, at = NOW) =>
  holdCandidate(fresh.sql, by, { id, doing: 'deciding', take: true, now: at })

test('officers who look at the same candidate see each other', async () => {
  const { id } = await made()
  assert.deepEqual(said(await hold(sari, id, 'looking')), [false, 'Sari looking'])
  assert.deepEqual(said(await hold(budi, id, 'looking', later(1))), [
    false,
    'Sari looking',
    'Budi looking',
  ])
})

test('only one decides: the second is told who, and takes nothing', async () => {
  const { id } = await made()
  assert.deepEqual(said(await hold(sari, id, 'deciding')), [true, 'Sari deciding'])
  assert.deepEqual(said(await hold(budi, id, 'deciding')), [false, 'Sari deciding', 'Budi looking'])
  assert.deepEqual(said(await hold(sari, id, 'deciding')), [true, 'Sari deciding', 'Budi looking'])
})

test('who takes over decides, and the other one no longer does', async () => {
  const { id } = await made()
  await hold(sari, id, 'deciding')
  assert.deepEqual(said(await take(budi, id, later(5))), [true, 'Budi deciding'])
  assert.deepEqual(said(await hold(sari, id, 'deciding', later(6))), [
    false,
    'Budi deciding',
    'Sari looking',
  ])
})

test('looking runs out after a minute, deciding after ten, and each is renewed by saying it again', async () => {
  const { id } = await made()
  await hold(budi, id, 'looking')
  await hold(sari, id, 'deciding')
  const at = async (seconds: number) => said(await hold(budi, id, 'looking', later(seconds)))
  assert.deepEqual(await at(59), [false, 'Sari deciding', 'Budi looking'])
  await hold(sari, id, 'deciding', later(500))
  assert.deepEqual(await at(601), [false, 'Sari deciding', 'Budi looking'])
  assert.deepEqual(await at(500 + 601), [false, 'Budi looking'])
  assert.deepEqual(said(await hold(budi, id, 'deciding', later(1200))), [true, 'Budi deciding'])
})

test('looking at what one decides on does not give it up, and since when does not change', async () => {
  const { id } = await made()
  await hold(sari, id, 'deciding')
  const { holds, isMine } = await hold(sari, id, 'looking', later(30))
  assert.equal(isMine, true)
  assert.deepEqual(
    holds.map(({ doing, since }) => [doing, since]),
    [['deciding', NOW]],
  )
})

test('who leaves is gone at once, and leaving twice is no error', async () => {
  const { id } = await made()
  await hold(sari, id, 'deciding')
  await hold(budi, id, 'looking')
  const leave = () => releaseCandidate(fresh.sql, sari, { id, now: NOW })
  assert.deepEqual(said(await leave()), [false, 'Budi looking'])
  assert.deepEqual(said(await leave()), [false, 'Budi looking'])
  assert.deepEqual(said(await hold(budi, id, 'deciding')), [true, 'Budi deciding'])
})

test('what is decided is held by nobody', async () => {
  const { id } = await made()
  await hold(sari, id, 'deciding')
  await dismissCandidate(fresh.sql, budi, { id, reason: 'spam' })
  assert.deepEqual(said(await hold(sari, id, 'deciding')), [false])
})

test('an unknown candidate, and a role that only reads, are refused', async () => {
  await assertRefused(hold(sari, 999_999, 'looking'), 404, /Kandidat 999999/)
  const { id } = await made()
  const leader = await asOfficer(fresh.sql, region, 'leader')
  await assertRefused(hold(leader, id, 'looking'), 403, /memutuskan kandidat/)
  await assertRefused(releaseCandidate(fresh.sql, leader, { id }), 403)
})

test('many who want the same candidate at once: one gets it', async () => {
  const { id } = await made()
  const many = await Promise.all(
    Array.from({ length: 12 }, () => asOfficer(fresh.sql, region, 'analyst')),
  )
  const held = await Promise.all(many.map((by) => hold(by, id, 'deciding')))
  assert.equal(held.filter(({ isMine }) => isMine).length, 1)
  const taken = await Promise.all(many.map((by) => take(by, id)))
  assert.equal(taken.filter(({ isMine }) => isMine).length, 12, 'each took over in turn')
  const [row] = await fresh.sql<{ count: number }[]>`
    select count(*) from holds where candidate_id = ${id} and doing = 'deciding'`
  assert.equal(row?.count, 1)
})

test('holds whose browsers have gone are removed', async () => {
  const { id } = await made()
  await hold(sari, id, 'looking')
  await tidyHolds(fresh.sql, later(7200))
  const rows = await fresh.sql`select from holds where candidate_id = ${id}`
  assert.equal(rows.length, 0)
})

test('tidying passes over what is being renewed at this moment', async () => {
  // The embedded database has one connection: nothing happens at the same moment.
  if (!fresh.url) return
  const other = await connectPostgres(fresh.url, 1)
  const [renewed, old] = [(await made()).id, (await made()).id]
  for (const id of [renewed, old]) await hold(sari, id, 'looking')
  await other.sql`begin`
  await other.sql`select from holds where candidate_id = ${renewed} for update`
  await tidyHolds(fresh.sql, later(7200))
  await other.sql`commit`
  await other.close()
  const rows = await fresh.sql<{ candidateId: number }[]>`
    select candidate_id from holds where candidate_id in (${renewed}, ${old})`
  assert.deepEqual(
    rows.map(({ candidateId }) => candidateId),
    [renewed],
  )
})

test('who leaves a candidate of another government is told nothing of it', async () => {
  const elsewhere = { ...region, id: 'seberang' }
  await storeRegion(fresh.sql, elsewhere)
  const tuti = await asOfficer(fresh.sql, elsewhere, 'analyst', { name: 'Tuti' })
  const { id } = await made()
  await hold(sari, id, 'deciding')
  await assertRefused(hold(tuti, id, 'looking'), 404)
  const left = await releaseCandidate(fresh.sql, tuti, { id, now: NOW })
  assert.deepEqual(left, { holds: [], isMine: false })
  assert.deepEqual(said(await hold(sari, id, 'looking')), [true, 'Sari deciding'])
})
