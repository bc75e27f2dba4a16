import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { readCandidate } from '../../src/triage/candidate.ts'
import { changeCandidate } from '../../src/triage/change.ts'
import type { Change } from '../../src/triage/check-change.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { listColleagues } from '../../src/triage/colleagues.ts'
import { listLabels } from '../../src/triage/labels.ts'
import { listQueue } from '../../src/triage/queue.ts'
import { balance } from '../../src/trends/balance.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { asOfficer, assertRefused, caseFields, eventsOf, oneWins } from '../makers.ts'
import { makeTold } from '../related.ts'

let fresh: Fresh
let region: Region
let sari: Acting
let rahmat: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  sari = await asOfficer(fresh.sql, region, 'humas', { name: 'Sari' })
  rahmat = await asOfficer(fresh.sql, region, 'analyst', { name: 'Rahmat' })
})
after(() => fresh.close())

type Options = Parameters<typeof makeTold>[3]
const made = async (options: Options = {}) =>
  (await makeTold(fresh.sql, region, ['Jalan berlubang di depan pasar'], options)).id
const change = (id: number, wish: Change, version?: number, by = sari) =>
  changeCandidate(fresh.sql, by, { id, version, change: wish })
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

test('a correction of the reading is kept, told apart, and written to the history', async () => {
  const id = await made()
  const row = await change(id, { category: 'drainase', urgent: true, agencyCode: 'DPU' }, 1)
  assert.deepEqual([row.category, row.urgent, row.agency?.code], ['drainase', true, 'DPU'])
  assert.deepEqual([...row.corrected], ['agencyCode', 'category', 'urgent'])
  assert.deepEqual([row.version, row.status], [2, 'waiting'])
  assert.deepEqual(await eventsOf(fresh.sql, { candidateId: id }), [
    {
      kind: 'candidate.changed',
      officerId: sari.officer.id,
      data: { category: ['jalan', 'drainase'], agencyCode: [null, 'DPU'], urgent: [false, true] },
    },
  ])
})

test('sent back with the values before it, a change is undone and nothing is corrected', async () => {
  const id = await made()
  await change(id, { category: 'air', title: 'Pipa pecah di depan pasar' })
  const row = await change(id, { category: 'jalan', title: 'Jalan berlubang di depan pasar' }, 2)
  assert.deepEqual([row.category, [...row.corrected], row.version], ['jalan', [], 3])
  assert.equal((await eventsOf(fresh.sql, { candidateId: id })).length, 2)
})

test('half a character, with which cut text ends, is stored as a sign that something was there', async () => {
  const id = await made()
  const row = await change(id, { title: 'Lampu mati \ud83d', place: 'depan pasar\udca1' })
  assert.deepEqual([row.title, row.place], ['Lampu mati \ufffd', 'depan pasar\ufffd'])
})

test('a change that changes nothing leaves no version and no history', async () => {
  const id = await made()
  const row = await change(id, { category: 'jalan', labels: [], assignedTo: null })
  assert.equal(row.version, 1)
  assert.deepEqual(await eventsOf(fresh.sql, { candidateId: id }), [])
})

test('a screen that is behind is refused with who changed it and when', async () => {
  const id = await made()
  await change(id, { urgent: true }, 1, rahmat)
  await assertRefused(
    change(id, { category: 'air' }, 1),
    409,
    /^Kandidat ini berubah sejak Anda membukanya, oleh Rahmat pada \d+ \w+ \d\d\.\d\d; muat ulang/,
  )
  await assertRefused(change(987_654, { urgent: true }), 404, /Kandidat 987654/)
})

test('of two who change one version at once one wins, and the other hears who', async () => {
  const id = await made()
  const refusal = await oneWins(
    change(id, { category: 'air' }, 1, sari),
    change(id, { category: 'sampah' }, 1, rahmat),
  )
  assert.equal(refusal.status, 409)
  assert.match(refusal.message, /berubah sejak Anda membukanya, oleh (Sari|Rahmat) pada/)
  assert.equal((await eventsOf(fresh.sql, { candidateId: id })).length, 1)
})

test('what was dismissed or opened is not changed any more', async () => {
  const [dismissed, opened] = [await made(), await made()]
  await dismissCandidate(fresh.sql, rahmat, { id: dismissed, reason: 'spam' })
  await openCandidate(fresh.sql, rahmat, { id: opened, ...caseFields() })
  for (const id of [dismissed, opened]) {
    await assertRefused(change(id, { urgent: true }), 409, /diputuskan oleh Rahmat pada/)
    await assertRefused(change(id, { labels: ['x'] }, 2), 409, /diputuskan oleh Rahmat pada/)
  }
})

test('an officer without the right is refused', async () => {
  const id = await made()
  for (const role of ['leader', 'observer'] as const) {
    const other = await asOfficer(fresh.sql, region, role)
    await assertRefused(change(id, { urgent: true }, 1, other), 403, /memutuskan kandidat/)
  }
})

test('each wrong field has a sentence of its own, and nothing is changed', async () => {
  const id = await made()
  const observer = await asOfficer(fresh.sql, region, 'observer')
  const refusal = await assertRefused(
    change(id, {
      title: ' x ',
      category: 'bukan' as 'air',
      agencyCode: 'TIDAK-ADA',
      kecamatanCode: '11.11.11',
      place: 'x'.repeat(301),
      labels: ['y'.repeat(41)],
      assignedTo: observer.officer.id,
      snoozedUntil: inHours(24 * 8),
    }),
    422,
  )
  assert.deepEqual(Object.keys(refusal.fields).sort(), [
    'agencyCode',
    'assignedTo',
    'category',
    'kecamatanCode',
    'labels',
    'place',
    'snoozedUntil',
    'title',
  ])
  assert.equal((await readCandidate(fresh.sql, sari, { id })).version, 1)
})

