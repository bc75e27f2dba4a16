import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { groupWaiting } from '../../src/group/group.ts'
import type { Acting } from '../../src/people/officer.ts'
import { loadRegion, type Region } from '../../src/region/region.ts'
import { storeRegion } from '../../src/region/store.ts'
import { accuracy } from '../../src/trends/accuracy.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { drawSample } from '../../src/triage/draw-sample.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { listQueue } from '../../src/triage/queue.ts'
import type { DismissReason } from '../../src/triage/reasons.ts'
import { decideSample, nextSample } from '../../src/triage/sample.ts'
import { type Fresh, freshDatabase, makeSource, packFolder } from '../helpers.ts'
import { asOfficer, caseFields, makeCandidate, makeSetAside } from '../makers.ts'

let fresh: Fresh
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())

let regions = 0
let region: Region
let admin: Acting
beforeEach(async () => {
  region = { ...(await loadRegion(packFolder('contoh'))), id: `contoh-${++regions}` }
  await storeRegion(fresh.sql, region)
  admin = await asOfficer(fresh.sql, region, 'admin')
})

const jakarta = (time: string) => new Date(`${time}+07:00`)
const YESTERDAY = jakarta('2026-11-21T10:00:00')
const TODAY = jakarta('2026-11-22T06:00:00')
const now = jakarta('2026-11-22T20:00:00')
const figures = (days = 30) => accuracy(fresh.sql, region, days, now)
type Options = Parameters<typeof makeCandidate>[2]

async function accepted(options: Options = {}, at = now) {
  const { id } = await makeCandidate(fresh.sql, region, { at: YESTERDAY, ...options })
  await openCandidate(fresh.sql, admin, { id, ...caseFields(), now: at })
}
async function dismissed(reason: DismissReason, options: Options = {}) {
  const { id } = await makeCandidate(fresh.sql, region, { at: YESTERDAY, ...options })
  await dismissCandidate(fresh.sql, admin, { id, reason, now })
}
/** Judges all that waits; the posts whose text has this word are complaints. */
async function judge(word: string) {
  for (;;) {
    const { sample } = await nextSample(fresh.sql, admin, { now })
    if (!sample) return
    const verdict = sample.text.includes(word) ? 'complaint' : 'not_complaint'
    await decideSample(fresh.sql, admin, { id: sample.id, verdict, now })
  }
}

test('without any decision every figure is unknown, and says so', async () => {
  const { total, byChannel, bySource, byCategory } = await figures()
  assert.deepEqual([total.precision, total.missed, total.recall], [null, null, null])
  assert.deepEqual([total.isPrecisionRough, total.isMissedRough], [true, true])
  assert.deepEqual([byChannel, bySource, byCategory], [[], [], []])
})

test('precision counts what judges the reading: not copies, not other places', async () => {
  for (let n = 0; n < 6; n++) await accepted()
  for (const reason of ['not_complaint', 'spam'] as const) await dismissed(reason)
  for (const reason of ['duplicate_source', 'elsewhere', 'unclear', 'solved'] as const) {
    await dismissed(reason)
  }
  await makeCandidate(fresh.sql, region, { at: YESTERDAY })
  const { total } = await figures()
  assert.deepEqual([total.accepted, total.rejected, total.precision!.value], [6, 2, 0.75])
  // Wilson's limits of 6 of 8.
  assert.ok(Math.abs(total.precision!.low - 0.4093) < 0.0001, String(total.precision!.low))
  assert.ok(Math.abs(total.precision!.high - 0.9285) < 0.0001, String(total.precision!.high))
})

test('what citizens filed is no proposal of the machine, nor what was decided before the period', async () => {
  await accepted({ filed: true })
  await accepted({}, jakarta('2026-11-20T10:00:00'))
  assert.equal((await figures(2)).total.accepted, 0)
  assert.equal((await figures(3)).total.accepted, 1)
})

test('what the sample found is estimated for all that was set aside, by channel, source and category', async () => {
  const { id: kabar } = await makeSource(fresh.sql, { regionId: region.id, name: 'Kabar' })
  const { id: warga } = await makeSource(fresh.sql, { regionId: region.id, name: 'Warga' })
  const aside = (text: string, more: Parameters<typeof makeSetAside>[2] = {}) =>
    makeSetAside(fresh.sql, region, { text, at: YESTERDAY, sourceId: warga, ...more })
  for (let n = 0; n < 60; n++) await aside(`Selamat pagi ${n}`)
  for (let n = 0; n < 10; n++) {
    await aside(`Lubang di Lorong ${n}`, { channel: 'news', sourceId: kabar, category: 'jalan' })
  }
  await drawSample(fresh.db, region, { now: TODAY })
  await judge('Lubang')
  const { total, byChannel, bySource, byCategory } = await figures()
  assert.deepEqual([total.setAside, total.drawn, total.judged, total.found], [70, 20, 20, 3])
  assert.equal(total.missed!.value, 10)
  assert.ok(total.missed!.low >= 3 && total.missed!.high < 30)
  assert.deepEqual([total.isMissedRough, total.recall], [true, null])
  const missed = (rows: typeof byChannel) =>
    rows.map(({ name, judged, missed: each }) => [name, judged, Math.round(each!.value)])
  assert.deepEqual(missed(byChannel), [
    ['x', 17, 0],
    ['news', 3, 10],
  ])
  assert.deepEqual(missed(bySource), [
    ['Warga', 17, 0],
    ['Kabar', 3, 10],
  ])
  assert.deepEqual(missed(byCategory), [
    [null, 17, 0],
    ['jalan', 3, 10],
  ])
})

test('recall: of all complaints that were posted, the share that the machine heard', async () => {
  const text = (n: number) => `Lampu jalan padam di Lorong ${n}`
  for (let n = 0; n < 9; n++) await accepted({ text: text(n) })
  await dismissed('not_complaint', { text: text(9) })
  for (let n = 0; n < 20; n++) {
    const said = n < 3 ? `Keluhan ${n}` : `Halo ${n}`
    await makeSetAside(fresh.sql, region, { text: said, at: YESTERDAY })
  }
  await drawSample(fresh.db, region, { now: TODAY })
  await judge('Keluhan')
  const { total } = await figures()
  // Ten were heard, nine of ten rightly; three were missed, and every post was judged.
  assert.equal(total.missed!.value, 3)
  assert.ok(Math.abs(total.recall!.value - 9 / 12) < 1e-9)
  assert.ok(total.recall!.low < 0.75 && total.recall!.high > 0.75 && total.recall!.high < 0.8)
})

test('what a person found in the sample counts as missed, not as found by the machine', async () => {
  const said = 'Keluhan: got di Lorong Uji tersumbat sejak sebulan dan baunya sampai ke rumah'
  await makeSetAside(fresh.sql, region, { text: said, at: YESTERDAY })
  await drawSample(fresh.db, region, { now: TODAY })
  await judge('Keluhan')
  await groupWaiting(fresh.db, region, { limit: 10, mostMs: 60_000 })
  const [found] = (await listQueue(fresh.sql, admin, {})).items
  await openCandidate(fresh.sql, admin, { id: found!.id, ...caseFields(), now })
  const { total } = await figures()
  assert.deepEqual([total.accepted, total.missed!.value], [0, 1])
})

test('a period is never shorter than a day nor longer than a year', async () => {
  for (const days of [-3, 10_000]) assert.equal((await figures(days)).total.accepted, 0)
})
