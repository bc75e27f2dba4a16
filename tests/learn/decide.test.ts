import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { acceptModel, chooseModel, declineModel } from '../../src/learn/decide.ts'
import { listModels } from '../../src/learn/list.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'
import { asOfficer, assertRefused, oneWins } from '../makers.ts'
import { makeModel } from './models.ts'

let fresh: Fresh
let region: Region
let sari: Acting
let budi: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  sari = await asOfficer(fresh.sql, region, 'admin', { name: 'Sari' })
  budi = await asOfficer(fresh.sql, region, 'admin', { name: 'Budi' })
})
after(() => fresh.close())
beforeEach(() => fresh.sql`delete from models`)

const propose = (name = 'latihan-2026-11-22') =>
  makeModel(fresh.sql, { regionId: region.id, name, status: 'proposed' })
const models = () => listModels(fresh.sql, sari)
const events = async () =>
  (
    await fresh.sql<{ kind: string; officerId: number; data: { name: string } }[]>`
      select kind, officer_id, data from events where kind like 'model.%' order by id desc limit 1`
  )[0]

test('an accepted proposal reads, the former model can be chosen again, and the history says by whom', async () => {
  const first = await propose('latihan-1')
  await acceptModel(fresh.sql, sari, { id: first })
  const second = await propose('latihan-2')
  await acceptModel(fresh.sql, budi, { id: second, reads: 'latihan-1' })
  const { reads, models: all, proposal } = await models()
  assert.deepEqual([reads.name, reads.by?.name, proposal], ['latihan-2', 'Budi', null])
  assert.equal(all.find(({ id }) => id === first)?.status, 'retired')
  const event = await events()
  assert.deepEqual(
    [event?.kind, event?.officerId, event?.data],
    ['model.accepted', budi.officer.id, { name: 'latihan-2', instead: 'latihan-1' }],
  )
  await chooseModel(fresh.sql, sari, { id: first })
  assert.equal((await models()).reads.name, 'latihan-1')
  assert.equal((await events())?.kind, 'model.chosen')
})

test('the shipped model can be chosen again', async () => {
  const { shipped } = await models()
  await acceptModel(fresh.sql, sari, { id: await propose(), reads: shipped })
  await chooseModel(fresh.sql, budi, { id: null })
  const { reads } = await models()
  assert.deepEqual([reads.id, reads.name, reads.by?.name], [null, shipped, 'Budi'])
  assert.ok(reads.since)
  await assertRefused(chooseModel(fresh.sql, budi, { id: null }), 409, /bawaan sedang dipakai/)
})

test('a declined proposal keeps its card and note, and its file goes', async () => {
  const id = await propose()
  await declineModel(fresh.sql, sari, { id, note: ' Terlalu sedikit keputusan. ' })
  const [found] = (await models()).models
  assert.deepEqual(
    [found?.status, found?.decidedBy?.name, found?.note],
    ['declined', 'Sari', 'Terlalu sedikit keputusan.'],
  )
  const [row] = await fresh.sql`select file is null as gone, card from models where id = ${id}`
  assert.ok(row?.['gone'] && row['card'])
  assert.equal((await events())?.kind, 'model.declined')
  await assertRefused(chooseModel(fresh.sql, sari, { id }), 409, /tidak disimpan/)
})

test('of two admins who decide at once one wins, and the other is told by whom', async () => {
  const id = await propose()
  const refusal = await oneWins(
    acceptModel(fresh.sql, sari, { id }),
    declineModel(fresh.sql, budi, { id }),
  )
  assert.equal(refusal.status, 409)
  assert.match(refusal.message, /sudah diputuskan oleh (Sari|Budi) pada/)
})

test('an admin whose screen shows another model than the one that reads is told who changed it', async () => {
  const old = await propose('latihan-1')
  await acceptModel(fresh.sql, sari, { id: old })
  await chooseModel(fresh.sql, budi, { id: null })
  const refusal = /Model yang membaca sudah diganti oleh Budi pada/
  const late = { reads: 'latihan-1' }
  await assertRefused(
    acceptModel(fresh.sql, sari, { id: await propose('latihan-2'), ...late }),
    409,
    refusal,
  )
  await assertRefused(chooseModel(fresh.sql, sari, { id: old, ...late }), 409, refusal)
})

test('what does not exist, reads already, waits for its decision or cannot be read is refused', async () => {
  const id = await propose()
  await assertRefused(acceptModel(fresh.sql, sari, { id: 999_999 }), 404)
  await assertRefused(chooseModel(fresh.sql, sari, { id }), 409, /masih berupa usulan/)
  await fresh.sql`update models set file = '\\x00' where id = ${id}`
  await assertRefused(acceptModel(fresh.sql, sari, { id }), 409, /rusak/)
  assert.equal((await models()).proposal?.id, id)
  const reading = await makeModel(fresh.sql, {
    regionId: region.id,
    name: 'latihan-9',
    status: 'champion',
  })
  await assertRefused(chooseModel(fresh.sql, sari, { id: reading }), 409, /sedang dipakai/)
  const long = 'x'.repeat(2001)
  await assertRefused(declineModel(fresh.sql, sari, { id, note: long }), 422, /2000/)
})

test('only an admin decides, and only on models of the own region', async () => {
  const id = await propose()
  for (const role of ['analyst', 'humas', 'leader', 'observer'] as const) {
    const acting = await asOfficer(fresh.sql, region, role)
    await assertRefused(acceptModel(fresh.sql, acting, { id }), 403, /mengatur mesin baca/)
    await assertRefused(declineModel(fresh.sql, acting, { id }), 403)
    await assertRefused(chooseModel(fresh.sql, acting, { id: null }), 403)
    await assertRefused(listModels(fresh.sql, acting), 403)
  }
  await fresh.sql`
    insert into regions (id, name, timezone, pack_hash) values ('lain', 'Kota Lain', 'Asia/Jakarta', 'x')`
  const foreign = await makeModel(fresh.sql, { regionId: 'lain', name: 'x', status: 'proposed' })
  await assertRefused(acceptModel(fresh.sql, sari, { id: foreign }), 404)
})
