import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readCase } from '../../src/cases/read.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { asOfficer, assertRefused, caseFields, makeCandidate } from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
})
after(() => fresh.close())

async function openAt(now: string, fields = {}) {
  const { id } = await makeCandidate(fresh.sql, region)
  return openCandidate(fresh.sql, humas, { id, ...caseFields(), now: new Date(now), ...fields })
}

test('numbers run by year of the region, and a refused opening leaves no gap', async () => {
  assert.equal((await openAt('2026-12-31T16:00:00Z')).number, 'CTH-2026-00001')
  await assertRefused(openAt('2026-12-31T16:10:00Z', { category: 'lain' }), 422)
  assert.equal((await openAt('2026-12-31T16:30:00Z')).number, 'CTH-2026-00002')
  // Half an hour past midnight in Jakarta.
  assert.equal((await openAt('2026-12-31T17:30:00Z')).number, 'CTH-2027-00001')
})

test('twenty openings at once get twenty numbers', async () => {
  const candidates = await Promise.all(
    Array.from({ length: 20 }, () => makeCandidate(fresh.sql, region)),
  )
  const opened = await Promise.all(
    candidates.map(({ id }) => openCandidate(fresh.sql, humas, { id, ...caseFields() })),
  )
  assert.equal(new Set(opened.map(({ number }) => number)).size, 20)
})

test('opening with disposition sends the case on in the same act', async () => {
  const { caseId, caseNumber, number, status } = await openAt('2026-11-20T03:00:00Z', {
    agencyCode: 'DPU',
    dispose: true,
  })
  assert.deepEqual([status, caseNumber], ['opened', number])
  const found = await readCase(fresh.sql, humas, { id: caseId! })
  assert.equal(found.status, 'disposed')
  assert.ok(found.clocks.length > 0)
})

test('an analyst may open, but not send on', async () => {
  const analyst = await asOfficer(fresh.sql, region, 'analyst')
  const { id } = await makeCandidate(fresh.sql, region)
  const fields = { id, ...caseFields({ agencyCode: 'DPU' }) }
  await assertRefused(openCandidate(fresh.sql, analyst, { ...fields, dispose: true }), 403)
  assert.equal((await openCandidate(fresh.sql, analyst, fields)).status, 'opened')
})

test('what a citizen filed in confidence is opened in confidence, whatever the form says', async () => {
  const { id } = await makeCandidate(fresh.sql, region, { filed: true, confidential: true })
  const { caseId } = await openCandidate(fresh.sql, humas, { id, ...caseFields() })
  assert.equal((await readCase(fresh.sql, humas, { id: caseId! })).confidential, true)
})

test('every wrong field gets its own sentence', async () => {
  const wrong = {
    title: ' ',
    description: 'x',
    category: 'jalanan',
    agencyCode: 'DINAS-X',
    kelurahanCode: '99.99',
    place: 'x'.repeat(301),
  }
  const refusal = await assertRefused(openAt('2026-11-20T03:00:00Z', wrong), 422)
  assert.deepEqual(Object.keys(refusal.fields).sort(), Object.keys(wrong).sort())
})

test('a kelurahan brings its kecamatan, and may not contradict it', async () => {
  const { caseId } = await openAt('2026-11-20T03:00:00Z', { kelurahanCode: '99.01.01.1002' })
  const found = await readCase(fresh.sql, humas, { id: caseId! })
  assert.equal(found.kecamatan?.code, '99.01.01')
  const contradiction = { kecamatanCode: '99.01.02', kelurahanCode: '99.01.01.1002' }
  await assertRefused(
    openAt('2026-11-20T03:00:00Z', contradiction),
    422,
    /Batu tidak di Contoh Selatan/,
  )
})

test('disposition without an agency is refused with the field', async () => {
  const refusal = await assertRefused(openAt('2026-11-20T03:00:00Z', { dispose: true }), 422)
  assert.deepEqual(Object.keys(refusal.fields), ['agencyCode'])
})
