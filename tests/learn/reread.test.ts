import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { groupWaiting } from '../../src/group/group.ts'
import type { Example } from '../../src/learn/example.ts'
import { findModel } from '../../src/learn/find-model.ts'
import { reread, type RereadOptions } from '../../src/learn/reread.ts'
import { adaptModel } from '../../src/learn/train.ts'
import type { Acting } from '../../src/people/officer.ts'
import { readWaiting } from '../../src/read/job.ts'
import { type Model, shippedModel } from '../../src/read/model.ts'
import { loadRegion, type Region } from '../../src/region/region.ts'
import { storeRegion } from '../../src/region/store.ts'
import { balance } from '../../src/trends/balance.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { freshDatabase, makePost, makeSource, packFolder, type Fresh } from '../helpers.ts'
import { asOfficer, caseFields } from '../makers.ts'
import { makeModel } from './models.ts'

/** Nothing that the shipped model knows; the other one has learned that it is a complaint. */
const LEARNED = 'palakato mokorota lahumpe'
const KNOWN = 'Tolong, jalan rusak parah di depan pasar, sudah sebulan tidak diperbaiki!'
const DARK = 'Tolong pak, lampu jalan mati total sudah seminggu, kapan diperbaiki?'

let fresh: Fresh
let region: Region
let humas: Acting
let model: Model
let sourceId: number
let regions = 0
before(async () => {
  fresh = await freshDatabase()
  const example = (n: number): Example => ({
    id: `e${n}`,
    text: `${LEARNED} nomor ${n}`,
    channel: 'x',
    complaint: true,
    category: null,
    urgent: false,
    sure: true,
    weight: 1,
  })
  model = adaptModel(
    shippedModel(),
    Array.from({ length: 200 }, (_, n) => example(n)),
    { name: 'latihan-9', region: await loadRegion(packFolder('contoh')) },
  )
})
after(() => fresh.close())
beforeEach(async () => {
  region = { ...(await loadRegion(packFolder('contoh'))), id: `contoh-${++regions}` }
  await storeRegion(fresh.sql, region)
  humas = await asOfficer(fresh.sql, region, 'humas')
  sourceId = (await makeSource(fresh.sql, { regionId: region.id })).id
})

const SINCE = new Date('2025-01-01')
const again = (options: Partial<RereadOptions> = {}) =>
  reread(fresh.db, region, { model, since: SINCE, apply: false, ...options })

/** A post as the line leaves it: read by the shipped model and grouped. */
async function pass(text: string, at = new Date()): Promise<number> {
  const { id } = await makePost(fresh.sql, { regionId: region.id, sourceId, text, createdAt: at })
  await readWaiting(fresh.db, region, { limit: 100 })
  while ((await groupWaiting(fresh.db, region, { limit: 100 })) > 0);
  return id
}

const stateOf = async (id: number) => {
  const [row] = await fresh.sql<
    { outcome: string | null; model: string; models: string[]; candidate: number | null }[]
  >`
    select p.outcome, r.model, v.candidate_id as candidate,
           (select array_agg(o.model order by o.id) from readings o where o.post_id = p.id) as models
      from posts p
      join readings r on r.id = p.reading_id
      left join voices v on v.post_id = p.id and v.left_at is null
     where p.id = ${id}`
  return row!
}

test('without --apply the readings stand beside the old ones, and nothing that counts changes', async () => {
  const aside = await pass(LEARNED)
  const heard = await pass(KNOWN)
  const before = [await stateOf(aside), await stateOf(heard)]
  assert.deepEqual(
    before.map(({ outcome }) => outcome),
    ['set_aside', 'candidate'],
  )
  const { all, undecided, again: sentBack } = await again()
  assert.deepEqual([all.messages, all.toComplaint, undecided.toComplaint, sentBack], [2, 1, 1, 0])
  const shipped = shippedModel().name
  for (const [n, id] of [aside, heard].entries()) {
    const { models, ...state } = await stateOf(id)
    assert.deepEqual(models, [shipped, 'latihan-9'])
    const { models: _, ...was } = before[n]!
    assert.deepEqual(state, was)
  }
})

test('with --apply a post that was set aside and is a complaint now comes to the queue', async () => {
  const aside = await pass(LEARNED)
  const told: [number, number][] = []
  const result = await again({ apply: true, progress: (...at) => void told.push(at) })
  assert.equal(result.again, 1)
  assert.deepEqual(told.at(-1), [1, 1])
  assert.deepEqual(
    [(await stateOf(aside)).outcome, (await stateOf(aside)).model],
    [null, 'latihan-9'],
  )
  await groupWaiting(fresh.db, region, { limit: 10 })
  assert.ok((await stateOf(aside)).candidate)
  assert.equal((await balance(fresh.sql, region.id)).unaccounted, 0)
  const [event] = await fresh.sql<{ data: { model: string; again: number } }[]>`
    select data from events where kind = 'readings.reread' order by id desc limit 1`
  assert.deepEqual([event?.data.model, event?.data.again], ['latihan-9', 1])
})

