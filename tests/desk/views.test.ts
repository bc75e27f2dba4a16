import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addView, changeView, listViews, removeView, type SavedView } from '../../src/desk/views.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'
import { asOfficer, assertRefused } from '../makers.ts'

let fresh: Fresh
let region: Region
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
})
after(() => fresh.close())

const officer = () => asOfficer(fresh.sql, region, 'analyst')
const add = (by: Acting, name: string, query = 'urgent=1') =>
  addView(fresh.sql, by, { name, query })
const namesOf = (views: SavedView[]) => views.map(({ name }) => name)

test('views are kept in the order in which they were added, each officer their own', async () => {
  const [sari, budi] = [await officer(), await officer()]
  await add(sari, 'Darurat')
  assert.deepEqual(namesOf(await add(sari, 'Sampah', 'category=sampah')), ['Darurat', 'Sampah'])
  assert.deepEqual(namesOf(await add(budi, 'Darurat')), ['Darurat'])
  assert.deepEqual(
    (await listViews(fresh.sql, sari)).map(({ query, position }) => [query, position]),
    [
      ['urgent=1', 0],
      ['category=sampah', 1],
    ],
  )
})

test('a view is renamed, gets other filters, and moves', async () => {
  const sari = await officer()
  await add(sari, 'A')
  await add(sari, 'B')
  const [a, , c] = await add(sari, 'C')
  const moved = await changeView(fresh.sql, sari, { id: c!.id, position: 0 })
  assert.deepEqual(namesOf(moved), ['C', 'A', 'B'])
  const last = await changeView(fresh.sql, sari, { id: c!.id, position: 99 })
  assert.deepEqual(namesOf(last), ['A', 'B', 'C'])
  const renamed = await changeView(fresh.sql, sari, { id: a!.id, name: ' Jalan  rusak ' })
  assert.deepEqual(namesOf(renamed), ['Jalan rusak', 'B', 'C'])
  const other = await changeView(fresh.sql, sari, { id: a!.id, query: 'category=jalan' })
  assert.equal(other[0]?.query, 'category=jalan')
})

test('a name stands once, in capital letters or not', async () => {
  const sari = await officer()
  await add(sari, 'A')
  const [, b] = await add(sari, 'B')
  const same = changeView(fresh.sql, sari, { id: b!.id, name: 'a' })
  await assertRefused(same, 409, /"A" sudah ada/)
})

test('a view is removed, and the others close up', async () => {
  const sari = await officer()
  await add(sari, 'A')
  const [a] = await add(sari, 'B')
  const left = await removeView(fresh.sql, sari, { id: a!.id })
  assert.deepEqual(
    left.map(({ name, position }) => [name, position]),
    [['B', 0]],
  )
  await assertRefused(removeView(fresh.sql, sari, { id: a!.id }), 404)
})

test('the views of others are out of reach', async () => {
  const [sari, budi] = [await officer(), await officer()]
  const [view] = await add(sari, 'Milik Sari')
  await assertRefused(changeView(fresh.sql, budi, { id: view!.id, name: 'x' }), 404)
  await assertRefused(removeView(fresh.sql, budi, { id: view!.id }), 404)
  assert.deepEqual(namesOf(await listViews(fresh.sql, sari)), ['Milik Sari'])
})

test('what is kept is a query and nothing else', async () => {
  const sari = await officer()
  const odd = `?q=${encodeURIComponent('<script>alert(1)</script>')}&q2=a b\u202e\n#x`
  const [view] = await add(sari, 'Aneh', odd)
  assert.match(view!.query, /^[A-Za-z0-9=&%+._*-]*$/)
  assert.equal(new URLSearchParams(view!.query).get('q'), '<script>alert(1)</script>')
})

test('an empty or long name, and a long query, are refused at their fields', async () => {
  const sari = await officer()
  const refused = await assertRefused(add(sari, ' \n ', 'q='.padEnd(1200, 'x')), 422)
  assert.deepEqual(Object.keys(refused.fields).sort(), ['name', 'query'])
  await assertRefused(add(sari, 'x'.repeat(61)), 422)
})

test('thirty are enough, also when they are added at once', async () => {
  const sari = await officer()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 33 }, (_, n) => add(sari, `Tampilan ${n}`)),
  )
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 30)
  const views = await listViews(fresh.sql, sari)
  assert.deepEqual(
    views.map(({ position }) => position),
    Array.from({ length: 30 }, (_, n) => n),
  )
  await assertRefused(add(sari, 'Satu lagi'), 409, /Paling banyak 30/)
})

test('who may not read the queue has no views of it', async () => {
  const agency = await asOfficer(fresh.sql, region, 'agency', { agencyCode: 'DPU' })
  await assertRefused(listViews(fresh.sql, agency), 403, /tidak berhak/)
  await assertRefused(add(agency, 'Antrean'), 403)
})
