import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { acceptModel, chooseModel } from '../../src/learn/decide.ts'
import type { Acting } from '../../src/people/officer.ts'
import { readWaiting } from '../../src/read/job.ts'
import { shippedModel } from '../../src/read/model.ts'
import type { Region } from '../../src/region/region.ts'
import { makeModel } from '../learn/models.ts'
import { freshDatabase, freshRegion, makePost, makeSource, type Fresh } from '../helpers.ts'
import { asOfficer } from '../makers.ts'

let fresh: Fresh
let region: Region
let admin: Acting
let sourceId: number
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  admin = await asOfficer(fresh.sql, region, 'admin')
  sourceId = (await makeSource(fresh.sql, { regionId: region.id })).id
})
after(() => fresh.close())

const problems: string[] = []
/** Reads one new post as the job does. @returns the model that stands in its reading */
async function modelOfNext(): Promise<string> {
  const text = 'Tolong, jalan rusak parah di depan pasar'
  const { id } = await makePost(fresh.sql, { regionId: region.id, sourceId, text })
  problems.length = 0
  await readWaiting(fresh.db, region, { limit: 10, warn: (each) => void problems.push(each) })
  const [row] = await fresh.sql<{ model: string }[]>`
    select r.model from posts p join readings r on r.id = p.reading_id where p.id = ${id}`
  return row!.model
}
const make = (name: string) =>
  makeModel(fresh.sql, { regionId: region.id, name, status: 'proposed' })

test('without a champion the shipped model reads; a proposal changes nothing', async () => {
  await make('latihan-1')
  assert.equal(await modelOfNext(), shippedModel().name)
  await fresh.sql`delete from models`
})

test('a decision of the admin reaches the next batch, in a process that runs', async () => {
  const id = await make('latihan-2')
  assert.equal(await modelOfNext(), shippedModel().name)
  await acceptModel(fresh.sql, admin, { id })
  assert.equal(await modelOfNext(), 'latihan-2')
  assert.equal(await modelOfNext(), 'latihan-2')
  await chooseModel(fresh.sql, admin, { id: null })
  assert.equal(await modelOfNext(), shippedModel().name)
})

test('a champion whose file is damaged is told once, and the shipped model reads', async () => {
  const id = await make('latihan-3')
  await acceptModel(fresh.sql, admin, { id })
  await fresh.sql`update models set file = '\\x0102' where id = ${id}`
  assert.equal(await modelOfNext(), shippedModel().name)
  assert.equal(problems.length, 1)
  assert.match(problems[0]!, /^read: the model latihan-3 cannot be used, /)
  assert.equal(await modelOfNext(), shippedModel().name)
  assert.deepEqual(problems, [])
})
