import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listCases } from '../../src/cases/list.ts'
import { readCase } from '../../src/cases/read.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { asOfficer, assertRefused, caseFields, makeCandidate, makeCase } from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
let dpu: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
  dpu = await asOfficer(fresh.sql, region, 'agency', { agencyCode: 'DPU' })
})
after(() => fresh.close())

test('a row has names instead of codes, in exactly the agreed shape', async () => {
  const { id: candidateId } = await makeCandidate(fresh.sql, region)
  const fields = { kelurahanCode: '99.01.01.1001', agencyCode: 'DPU', dispose: true }
  const opened = await openCandidate(fresh.sql, humas, {
    id: candidateId,
    ...caseFields(),
    ...fields,
  })
  const { items } = await listCases(fresh.sql, humas, { q: opened.number })
  assert.deepEqual(Object.keys(items[0]!), [
    'id',
    'number',
    'title',
    'status',
    'category',
    'agency',
    'kecamatan',
    'kelurahan',
    'place',
    'urgent',
    'confidential',
    'voiceCount',
    'copyCount',
    'openedAt',
    'disposedAt',
    'answeredAt',
    'closedAt',
    'dueAt',
    'dueRung',
    'version',
  ])
  const { agency, kecamatan, kelurahan } = items[0]!
  const name = 'Dinas Pekerjaan Umum Kota Contoh'
  assert.deepEqual(agency, { code: 'DPU', name, short: 'DPU' })
  assert.deepEqual(kecamatan, { code: '99.01.01', name: 'Contoh Utara' })
  assert.deepEqual(kelurahan, { code: '99.01.01.1001', name: 'Sumbersari' })
})

test('the list filters by status, agency, category and words, and counts what it cuts', async () => {
  const own = await freshDatabase()
  const there = await freshRegion(own.sql)
  const officer = await asOfficer(own.sql, there, 'humas')
  const made = []
  for (const status of ['opened', 'disposed', 'answered', 'closed', 'declined'] as const) {
    made.push(await makeCase(own.sql, officer, { agencyCode: 'DPU', status }))
  }
  const count = async (filters: Parameters<typeof listCases>[2]) =>
    (await listCases(own.sql, officer, filters)).total
  assert.equal(await count({}), 3)
  assert.equal(await count({ status: 'all' }), 5)
  assert.equal(await count({ status: 'answered' }), 1)
  assert.equal(await count({ status: 'all', agency: 'DKP' }), 0)
  assert.equal(await count({ status: 'all', category: 'jalan', agency: 'DPU' }), 5)
  assert.equal(await count({ status: 'all', q: made[0]!.number }), 1)
  assert.equal(await count({ status: 'all', q: '100%_\\' }), 0)
  const page = await listCases(own.sql, officer, { status: 'all', limit: 2, offset: 4 })
  assert.deepEqual([page.items.length, page.total], [1, 5])
  assert.equal((await listCases(own.sql, officer, { limit: -5, offset: -1 })).items.length, 1)
  await own.close()
})

test('a case shows its description, clocks, voices, history and what the reader may do', async () => {
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  const found = await readCase(fresh.sql, humas, { id })
  assert.equal(found.voices.length, 1)
  assert.equal(found.voices[0]?.reading?.model, 'tes-1')
  assert.deepEqual(
    found.events.map(({ kind }) => kind),
    ['case.opened', 'candidate.opened', 'case.disposed'],
  )
  assert.deepEqual(found.events[0]?.by, { id: humas.officer.id, name: humas.officer.name })
  assert.deepEqual(found.acts, ['dispose', 'start', 'answer', 'decline', 'return'])
})

test('an agency sees the person of an ordinary voice, and nobody behind a confidential one', async () => {
  const open = await makeCase(fresh.sql, humas, { agencyCode: 'DPU', filed: true })
  const [seen] = (await readCase(fresh.sql, dpu, { id: open.id })).voices
  assert.equal(seen?.contact, '0800-000-000')

  const secret = await makeCase(fresh.sql, humas, {
    agencyCode: 'DPU',
    filed: true,
    confidential: true,
  })
  const text = JSON.stringify(await readCase(fresh.sql, dpu, { id: secret.id }))
  for (const word of ['Pelapor Rekaan', '0800', 'pagar hijau'])
    assert.ok(!text.includes(word), word)
  assert.match(text, /Jalan berlubang/)
})

test('a confidential voice stays hidden when it is merged into an ordinary case', async () => {
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  const other = await makeCandidate(fresh.sql, region, { filed: true, confidential: true })
  await mergeCandidate(fresh.sql, humas, { id: other.id, caseId: id })
  const { voices, voiceCount } = await readCase(fresh.sql, dpu, { id })
  assert.equal(voiceCount, 2)
  assert.deepEqual(
    new Set(voices.map(({ authorName }) => authorName)),
    new Set(['Warga Rekaan', null]),
  )
})

test('leaders and observers see no person at all', async () => {
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU', filed: true })
  const post = await makeCandidate(fresh.sql, region)
  await mergeCandidate(fresh.sql, humas, { id: post.id, caseId: id })
  for (const role of ['leader', 'observer'] as const) {
    const reader = await asOfficer(fresh.sql, region, role)
    const found = await readCase(fresh.sql, reader, { id })
    const text = JSON.stringify(found)
    for (const word of ['Pelapor', '0800', 'pagar hijau', 'Warga Rekaan', 'warga_rekaan']) {
      assert.ok(!text.includes(word), `${role}: ${word}`)
    }
    assert.deepEqual(found.acts, [])
    assert.equal(found.voices.length, 2)
  }
})

test('an agency officer without an agency finds nothing, rather than everything', async () => {
  const lost = { ...humas, officer: { ...humas.officer, role: 'agency' as const } }
  assert.equal((await listCases(fresh.sql, lost, { status: 'all' })).total, 0)
})

test('a case that the region does not have is not found', async () => {
  await assertRefused(readCase(fresh.sql, humas, { id: 424_242 }), 404, /Aduan 424242/)
})
