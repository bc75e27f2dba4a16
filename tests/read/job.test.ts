import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { groupWaiting } from '../../src/group/group.ts'
import { readWaiting } from '../../src/read/job.ts'
import { loadRegion, type Region } from '../../src/region/region.ts'
import { storeRegion } from '../../src/region/store.ts'
import { freshDatabase, makePost, makeSource, packFolder, type Fresh } from '../helpers.ts'

let fresh: Fresh
let region: Region
let sourceId: number
let regions = 0

before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())
beforeEach(async () => {
  region = { ...(await loadRegion(packFolder('kendari'))), id: `kendari-${++regions}` }
  await storeRegion(fresh.sql, region)
  sourceId = (await makeSource(fresh.sql, { regionId: region.id })).id
})

const post = (text: string) => makePost(fresh.sql, { regionId: region.id, sourceId, text })
const readings = () => fresh.sql<
  { complaint: boolean; probability: number; reasons: { text: string }[] }[]
>`
  select r.complaint, r.probability, r.reasons
    from readings r join posts p on p.reading_id = r.id
   where p.region_id = ${region.id} and p.read_at is not null
   order by p.id`

describe('the read job', () => {
  it('reads each post once and marks it with its reading', async () => {
    await post('Tolong pak, jalan rusak parah di Kambu')
    await post('selamat pagi')
    assert.equal(await readWaiting(fresh.db, region, { limit: 10 }), 2)
    assert.equal(await readWaiting(fresh.db, region, { limit: 10 }), 0)
    assert.deepEqual(
      (await readings()).map((row) => row.complaint),
      [true, false],
    )
  })

  it('takes no more than the limit', async () => {
    for (let i = 0; i < 5; i += 1) await post(`jalan rusak ${i}`)
    assert.equal(await readWaiting(fresh.db, region, { limit: 3 }), 3)
    assert.equal(await readWaiting(fresh.db, region, { limit: 3 }), 2)
  })

  it('reads nothing twice when workers run at once', async () => {
    for (let i = 0; i < 40; i += 1) await post(`lampu mati di lorong ${i}`)
    const handled = await Promise.all(
      Array.from({ length: 4 }, () => readWaiting(fresh.db, region, { limit: 20 })),
    )
    while ((await readWaiting(fresh.db, region, { limit: 20 })) > 0) handled.push(0)
    assert.equal((await readings()).length, 40)
    const [row] = await fresh.sql<{ count: number }[]>`
      select count(*) from readings r join posts p on p.id = r.post_id where p.region_id = ${region.id}`
    assert.equal(row!.count, 40)
  })

  it('shows a person what it cannot read, instead of losing it', async () => {
    const { id } = await post('jalan rusak')
    const reader = () => {
      throw new Error('boom')
    }
    const problems: string[] = []
    const warn = (problem: string) => void problems.push(problem)
    await readWaiting(fresh.db, region, { limit: 10, reader, warn })
    assert.deepEqual(problems, [`read: post ${id} cannot be read: Error: boom`])
    const [row] = await readings()
    assert.equal(row!.complaint, true)
    assert.equal(row!.probability, 0.5)
    assert.match(row!.reasons[0]!.text, /tidak dapat dibaca/)
    await groupWaiting(fresh.db, region, { limit: 10 })
    const [candidate] = await fresh.sql`select title from candidates where region_id = ${region.id}`
    assert.ok(candidate)
  })

  it('reads a post again when it is asked to, and keeps one reading of the model', async () => {
    const { id } = await post('Tolong, sampah menumpuk di Kadia')
    await readWaiting(fresh.db, region, { limit: 10 })
    await fresh.sql`update posts set read_at = null where id = ${id}`
    assert.equal(await readWaiting(fresh.db, region, { limit: 10 }), 1)
    const rows = await fresh.sql`select 1 from readings where post_id = ${id}`
    assert.equal(rows.length, 1)
  })

  it('believes the citizen who files: category, kelurahan and address', async () => {
    await fresh.sql`
      insert into filings (region_id, number, secret_hash, text, category, kelurahan_code, address)
      values (${region.id}, 'L-1', '\\x00', 'tolong, sudah lama begini', 'drainase',
              '74.71.01.1006', 'Lorong Mekar no 4')`
    await readWaiting(fresh.db, region, { limit: 10 })
    const [row] = await fresh.sql`
      select r.* from readings r join filings f on f.reading_id = r.id where f.region_id = ${region.id}`
    assert.equal(row!['complaint'], true)
    assert.equal(row!['category'], 'drainase')
    assert.equal(row!['agencyCode'], 'PUPR')
    assert.equal(row!['kelurahanCode'], '74.71.01.1006')
    assert.equal(row!['kecamatanCode'], '74.71.01')
    assert.match(String(row!['place']), /Lorong Mekar no 4/)
  })

  it('takes odd texts as they come', async () => {
    for (const text of [
      '',
      '🙏',
      '\u202ejalan rusak\u202c di Kambu 𝐩𝐚𝐫𝐚𝐡',
      '😭'.repeat(500),
      'a'.repeat(200_000),
    ]) {
      await post(text)
    }
    assert.equal(await readWaiting(fresh.db, region, { limit: 10 }), 5)
    assert.equal(await groupWaiting(fresh.db, region, { limit: 10, mostMs: 60_000 }), 5)
  })
})
