import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { readCandidate } from '../../src/triage/candidate.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { listQueue, type QueueFilters } from '../../src/triage/queue.ts'
import { type Fresh, freshDatabase, freshRegion, makeSource } from '../helpers.ts'
import {
  asOfficer,
  assertRefused,
  caseFields,
  type MadeCandidate,
  makeCandidate,
} from '../makers.ts'

let fresh: Fresh
let region: Region
let analyst: Acting
let sourceId: number
const made: Record<string, MadeCandidate> = {}
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour))
const now = at(6)

before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  analyst = await asOfficer(fresh.sql, region, 'analyst')
  sourceId = (await makeSource(fresh.sql, { regionId: region.id, name: 'Kanal warga' })).id
  const make = (options: Parameters<typeof makeCandidate>[2]) =>
    makeCandidate(fresh.sql, region, options)
  made['plain'] = await make({ title: 'Lubang', at: at(1), sourceId, kecamatanCode: '99.01.01' })
  made['late'] = await make({ title: 'Sampah', category: 'sampah', at: at(3), dueAt: at(4) })
  made['urgent'] = await make({ title: 'Kabel putus', urgent: true, at: at(2), agencyCode: 'DPU' })
  made['filed'] = await make({
    title: 'Pungli',
    filed: true,
    confidential: true,
    text: 'Dimintai uang saat\n\n  mengurus surat',
    at: at(5),
  })
})
after(() => fresh.close())

const ids = async (filters: QueueFilters) =>
  (await listQueue(fresh.sql, analyst, { now, ...filters })).items.map(({ id }) => id)
const named = (...names: string[]) => names.map((name) => made[name]!.id)

test('the queue begins with what is urgent, then with the nearest time limit', async () => {
  assert.deepEqual(await ids({}), named('urgent', 'late', 'plain', 'filed'))
})

test('of two that are alike, the one with the nearer time limit comes first', async () => {
  const region = await freshRegion(fresh.sql, 'kendari')
  const humas = await asOfficer(fresh.sql, region, 'humas')
  const due = [at(20), at(8), at(14)]
  const made = await Promise.all(
    due.map((dueAt) => makeCandidate(fresh.sql, region, { at: at(1), dueAt })),
  )
  const { items } = await listQueue(fresh.sql, humas, { now })
  assert.deepEqual(
    items.map(({ id }) => id),
    [made[1]!.id, made[2]!.id, made[0]!.id],
  )
})

test('it can be sorted by age', async () => {
  assert.deepEqual(await ids({ sort: 'newest' }), named('filed', 'late', 'urgent', 'plain'))
  assert.deepEqual(await ids({ sort: 'oldest' }), named('plain', 'urgent', 'late', 'filed'))
})

test('each filter narrows it, and filters add up', async () => {
  assert.deepEqual(await ids({ category: 'sampah' }), named('late'))
  assert.deepEqual(await ids({ agency: 'DPU' }), named('urgent'))
  assert.deepEqual(await ids({ kecamatan: '99.01.01' }), named('plain'))
  assert.deepEqual(await ids({ source: sourceId }), named('plain'))
  assert.deepEqual(await ids({ urgent: true }), named('urgent'))
  assert.deepEqual(await ids({ filed: true }), named('filed'))
  assert.deepEqual(await ids({ confidential: true }), named('filed'))
  assert.deepEqual(await ids({ q: 'kabel' }), named('urgent'))
  assert.deepEqual(await ids({ q: 'dimintai UANG' }), named('filed'))
  assert.deepEqual(await ids({ q: '%' }), [])
  assert.deepEqual(await ids({ urgent: true, category: 'sampah' }), [])
})

test('the total, the oldest and the urgent ones are counted beyond the page', async () => {
  const { items, total, oldestAt, urgent } = await listQueue(fresh.sql, analyst, {
    limit: 1,
    now,
  })
  assert.deepEqual([items.length, total, urgent], [1, 4, 1])
  assert.equal(oldestAt?.getTime(), at(1).getTime())
  assert.deepEqual(await ids({ limit: 2, offset: 2 }), named('plain', 'filed'))
})

