import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { groupWaiting } from '../../src/group/group.ts'
import type { Acting } from '../../src/people/officer.ts'
import { loadRegion, type Region } from '../../src/region/region.ts'
import { storeRegion } from '../../src/region/store.ts'
import { balance } from '../../src/trends/balance.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { drawSample } from '../../src/triage/draw-sample.ts'
import { listQueue } from '../../src/triage/queue.ts'
import { decideSample, nextSample, type SampleVerdict } from '../../src/triage/sample.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { undoSample } from '../../src/triage/undo-sample.ts'
import { runJob } from '../../workers/run-job.ts'
import { sample as job } from '../../workers/sample.ts'
import { type Fresh, freshDatabase, packFolder } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { asOfficer, assertRefused, eventsOf, makeSetAside, oneWins } from '../makers.ts'

let fresh: Fresh
let region: Region
let analyst: Acting
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())

// History is append-only, so each test has a region of its own instead of an emptied database.
let regions = 0
beforeEach(async () => {
  region = { ...(await loadRegion(packFolder('contoh'))), id: `contoh-${++regions}` }
  await storeRegion(fresh.sql, region)
  analyst = await asOfficer(fresh.sql, region, 'analyst', { name: 'Rahmat' })
})

/** Times of day in Jakarta, the zone of the sample region. */
const jakarta = (time: string) => new Date(`${time}+07:00`)
const YESTERDAY = jakarta('2026-11-21T10:00:00')
const TODAY = jakarta('2026-11-22T06:00:00')
const LATER = jakarta('2026-11-22T09:00:00')

type Row = {
  id: number
  postId: number
  drawnOn: string
  channel: string
  stratumSize: number
  stratumDrawn: number
  category: string | null
  verdict: string | null
}
const samples = () => fresh.sql<Row[]>`
  select id, post_id, to_char(drawn_on, 'YYYY-MM-DD') as drawn_on, channel, stratum_size,
         stratum_drawn, category, verdict
    from samples where region_id = ${region.id} order by id`
const happened = (kind: string) => fresh.sql`
  select officer_id, data from events where region_id = ${region.id} and kind = ${kind}`
const draw = (now = TODAY) => drawSample(fresh.db, region, { now })
async function setAside(count: number, options: Parameters<typeof makeSetAside>[2] = {}) {
  const made: number[] = []
  for (let n = 0; n < count; n++) {
    made.push(await makeSetAside(fresh.sql, region, { at: YESTERDAY, ...options }))
  }
  return made
}
/** One post, drawn today. */
async function drawnOne(text = 'Lampu di gang kami begitu saja sejak Senin ya pak') {
  const postId = await makeSetAside(fresh.sql, region, { text, at: YESTERDAY })
  await draw()
  const { sample } = await nextSample(fresh.sql, analyst, { now: LATER })
  return { id: sample!.id, postId }
}
const decide = (id: number, verdict: SampleVerdict, acting = analyst) =>
  decideSample(fresh.sql, acting, { id, verdict, now: LATER })
const undo = (id: number, acting = analyst) => undoSample(fresh.sql, acting, { id, now: LATER })
const group = () => groupWaiting(fresh.db, region, { limit: 50, mostMs: 60_000 })
const placeOf = async (postId: number) => {
  const [row] = await fresh.sql`select outcome from posts where id = ${postId}`
  return row!['outcome'] as string | null
}
const waiting = () => listQueue(fresh.sql, analyst, {})

test('the draw takes a few of each channel and keeps the chance that each post had', async () => {
  await setAside(60, { channel: 'x' })
  await setAside(20, { channel: 'news', category: 'jalan' })
  await setAside(1, { channel: 'tiktok' })
  assert.equal(await draw(), 20)
  const strata = new Map((await samples()).map((row) => [row.channel, row]))
  const told = (channel: string) => {
    const row = strata.get(channel)!
    return [row.drawnOn, row.stratumSize, row.stratumDrawn, row.category]
  }
  assert.deepEqual(told('x'), ['2026-11-22', 60, 14, null])
  assert.deepEqual(told('news'), ['2026-11-22', 20, 5, 'jalan'])
  assert.deepEqual(told('tiktok'), ['2026-11-22', 1, 1, null])
  const [event] = await happened('sample.drawn')
  assert.deepEqual(event!['data'].strata[0], { channel: 'x', size: 60, drawn: 14 })
})

test('a second draw on the same day draws nothing more, whoever asks', async () => {
  await setAside(30)
  assert.deepEqual(await Promise.all([draw(), draw(LATER)]), [20, 0])
  assert.equal(await draw(LATER), 0)
  assert.equal((await samples()).length, 20)
})

