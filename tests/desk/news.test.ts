import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parsePosition, positionText, readNews } from '../../src/desk/news.ts'
import { positionNow } from '../../src/desk/queries-news.ts'
import { groupWaiting } from '../../src/group/group.ts'
import type { Acting } from '../../src/people/officer.ts'
import { readWaiting } from '../../src/read/job.ts'
import type { Region } from '../../src/region/region.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { splitCandidate } from '../../src/triage/split.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { freshDatabase, freshRegion, makePost, makeSource, type Fresh } from '../helpers.ts'
import { asOfficer, makeCandidate } from '../makers.ts'
import { makeTold } from '../related.ts'

let fresh: Fresh
let region: Region
let sari: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  sari = await asOfficer(fresh.sql, region, 'analyst', { name: 'Sari' })
})
after(() => fresh.close())

const now = () => positionNow(fresh.sql, region.id)
const since = (position: Awaited<ReturnType<typeof now>>) =>
  readNews(fresh.sql, region.id, position)

test('what grouping made is told as arrived, once', async () => {
  const before = await now()
  const { id: sourceId } = await makeSource(fresh.sql, { regionId: region.id })
  const text = 'Tolong pak, lampu jalan di depan pasar mati semua sudah dua minggu'
  await makePost(fresh.sql, { regionId: region.id, sourceId, text })
  await readWaiting(fresh.db, region, { limit: 10 })
  await groupWaiting(fresh.db, region, { limit: 10 })
  const news = await since(before)
  const rows = await fresh.sql<{ id: number }[]>`select id from candidates order by id desc limit 1`
  assert.deepEqual(news.arrived, [rows[0]!.id])
  assert.deepEqual(await since(news.position), {
    arrived: [],
    changed: [],
    position: news.position,
    isPart: false,
  })
})

test('a decision is told with who made it, and the state of the candidate as it is now', async () => {
  const { id } = await makeCandidate(fresh.sql, region)
  const before = await now()
  const row = await dismissCandidate(fresh.sql, sari, { id, reason: 'spam' })
  const [change] = (await since(before)).changed
  assert.deepEqual(
    { ...change, at: null },
    {
      candidateId: id,
      kind: 'candidate.dismissed',
      status: 'dismissed',
      version: row.version,
      by: { id: sari.officer.id, name: 'Sari' },
      at: null,
    },
  )
  await undoDecision(fresh.sql, sari, { id })
  const both = (await since(before)).changed
  assert.deepEqual(
    both.map(({ kind, status, version }) => [kind, status, version]),
    [['candidate.undone', 'waiting', row.version + 1]],
    'the latest of each candidate',
  )
})

test('what is split off arrives, although its number may come out of order', async () => {
  const { id, voiceIds } = await makeTold(fresh.sql, region, ['Lampu mati', 'Lubang di pasar'])
  const before = await now()
  const far = { ...before, candidate: before.candidate + 1000 }
  const made = await splitCandidate(fresh.sql, sari, { id, voiceIds: [voiceIds[1]!] })
  const news = await since(far)
  assert.deepEqual(news.arrived, [made.candidate.id])
  assert.deepEqual(
    new Set(news.changed.map(({ candidateId }) => candidateId)),
    new Set([id, made.candidate.id]),
  )
})

test('what happens to accounts and sources moves the place on and is told to nobody', async () => {
  const before = await now()
  await fresh.sql`
    insert into events (region_id, kind, prev_hash, hash) values (${region.id}, 'officer.signed_in', '', '')`
  const news = await since(before)
  assert.deepEqual([news.arrived, news.changed], [[], []])
  assert.ok(news.position.event > before.event)
})

test('another region of the same database is not heard', async () => {
  const before = await now()
  await fresh.sql`
    insert into regions (id, name, timezone, pack_hash) values ('lain', 'Kota Lain', 'Asia/Jakarta', 'x')`
  await makeCandidate(fresh.sql, { ...region, id: 'lain' })
  assert.deepEqual(await since(before), {
    arrived: [],
    changed: [],
    position: before,
    isPart: false,
  })
})

test('a place in the history goes to text and back, and nothing else is a place', () => {
  const position = { event: 1234, candidate: 56 }
  assert.deepEqual(parsePosition(positionText(position)), position)
  const others = [undefined, '', '12', '1-', '1-2-3', '-1-2', '1e3-1', `${'9'.repeat(16)}-1`]
  for (const text of others) assert.equal(parsePosition(text), null, text)
})
