/** Four processes that group the same problems at the same moment, on PostgreSQL: one candidate each. */
import assert from 'node:assert/strict'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { loadRegion, type Region } from '../../src/region/region.ts'
import { storeRegion } from '../../src/region/store.ts'
import { readWaiting } from '../../src/read/job.ts'
import { freshDatabase, makePost, makeSource, packFolder, ROOT, type Fresh } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'

const PROCESSES = 4
const STREETS = ['Saranani', 'Bunggasi', 'Martandu', 'Chairil Anwar', 'Sorumba', 'Lumba-Lumba']
const TELLINGS = [
  (street: string) =>
    `Tolong pak, lampu jalan di Jl ${street} nomor 12 mati semua sudah dua minggu`,
  (street: string) => `Lampu jalan Jl ${street} nomor 12 mati semua dua minggu, tolong pak gelap`,
  (street: string) => `min, lampu jalan di Jl ${street} nomor 12 mati semua sudah dua minggu lebih`,
]

let fresh: Fresh
let region: Region
let children: ChildProcess[] = []
before(async () => {
  fresh = await freshDatabase()
  region = await loadRegion(packFolder('kendari'))
  await storeRegion(fresh.sql, region)
})
after(async () => {
  for (const child of children) child.kill()
  await fresh.close()
})

test(
  'no problem becomes two candidates, and nothing is grouped twice',
  { timeout: 120_000 },
  async () => {
    const { id: sourceId } = await makeSource(fresh.sql, { regionId: region.id })
    for (let n = 0; n < 180; n += 1) {
      const street = STREETS[n % STREETS.length]!
      const text = TELLINGS[Math.floor(n / STREETS.length) % TELLINGS.length]!(street)
      await makePost(fresh.sql, { regionId: region.id, sourceId, text })
    }
    while ((await readWaiting(fresh.db, region, { limit: 200 })) > 0);

    const script = path.join(ROOT, 'tests/faults/group-process.ts')
    children = Array.from({ length: PROCESSES }, () => fork(script, [fresh.url!, region.id]))
    await Promise.all(children.map((child) => once(child, 'message')))
    const ends = children.map((child) => once(child, 'message') as Promise<[{ handled: number }]>)
    for (const child of children) child.send('go')
    const handled = (await Promise.all(ends)).map(([end]) => end.handled)

    assert.equal(
      handled.reduce((sum, count) => sum + count, 0),
      180,
    )
    assert.ok(handled.filter((count) => count > 0).length > 1, 'only one process had work')
    const candidates = await fresh.sql<{ voiceCount: number }[]>`
    select voice_count from candidates where region_id = ${region.id} order by id`
    assert.deepEqual(
      candidates.map((row) => row.voiceCount),
      STREETS.map(() => 30),
    )
    assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
  },
)