test('each day draws what was set aside since the last one, missed days included', async () => {
  const [before] = await setAside(1, { at: jakarta('2026-11-18T10:00:00') })
  assert.equal(await draw(jakarta('2026-11-19T06:00:00')), 1)
  const [missed] = await setAside(1, { at: jakarta('2026-11-19T23:59:59') })
  const [yesterday] = await setAside(1, { at: jakarta('2026-11-21T00:00:00') })
  const [today] = await setAside(1, { at: jakarta('2026-11-22T00:00:00') })
  assert.equal(await draw(), 2)
  const drawn = new Map((await samples()).map(({ postId, drawnOn }) => [postId, drawnOn]))
  assert.deepEqual(
    [before, missed, yesterday, today].map((id) => drawn.get(id!)),
    ['2026-11-19', '2026-11-22', '2026-11-22', undefined],
  )
  assert.equal(await draw(jakarta('2026-11-23T06:00:00')), 1)
})

test('copies of one text count once, in the sample and in its size', async () => {
  await setAside(5, { text: 'Promo akhir pekan, semua diskon' })
  await setAside(1, { text: 'Selamat pagi' })
  assert.equal(await draw(), 2)
  assert.deepEqual(
    (await samples()).map(({ stratumSize }) => stratumSize),
    [2, 2],
  )
})

test('what waits, speaks or is not grouped is never drawn; an empty day draws nothing', async () => {
  const postId = await makeSetAside(fresh.sql, region, { at: YESTERDAY })
  await fresh.sql`update posts set grouped_at = null, outcome = null where id = ${postId}`
  assert.equal(await draw(), 0)
})

test('which posts are drawn changes from draw to draw', async () => {
  await setAside(40)
  const draws = new Set<string>()
  for (let n = 0; n < 3; n++) {
    await draw()
    draws.add((await samples()).map(({ postId }) => postId).join())
    await fresh.sql`delete from samples where region_id = ${region.id}`
  }
  assert.equal(draws.size, 3)
})

test('the job draws once a day, through the timetable', async () => {
  await setAside(3, { at: new Date(Date.now() - 48 * 3_600_000) })
  const context = { db: fresh.db, region, log: { info() {}, debug() {}, error() {} } }
  const run = () => runJob(job, { ...context, signal: new AbortController().signal } as never)
  assert.deepEqual(await run(), { ran: true, handled: 3, error: null })
  assert.deepEqual(await run(), { ran: true, handled: 0, error: null })
})

test('the desk tells the words, the source and the time, and nothing of the machine or the author', async () => {
  const { id } = await drawnOne('Halo semua')
  const { sample, ...desk } = await nextSample(fresh.sql, analyst, { now: LATER })
  assert.deepEqual(Object.keys(sample!).sort(), [
    'at',
    'channel',
    'id',
    'sourceName',
    'text',
    'title',
  ])
  assert.equal(sample!.id, id)
  assert.deepEqual(desk, { day: '2026-11-22', total: 1, handled: 0, waiting: 1, last: null })
})

test('"not a complaint" leaves the post aside, with a line of history', async () => {
  const { id, postId } = await drawnOne()
  await decide(id, 'not_complaint')
  assert.equal(await placeOf(postId), 'set_aside')
  const desk = await nextSample(fresh.sql, analyst, { now: LATER })
  assert.deepEqual(desk, {
    sample: null,
    day: '2026-11-22',
    total: 1,
    handled: 1,
    waiting: 0,
    last: { id, verdict: 'not_complaint' },
  })
  const [event] = await happened('sample.decided')
  assert.equal(event!['officerId'], analyst.officer.id)
  assert.deepEqual(event!['data'], { sampleId: id, postId, verdict: 'not_complaint' })
})

test('a post called a complaint becomes a candidate, whatever its reading says', async () => {
  const { id, postId } = await drawnOne()
  await decide(id, 'complaint')
  assert.equal((await balance(fresh.sql, region.id)).unaccounted, 0)
  assert.equal(await group(), 1)
  const { items } = await waiting()
  assert.equal(items.length, 1)
  assert.equal(items[0]!.probability, 1)
  assert.equal(await placeOf(postId), 'candidate')
  const events = await eventsOf(fresh.sql, { candidateId: items[0]!.id })
  assert.deepEqual(
    events.map(({ kind, officerId }) => [kind, officerId]),
    [['candidate.found', analyst.officer.id]],
  )
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
})

test('two posts of one problem that were both missed become one candidate', async () => {
  const text = 'Lampu jalan di Jl Melati padam sejak dua minggu, gelap sekali kalau malam'
  await setAside(1, { text })
  await setAside(1, { text: `${text}!!` })
  await draw()
  for (const { id } of await samples()) await decide(id, 'complaint')
  await group()
  const { items } = await waiting()
  assert.deepEqual(
    items.map(({ voiceCount }) => voiceCount),
    [2],
  )
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
})

test('a skipped post is judged by nobody else, and stays aside', async () => {
  const { id, postId } = await drawnOne()
  await decide(id, 'skipped')
  assert.equal(await placeOf(postId), 'set_aside')
  const { waiting: left, last } = await nextSample(fresh.sql, analyst, { now: LATER })
  assert.deepEqual([left, last], [0, { id, verdict: 'skipped' }])
})