test('doing it twice does it once', async () => {
  const aside = await pass(LEARNED)
  await pass(KNOWN)
  await again({ apply: true })
  while ((await groupWaiting(fresh.db, region, { limit: 100 })) > 0);
  const { candidate } = await stateOf(aside)
  const second = await again({ apply: true })
  assert.deepEqual([second.again, second.candidates, second.all.toComplaint], [0, 0, 0])
  assert.equal((await stateOf(aside)).candidate, candidate)
})

test('a decision keeps the reading that it was made on', async () => {
  const heard = await pass(KNOWN)
  const { candidate } = await stateOf(heard)
  await openCandidate(fresh.sql, humas, { id: candidate!, ...caseFields() })
  await again({ apply: true })
  const { model: counts, models } = await stateOf(heard)
  assert.deepEqual([counts, models.length], [shippedModel().name, 2])
})

test('what a person has judged in the daily sample stays aside', async () => {
  const aside = await pass(LEARNED)
  await fresh.sql`
    insert into samples (region_id, post_id, drawn_on, drawn_before, channel, stratum_size,
                         stratum_drawn, source_id, verdict, decided_by, decided_at)
    values (${region.id}, ${aside}, '2026-11-20', now(), 'x', 10, 1, ${sourceId}, 'not_complaint',
            ${humas.officer.id}, now())`
  const { undecided, again: sentBack } = await again({ apply: true })
  assert.deepEqual([undecided.messages, sentBack], [0, 0])
  assert.equal((await stateOf(aside)).outcome, 'set_aside')
})

test('a waiting candidate keeps its voices and takes the new facts, but not against a person', async () => {
  const [one, two] = [await pass(KNOWN), await pass(DARK)]
  const ids = [(await stateOf(one)).candidate!, (await stateOf(two)).candidate!]
  // As if the older model had taken both for something else, and a person had corrected the second.
  await fresh.sql`
    update readings r set category = 'sosial', urgent = true
      from posts p where p.reading_id = r.id and p.id in (${one}, ${two})`
  await fresh.sql`update candidates set category = 'sosial', urgent = true where id = ${ids[0]!}`
  await fresh.sql`update candidates set category = 'ketertiban', urgent = true where id = ${ids[1]!}`
  const result = await again({ apply: true })
  assert.equal(result.undecided.category, 2)
  const rows = await fresh.sql<{ category: string; urgent: boolean; voices: number }[]>`
    select c.category, c.urgent,
           (select count(*) from voices v where v.candidate_id = c.id and v.left_at is null) as voices
      from candidates c where c.id = any(${ids}::bigint[]) order by c.id`
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { category: 'jalan', urgent: false, voices: 1 },
      { category: 'ketertiban', urgent: false, voices: 1 },
    ],
  )
})

test('the same model reads anew: only what is undecided changes', async () => {
  const [open, done] = [await pass(KNOWN), await pass(DARK)]
  await openCandidate(fresh.sql, humas, { id: (await stateOf(done)).candidate!, ...caseFields() })
  await fresh.sql`update readings set category = 'sosial' where post_id in (${open}, ${done})`
  const same = { model: shippedModel() }
  const dry = await again(same)
  assert.deepEqual([dry.all.category, dry.undecided.category], [2, 1])
  await again({ ...same, apply: true })
  const rows = await fresh.sql<{ category: string }[]>`
    select category from readings where post_id in (${open}, ${done}) order by post_id`
  assert.deepEqual(
    rows.map(({ category }) => category),
    ['jalan', 'sosial'],
  )
})

test('only what was said since the given day is read', async () => {
  await pass(LEARNED, new Date('2024-12-31'))
  const { all } = await again({ apply: true })
  assert.equal(all.messages, 0)
})

test('a run that dies has done whole batches, and the next one ends the work', async () => {
  const ids: number[] = []
  for (let n = 0; n < 3; n += 1) ids.push(await pass(`${LEARNED} ${n}`))
  const dying = again({
    apply: true,
    progress: () => {
      throw new Error('killed')
    },
  })
  await assert.rejects(dying, /killed/)
  assert.equal((await balance(fresh.sql, region.id)).unaccounted, 0)
  await again({ apply: true })
  while ((await groupWaiting(fresh.db, region, { limit: 100 })) > 0);
  for (const id of ids) assert.equal((await stateOf(id)).outcome, 'candidate')
  assert.equal((await balance(fresh.sql, region.id)).unaccounted, 0)
})

test('a model is found by its name, or the sentence tells which there are', async () => {
  await makeModel(fresh.sql, { regionId: region.id, name: 'latihan-1', status: 'retired' })
  const find = (name: string) => findModel(fresh.sql, region.id, name)
  assert.equal((await find('latihan-1')).name, 'latihan-1')
  assert.equal((await find(shippedModel().name)).name, shippedModel().name)
  await assert.rejects(find('lain'), /no model "lain"; there are .*, latihan-1/)
  await fresh.sql`update models set status = 'declined', file = null where region_id = ${region.id}`
  await assert.rejects(find('latihan-1'), /declined, so its file was not kept/)
})
