import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { loadRegion, type Region } from '../../src/region/region.ts'
import { storeRegion } from '../../src/region/store.ts'
import { freshDatabase, packFolder, type Fresh } from '../helpers.ts'

let fresh: Fresh
let region: Region
before(async () => {
  fresh = await freshDatabase()
  region = await loadRegion(packFolder('contoh'))
})
after(() => fresh.close())

test('a pack is stored once; a changed one is stored again', async () => {
  assert.equal(await storeRegion(fresh.sql, region), true)
  assert.equal(await storeRegion(fresh.sql, region), false)
  assert.equal(await storeRegion(fresh.sql, { ...region, name: 'Nama baru' }), true)
  const [row] = await fresh.sql`select name from regions where id = ${region.id}`
  assert.equal(row!['name'], 'Nama baru')
})

test('two processes that start at once store the same pack without an error', async () => {
  const changed = { ...region, province: 'Lain' }
  const stored = await Promise.all([1, 2, 3].map(() => storeRegion(fresh.sql, changed)))
  assert.ok(stored.includes(true))
})

test('an agency that left the pack is retired, and comes back with it', async () => {
  const [gone, ...agencies] = region.agencies
  const retired = async () => {
    const [row] = await fresh.sql`
      select retired_at from agencies where region_id = ${region.id} and code = ${gone!.code}`
    return row!['retiredAt'] as Date | null
  }
  await storeRegion(fresh.sql, { ...region, agencies })
  assert.notEqual(await retired(), null)
  await storeRegion(fresh.sql, region)
  assert.equal(await retired(), null)
})

test('a province with nine thousand villages is stored whole', async () => {
  const [kecamatan, ...rest] = region.areas
  const villages = Array.from({ length: 9000 }, (_, n) => ({
    ...rest.find((area) => area.level === 'kelurahan')!,
    code: `${kecamatan!.code.slice(0, 5)}.${10 + (n % 90)}.${1000 + n}`,
    name: `Desa ${n}`,
  }))
  const [office] = region.agencies
  const agencies = villages.map(({ code, name }) => ({ ...office!, code, name, areaCode: code }))
  await storeRegion(fresh.sql, { ...region, id: 'provinsi', areas: villages, agencies })
  const [row] = await fresh.sql`
    select (select count(*) from areas where region_id = 'provinsi') as areas,
           (select count(*) from agencies where region_id = 'provinsi') as agencies`
  assert.deepEqual({ ...row }, { areas: 9000, agencies: 9000 })
})