test('of two analysts at once one wins, and the other hears who', async () => {
  const { id } = await drawnOne()
  const other = await asOfficer(fresh.sql, region, 'analyst', { name: 'Sari' })
  const refusal = await oneWins(decide(id, 'complaint'), decide(id, 'not_complaint', other))
  assert.equal(refusal.status, 409)
  assert.match(
    refusal.message,
    /^Unggahan ini sudah dinilai oleh (Rahmat|Sari) pada \d+ \w+ \d\d\.\d\d; penilaian Anda tidak dicatat\.$/,
  )
  assert.equal((await happened('sample.decided')).length, 1)
})

test('who may not judge is refused; a sample that does not exist is not found', async () => {
  const { id } = await drawnOne()
  for (const role of ['humas', 'leader', 'observer'] as const) {
    const officer = await asOfficer(fresh.sql, region, role)
    await assertRefused(decide(id, 'complaint', officer), 403, /menilai sampel harian/)
    await assertRefused(undo(id, officer), 403)
    await assertRefused(nextSample(fresh.sql, officer), 403)
  }
  await assertRefused(decide(987_654, 'complaint'), 404, /Sampel 987654 tidak ditemukan/)
})

test('a sample that nobody judged within a week does not wait any more', async () => {
  await drawnOne()
  const at = (time: string) => nextSample(fresh.sql, analyst, { now: jakarta(time) })
  assert.equal((await at('2026-11-28T23:00:00')).waiting, 1)
  assert.equal((await at('2026-11-29T00:10:00')).waiting, 0)
})

test('the newest day is judged first', async () => {
  await setAside(1, { text: 'lama', at: jakarta('2026-11-20T10:00:00') })
  await draw(jakarta('2026-11-21T06:00:00'))
  await setAside(1, { text: 'baru', at: YESTERDAY })
  await draw()
  const desk = await nextSample(fresh.sql, analyst, { now: LATER })
  assert.deepEqual([desk.sample!.text, desk.total, desk.waiting], ['baru', 1, 2])
})

for (const verdict of ['not_complaint', 'skipped'] as const) {
  test(`undo: ${verdict} is taken back, and the post waits to be judged again`, async () => {
    const { id } = await drawnOne()
    await decide(id, verdict)
    await undo(id)
    const { sample, last } = await nextSample(fresh.sql, analyst, { now: LATER })
    assert.deepEqual([sample!.id, last], [id, null])
    const [event] = await happened('sample.undone')
    assert.equal(event!['data'].was, verdict)
  })
}

test('undo: before it was grouped, a complaint simply goes aside again', async () => {
  const { id, postId } = await drawnOne()
  await decide(id, 'complaint')
  await undo(id)
  assert.equal(await placeOf(postId), 'set_aside')
  assert.equal(await group(), 0)
})

test('undo: once grouped, its candidate ends with it, and it can be found again', async () => {
  const { id, postId } = await drawnOne()
  await decide(id, 'complaint')
  await group()
  const [candidate] = (await waiting()).items
  await undo(id)
  assert.equal((await waiting()).total, 0)
  assert.equal(await placeOf(postId), 'set_aside')
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
  const kinds = (await eventsOf(fresh.sql, { candidateId: candidate!.id })).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['candidate.found', 'candidate.dismissed'])
  const empty = { id: candidate!.id }
  await assertRefused(undoDecision(fresh.sql, analyst, empty), 409, /disisihkan kembali/)

  await decide(id, 'complaint')
  await group()
  assert.equal((await waiting()).total, 1)
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
})

test('undo: a candidate that others tell of keeps them', async () => {
  const text = 'Lampu jalan di Jl Melati padam sejak dua minggu, gelap sekali kalau malam'
  await setAside(1, { text })
  await setAside(1, { text: `${text}!!` })
  await draw()
  const [first, second] = await samples()
  for (const { id } of [first!, second!]) await decide(id, 'complaint')
  await group()
  await undo(second!.id)
  const { items } = await waiting()
  assert.deepEqual(
    items.map(({ voiceCount }) => voiceCount),
    [1],
  )
  const kinds = (await eventsOf(fresh.sql, { candidateId: items[0]!.id })).map(({ kind }) => kind)
  assert.equal(kinds.at(-1), 'candidate.voice_left')
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
})

test('undo: refused once somebody has decided on the candidate, and what was not judged', async () => {
  const { id } = await drawnOne()
  await assertRefused(undo(id), 409, /belum dinilai/)
  await decide(id, 'complaint')
  await group()
  const [candidate] = (await waiting()).items
  await dismissCandidate(fresh.sql, analyst, { id: candidate!.id, reason: 'solved' })
  await assertRefused(undo(id), 409, /sudah diputuskan/)
  const [row] = await samples()
  assert.equal(row!.verdict, 'complaint')
})

test('undo: of two at once one wins', async () => {
  const { id } = await drawnOne()
  await decide(id, 'not_complaint')
  const other = await asOfficer(fresh.sql, region, 'analyst')
  assert.equal((await oneWins(undo(id), undo(id, other))).status, 409)
})