test('a row says where it was told, begins with its first voice and names its places', async () => {
  const { items } = await listQueue(fresh.sql, analyst, { q: 'Lubang' })
  const row = items.find(({ id }) => id === made['plain']!.id)!
  assert.deepEqual(row.kecamatan, { code: '99.01.01', name: 'Contoh Utara' })
  assert.deepEqual([...row.channels], ['x'])
  assert.deepEqual([...row.sources], ['Kanal warga'])
  const [filed] = (await listQueue(fresh.sql, analyst, { filed: true })).items
  assert.equal(filed?.excerpt, 'Dimintai uang saat mengurus surat')
  assert.deepEqual([...(filed?.sources ?? ['none'])], [])
})

test('decided candidates are listed by their status with the decision, the latest first', async () => {
  const one = await makeCandidate(fresh.sql, region)
  const two = await makeCandidate(fresh.sql, region)
  for (const { id } of [one, two])
    await dismissCandidate(fresh.sql, analyst, { id, reason: 'spam' })
  const { items } = await listQueue(fresh.sql, analyst, { status: 'dismissed' })
  assert.deepEqual(
    items.map(({ id }) => id),
    [two.id, one.id],
  )
  assert.equal(items[0]?.dismissReason, 'spam')
})

test('a candidate shows voices with readings, suggestions that still count, and its history', async () => {
  const { id } = await makeCandidate(fresh.sql, region)
  const target = await makeCandidate(fresh.sql, region)
  const opened = await openCandidate(fresh.sql, analyst, { id: target.id, ...caseFields() })
  const gone = await makeCandidate(fresh.sql, region)
  await dismissCandidate(fresh.sql, analyst, { id: gone.id, reason: 'spam' })
  for (const otherId of [target.id, gone.id]) {
    await fresh.sql`insert into suggestions ${fresh.sql({ candidateId: id, otherId, score: 0.8 })}`
  }
  const found = await readCandidate(fresh.sql, analyst, { id })
  assert.equal(found.voices.length, 1)
  assert.equal(found.voices[0]?.authorHandle, 'warga_rekaan')
  assert.equal(found.suggestions.length, 1)
  assert.equal(found.suggestions[0]?.caseNumber, opened.number)
  assert.deepEqual(found.events, [])
})

test('an agency officer has no queue; an observer reads it without persons', async () => {
  const dpu = await asOfficer(fresh.sql, region, 'agency', { agencyCode: 'DPU' })
  await assertRefused(listQueue(fresh.sql, dpu), 403, /antrean/)
  await assertRefused(readCandidate(fresh.sql, dpu, { id: made['filed']!.id }), 403)
  const observer = await asOfficer(fresh.sql, region, 'observer')
  const text = JSON.stringify(await readCandidate(fresh.sql, observer, { id: made['filed']!.id }))
  assert.doesNotMatch(text, /Pelapor Rekaan|0800|pagar hijau/)
})

test('who never sees a person does not find one by trying an address or a hidden number', async () => {
  const { id } = await makeCandidate(fresh.sql, region, {
    title: 'Got mampet · Rumah pagar hijau',
    text: 'Air kotor meluap',
    filed: true,
  })
  await fresh.sql`update candidates set place = 'Rumah pagar hijau' where id = ${id}`
  const [secret] = await fresh.sql<{ number: string }[]>`
    select number from filings where id = ${made['filed']!.filingId}`
  const found = async (role: 'analyst' | 'leader' | 'observer', q: string) => {
    const by = await asOfficer(fresh.sql, region, role)
    return (await listQueue(fresh.sql, by, { q, now })).items.map((item) => item.id)
  }
  assert.deepEqual(await found('analyst', 'pagar hijau'), [id])
  assert.deepEqual(await found('analyst', secret!.number), named('filed'))
  for (const role of ['leader', 'observer'] as const) {
    assert.deepEqual(await found(role, 'pagar hijau'), [])
    assert.deepEqual(await found(role, secret!.number), [])
    assert.deepEqual(await found(role, 'got mampet'), [id])
    assert.deepEqual(await found(role, 'kotor meluap'), [id])
  }
})