test('a kelurahan brings its kecamatan, and another kecamatan takes it away', async () => {
  const id = await made()
  const kelurahan = region.areas.find(({ level }) => level === 'kelurahan')!
  const kecamatan = region.areas.filter(({ level }) => level === 'kecamatan')
  const own = kecamatan.find(({ code }) => kelurahan.code.startsWith(`${code}.`))!
  const other = kecamatan.find(({ code }) => code !== own.code)!
  const named = await change(id, { kelurahanCode: kelurahan.code })
  assert.deepEqual([named.kecamatan?.code, named.kelurahan?.code], [own.code, kelurahan.code])
  const moved = await change(id, { kecamatanCode: other.code })
  assert.deepEqual([moved.kecamatan?.code, moved.kelurahan], [other.code, null])
  await assertRefused(
    change(id, { kecamatanCode: other.code, kelurahanCode: kelurahan.code }),
    422,
    /tidak di/,
  )
  const cleared = await change(id, { kecamatanCode: null })
  assert.deepEqual([cleared.kecamatan, cleared.kelurahan], [null, null])
  const back = await change(id, { kelurahanCode: null, kecamatanCode: own.code })
  assert.deepEqual([back.kecamatan?.code, back.kelurahan], [own.code, null])
})

test('labels are tidied, filtered by, and counted of what waits', async () => {
  const [id, decided] = [await made(), await made()]
  const row = await change(id, { labels: ['  Rawan   Banjir ', 'pasar', 'PASAR', ''] })
  assert.deepEqual([...row.labels], ['pasar', 'rawan banjir'])
  await change(decided, { labels: ['lama'] })
  await dismissCandidate(fresh.sql, rahmat, { id: decided, reason: 'solved' })
  const { items } = await listQueue(fresh.sql, sari, { label: 'rawan banjir' })
  assert.deepEqual(
    items.map((item) => item.id),
    [id],
  )
  const labels = (await listLabels(fresh.sql, sari)).map(({ label, count }) => [label, count])
  assert.deepEqual(labels, [
    ['pasar', 1],
    ['rawan banjir', 1],
    ['lama', 0],
  ])
})

test('who may decide is a colleague and can be given a candidate, which the queue filters by', async () => {
  const id = await made()
  const names = (await listColleagues(fresh.sql, rahmat)).map(({ name }) => name)
  assert.ok(names.includes('Sari') && names.includes('Rahmat'))
  const row = await change(id, { assignedTo: rahmat.officer.id })
  assert.deepEqual(row.assignedTo, { id: rahmat.officer.id, name: 'Rahmat' })
  const idsOf = async (assigned: 'me' | 'none' | number) =>
    (await listQueue(fresh.sql, rahmat, { assigned, ids: true })).ids
  assert.deepEqual(await idsOf('me'), [id])
  assert.deepEqual(await idsOf(rahmat.officer.id), [id])
  assert.ok(!(await idsOf('none'))?.includes(id))
})

test('what is snoozed is out of the queue until its time, and still counted as waiting', async () => {
  const id = await made({ title: 'Tunda saya' })
  const before = await balance(fresh.sql, region.id)
  const until = inHours(2)
  const row = await change(id, { snoozedUntil: until })
  assert.equal(row.snoozedUntil?.getTime(), until.getTime())
  const q = 'Tunda saya'
  const now = await listQueue(fresh.sql, sari, { q })
  assert.deepEqual([now.items.length, now.total, now.snoozed], [0, 0, 1])
  const asleep = await listQueue(fresh.sql, sari, { q, snoozed: true })
  assert.deepEqual([asleep.items.map((item) => item.id), asleep.total], [[id], 1])
  const later = await listQueue(fresh.sql, sari, { q, now: inHours(2.1) })
  assert.deepEqual([later.items[0]?.id, later.items[0]?.snoozedUntil, later.snoozed], [id, null, 0])
  assert.deepEqual(await balance(fresh.sql, region.id), before)
  assert.equal((await change(id, { snoozedUntil: null })).snoozedUntil, null)
})

test('a snooze ends at the time limit at the latest, and none begins after it', async () => {
  const dueAt = inHours(5)
  const id = await made({ dueAt })
  const row = await change(id, { snoozedUntil: inHours(48) })
  assert.equal(row.snoozedUntil?.getTime(), dueAt.getTime())
  const late = await made({ dueAt: inHours(-1) })
  await assertRefused(change(late, { snoozedUntil: inHours(1) }), 409, /sudah lewat/)
  await assertRefused(change(id, { snoozedUntil: inHours(-1) }), 422, /belum lewat/)
})

test('an address that a citizen filed does not get into the history', async () => {
  const id = await made({ filed: true })
  await change(id, { place: 'Rumah pagar hijau', title: 'Got mampet · Rumah pagar hijau' })
  const [event] = await eventsOf(fresh.sql, { candidateId: id })
  assert.deepEqual(event?.data, { title: [null, null], place: [null, null] })
})

test('nothing is left broken', async () => {
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
})
