import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { byCategoryAndKecamatan } from '../../src/trends/by-category-and-kecamatan.ts'
import { volumeByDay } from '../../src/trends/volume-by-day.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { type Fresh, freshDatabase, freshRegion, makePost, makeSource } from '../helpers.ts'
import { asOfficer, caseFields, makeCandidate } from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
})
after(() => fresh.close())

/** A time of day in Jakarta, the zone of the sample region. */
const jakarta = (time: string) => new Date(`${time}+07:00`)
const now = jakarta('2026-11-22T00:30:00')

test('days are cut in the zone of the region, and a day without posts is there with zeros', async () => {
  const { id: sourceId } = await makeSource(fresh.sql, { regionId: region.id })
  const unread = (createdAt: Date) =>
    makePost(fresh.sql, { regionId: region.id, sourceId, text: 'Selamat pagi', createdAt })
  await unread(jakarta('2026-11-19T23:59:59'))
  await unread(jakarta('2026-11-20T00:00:00'))
  await makeCandidate(fresh.sql, region, { at: jakarta('2026-11-20T23:59:59') })
  await makeCandidate(fresh.sql, region, { at: jakarta('2026-11-22T00:10:00'), filed: true })
  const late = await makeCandidate(fresh.sql, region, { at: jakarta('2026-11-22T00:20:00') })
  await openCandidate(fresh.sql, humas, { id: late.id, ...caseFields(), now })
  // Tomorrow, and before the period.
  await unread(jakarta('2026-11-23T00:00:00'))
  await unread(jakarta('2026-11-18T23:59:59'))

  const days = await volumeByDay(fresh.sql, region, 4, now)
  assert.deepEqual(
    [...days].map((each) => ({ ...each })),
    [
      { day: '2026-11-19', posts: 1, filings: 0, complaints: 0, cases: 0 },
      { day: '2026-11-20', posts: 2, filings: 0, complaints: 1, cases: 0 },
      { day: '2026-11-21', posts: 0, filings: 0, complaints: 0, cases: 0 },
      { day: '2026-11-22', posts: 1, filings: 1, complaints: 2, cases: 1 },
    ],
  )
})

test('the period is never longer than a year nor shorter than a day', async () => {
  assert.equal((await volumeByDay(fresh.sql, region, 10_000, now)).length, 366)
  assert.equal((await volumeByDay(fresh.sql, region, -3, now)).length, 1)
})

test('candidates and cases are counted by category and kecamatan, without what was dismissed', async () => {
  const own = await freshDatabase()
  const there = await freshRegion(own.sql)
  const officer = await asOfficer(own.sql, there, 'humas')
  const at = jakarta('2026-11-21T10:00:00')
  const north = { kecamatanCode: '99.01.01', at }
  const first = await makeCandidate(own.sql, there, north)
  await makeCandidate(own.sql, there, north)
  await makeCandidate(own.sql, there, { category: 'sampah', at })
  const spam = await makeCandidate(own.sql, there, north)
  await makeCandidate(own.sql, there, { ...north, at: jakarta('2026-10-01T10:00:00') })
  await dismissCandidate(own.sql, officer, { id: spam.id, reason: 'spam' })
  const fields = { ...caseFields(), kecamatanCode: '99.01.01', now }
  await openCandidate(own.sql, officer, { id: first.id, ...fields })
  const cells = await byCategoryAndKecamatan(own.sql, there, 7, now)
  assert.deepEqual(
    [...cells].map((each) => ({ ...each })),
    [
      { category: 'jalan', kecamatan: '99.01.01', candidates: 2, cases: 1 },
      { category: 'sampah', kecamatan: null, candidates: 1, cases: 0 },
    ],
  )
  await own.close()
})
