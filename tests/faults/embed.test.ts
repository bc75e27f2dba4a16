/** `dengar embed` killed in the middle, and run twice at once while posts are grouped, on PostgreSQL. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { builtIn } from '../../src/group/embedder.ts'
import { groupWaiting } from '../../src/group/group.ts'
import { currentEmbedders } from '../../src/group/queries-refill.ts'
import { readWaiting } from '../../src/read/job.ts'
import type { Region } from '../../src/region/region.ts'
import { freshDatabase, freshRegion, makePost, makeSource, type Fresh } from '../helpers.ts'
import { eventually, removeFolder, scratchFolder, startDengar } from '../service.ts'

const VOICES = 6000
const NEW = builtIn.name

let fresh: Fresh
let region: Region
let sourceId: number
let folder: string
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  sourceId = (await makeSource(fresh.sql, { regionId: region.id })).id
  folder = await scratchFolder()
})
after(async () => {
  await fresh.close()
  await removeFolder(folder)
})

const embed = () =>
  startDengar(['embed'], {
    DATABASE_URL: fresh.url!,
    DENGAR_DATA: folder,
    DENGAR_REGION: region.id,
  })

/** Voices as an older version left them: with a vector by its function. */
async function tellMany(): Promise<void> {
  await fresh.sql`
    with told as (
      insert into posts (region_id, source_id, source_kind, native_id, kind, channel, raw_hash, text, created_at,
                         read_at, grouped_at, outcome)
      select ${region.id}, ${sourceId}, 'file', 'a' || n, 'post', 'x', sha256(n::text::bytea),
             'Tolong, lampu jalan mati di Lorong Uji ' || n, now(), now(), now(), 'candidate'
        from generate_series(1, ${VOICES}) n
      returning id
    ), known as (
      insert into candidates (region_id, title, probability, category, voice_count, first_at, last_at, due_at)
      values (${region.id}, 'Lampu jalan mati', 0.9, 'lampu', ${VOICES}, now(), now(), now())
      returning id
    ), voices as (
      insert into voices (candidate_id, post_id, rung, score)
      select known.id, told.id, 'near', 1 from told, known
      returning id, candidate_id
    )
    insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at, embedder_id)
    select ${region.id}, v.candidate_id, v.id, '\\x00',
           (select array_agg(sin(v.id * i)) from generate_series(1, 256) i)::halfvec, now(), 1
      from voices v`
}

async function filled(): Promise<number> {
  const [row] = await fresh.sql<{ count: number }[]>`
    select count(*) from fingerprints g join embedders e on e.id = g.embedder_id where e.name = ${NEW}`
  return row!.count
}

test('a change of the vector function that is killed again and again ends right', async () => {
  await tellMany()
  const { active } = await currentEmbedders(fresh.sql)
  assert.notEqual(active.name, NEW)
  for (const some of [200, 1500, 3000]) {
    const run = await embed()
    await eventually('some vectors are there', async () => (await filled()) >= some)
    await run.stop('SIGKILL')
    assert.ok((await filled()) < VOICES, 'the kill came in the middle')
    assert.deepEqual(
      (await currentEmbedders(fresh.sql)).active,
      active,
      'the old vectors are searched',
    )
  }

  const runs = await Promise.all([embed(), embed()])
  let told = 0
  const running = () => runs.some(({ child }) => child.exitCode === null)
  do {
    for (let n = 0; n < 20; n += 1) {
      const text = `Tolong pak, jalan berlubang parah di Lorong Baru ${(told += 1)}, sudah lama`
      await makePost(fresh.sql, { regionId: region.id, sourceId, text })
    }
    while ((await readWaiting(fresh.db, region, { limit: 100 })) > 0);
    while ((await groupWaiting(fresh.db, region, { limit: 100 })) > 0);
  } while (running())
  for (const { child, output } of runs) assert.equal(child.exitCode, 0, output())

  const last = await embed()
  await last.until(/active/)
  assert.equal(await last.stop('SIGCONT'), 0, last.output())
  const left = await fresh.sql`
    select v.id from voices v
      left join fingerprints g on g.voice_id = v.id
      left join embedders e on e.id = g.embedder_id
     group by v.id
    having count(*) <> 1 or min(e.name) is distinct from ${NEW}`
  assert.equal(left.length, 0, `of ${VOICES + told}`)
  const rows = await fresh.sql<{ name: string; status: string; isEmptied: boolean }[]>`
    select name, status, done_at is not null as is_emptied from embedders order by id`
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { name: active.name, status: 'retired', isEmptied: true },
      { name: NEW, status: 'active', isEmptied: true },
    ],
  )
})
