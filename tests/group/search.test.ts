import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findSimilar, toldOf, type Search } from '../../src/group/search.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'
import { asOfficer, caseFields, makeCandidate, makeCase } from '../makers.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { printVoices } from './print-voices.ts'

const LAMP = 'Lampu jalan di Jalan Kenanga dekat masjid mati total sejak tiga malam, gelap sekali'
const LIKE = 'Lampu jalan di Jalan Kenanga dekat masjid mati total, tiga malam gelap sekali'
const DRAIN = 'Selokan di Lorong Anggur tersumbat sampah, air meluap ke rumah warga setiap hujan'
const WATER = 'Air ledeng keruh dan berbau di Perumahan Dahlia sejak hari Senin'
const QUIET = 'Pungutan tidak resmi waktu mengurus surat pindah di loket tiga'
const AREA = { kecamatanCode: '99.01.01', kelurahanCode: '99.01.01.1001' }

let fresh: Fresh
let region: Region
let humas: Acting
let openLamp: { id: number; number: string }
let closedDrain: { id: number; number: string }
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
  openLamp = await openedAs('Lampu jalan padam', { text: LAMP, category: 'penerangan', ...AREA })
  const drain = { text: DRAIN, category: 'drainase', agencyCode: 'DPU', status: 'closed' } as const
  closedDrain = await makeCase(fresh.sql, humas, drain)
  await makeCandidate(fresh.sql, region, { text: WATER, title: 'Air keruh · Perumahan Dahlia' })
  const secret = { text: QUIET, title: 'Pungutan di loket', filed: true, confidential: true }
  await makeCandidate(fresh.sql, region, secret)
  const { id } = await makeCandidate(fresh.sql, region, {
    text: `${LAMP} juga`,
    title: 'Diabaikan',
  })
  await fresh.sql`
    update candidates set status = 'dismissed', dismiss_reason = 'spam', decided_at = now() where id = ${id}`
  await printVoices(fresh.sql)
})
after(() => fresh.close())

/** A case whose title and place are its own. */
async function openedAs(title: string, options: Parameters<typeof makeCandidate>[2]) {
  const { id } = await makeCandidate(fresh.sql, region, options)
  const area = { kecamatanCode: '99.01.01', kelurahanCode: '99.01.01.1001' }
  const fields = { ...caseFields(), ...area, title, place: 'Jl.Kenanga', category: 'penerangan' }
  const { caseId, caseNumber } = await openCandidate(fresh.sql, humas, { id, ...fields })
  return { id: caseId!, number: caseNumber! }
}

const find = (text: string, options: Partial<Search> = {}) =>
  findSimilar(fresh.sql, {
    regionId: region.id,
    casePrefix: region.casePrefix,
    told: { text, ...options.told },
    among: 'all',
    confidential: true,
    person: true,
    except: null,
    limit: 10,
    ...options,
  })

test('the case that tells of the same comes first, with its reasons and one row', async () => {
  const [first, ...others] = await find(LIKE)
  assert.equal(first!.caseNumber, openLamp.number)
  assert.equal(first!.caseStatus, 'opened')
  assert.notEqual(first!.verdict, 'different')
  assert.ok(first!.reasons.length > 0)
  assert.match(first!.excerpt, /^Lampu jalan di Jalan Kenanga/)
  assert.ok(others.every(({ caseId }) => caseId !== openLamp.id))
})

test('what was dismissed is not found, however alike it is', async () => {
  const found = await find(`${LAMP} juga`)
  assert.ok(found.every(({ title }) => title !== 'Diabaikan'))
})

test('a closed case is found and says so; among open ones it is not', async () => {
  const [closed] = await find(DRAIN)
  assert.deepEqual([closed!.caseNumber, closed!.caseStatus], [closedDrain.number, 'closed'])
  assert.deepEqual(await find(DRAIN, { among: 'open' }), [])
})

test('of two cases that are alike to the letter, the open one stands first', async () => {
  const text = 'Halte bus di Jalan Wijaya roboh dan menutup trotoar sampai ke badan jalan'
  const at = new Date()
  const old = await makeCase(fresh.sql, humas, { text, at, agencyCode: 'DPU', status: 'declined' })
  const now = await makeCase(fresh.sql, humas, { text, at, agencyCode: 'DPU', status: 'disposed' })
  const newer = await makeCase(fresh.sql, humas, { text, at, agencyCode: 'DPU', status: 'closed' })
  await printVoices(fresh.sql)
  const found = (await find(text, { among: 'cases' })).map(({ caseId }) => caseId)
  assert.deepEqual(found.slice(0, 3), [now.id, newer.id, old.id])
})

test('among cases a candidate that waits is left out; among all it is found', async () => {
  assert.deepEqual(await find(WATER, { among: 'cases' }), [])
  const [water] = await find(WATER)
  assert.deepEqual([water!.caseId, water!.title], [null, 'Air keruh · Perumahan Dahlia'])
})

test('a confidential one is found only by who may see it', async () => {
  assert.equal((await find(QUIET))[0]!.confidential, true)
  assert.deepEqual(await find(QUIET, { confidential: false }), [])
  assert.deepEqual(await find('loket', { confidential: false }), [])
})

test('a case is found by its number, however it is typed', async () => {
  const [, year, serial] = openLamp.number.split('-')
  const prefix = region.casePrefix
  for (const typed of [
    openLamp.number,
    openLamp.number.toLowerCase(),
    `lihat ${prefix} ${year} ${serial} tolong`,
    `${prefix}-${year}-${Number(serial)}`,
  ]) {
    const found = await find(typed)
    assert.deepEqual(
      found.map(({ caseNumber, score }) => [caseNumber, score]),
      [[openLamp.number, 1]],
      typed,
    )
  }
  assert.deepEqual(await find(`${prefix}-${year}-99999`), [])
})

test('the number of a confidential filing leads nowhere for who may not see the person', async () => {
  const [row] = await fresh.sql<
    { number: string }[]
  >`select number from filings where text = ${QUIET}`
  assert.equal((await find(row!.number))[0]?.title, 'Pungutan di loket')
  assert.deepEqual(await find(row!.number, { person: false }), [])
})

test('one or two words find titles and places, also when the last is not ended', async () => {
  for (const typed of ['kenanga', 'KENANG', 'lampu ken', 'Jl Kenanga']) {
    assert.equal((await find(typed))[0]?.caseNumber, openLamp.number, typed)
  }
  assert.match((await find('kenanga'))[0]!.reasons[0]!, /kenanga/)
  assert.equal((await find('dahlia'))[0]?.title, 'Air keruh · Perumahan Dahlia')
})

test('words that have nothing to do with it find nothing', async () => {
  assert.deepEqual(await find('resep sambal matah khas bali'), [])
  assert.deepEqual(await find('zzzz'), [])
})

test('a word of the text alone is found as well', async () => {
  assert.equal((await find('masjid gelap malam'))[0]?.caseNumber, openLamp.number)
})

test('a candidate is not like itself, nor like the case that it stands in', async () => {
  const [candidate] = await fresh.sql<{ id: number }[]>`
    select id from candidates where case_id = ${openLamp.id}`
  const scope = { regionId: region.id, person: true }
  const told = await toldOf(fresh.sql, scope, candidate!.id)
  assert.equal(told!.text, LAMP)
  const found = await find('', { told: told!, except: candidate!.id })
  assert.ok(found.every(({ caseId }) => caseId !== openLamp.id))
  assert.equal(await toldOf(fresh.sql, scope, 999_999), null)
  assert.equal(await toldOf(fresh.sql, { regionId: 'lain', person: true }, candidate!.id), null)
})

test('the address of who filed is compared, and told, only for who may see it', async () => {
  const filed = { text: 'Pohon besar condong ke kabel', filed: true, title: 'Pohon condong' }
  const { id } = await makeCandidate(fresh.sql, region, filed)
  await printVoices(fresh.sql)
  const address = 'Rumah pagar hijau'
  assert.equal(
    (await toldOf(fresh.sql, { regionId: region.id, person: true }, id))!.address,
    address,
  )
  assert.equal((await toldOf(fresh.sql, { regionId: region.id, person: false }, id))!.address, null)
})

test('only fingerprints of the active embedder are looked at', async () => {
  const [other] = await fresh.sql<{ id: number }[]>`
    insert into embedders (name, status) values ('lain-1', 'filling') returning id`
  const { id, voiceId } = await makeCandidate(fresh.sql, region, {
    title: 'Lain',
    text: `${WATER} .`,
  })
  await printVoices(fresh.sql)
  await fresh.sql`update fingerprints set embedder_id = ${other!.id} where voice_id = ${voiceId}`
  const found = await find(WATER)
  assert.ok(found.length > 0 && found.every(({ candidateId }) => candidateId !== id))
})

test('nothing typed breaks the search: operators, quotes, wildcards, emoji, half characters, 100,000 letters', async () => {
  const hostile = [
    '',
    '   ',
    "' or 1=1 --",
    "a':* & !b | (c",
    '%_\\%',
    '<script>',
    '🙏🏽🙏🏽',
    '\ud83d',
    "\u202ekenanga'",
    'x'.repeat(100_000),
    `${LAMP} `.repeat(1200),
    'kata '.repeat(20_000),
  ]
  for (const text of hostile) {
    const start = performance.now()
    assert.ok(Array.isArray(await find(text)), text.slice(0, 40))
    assert.ok(performance.now() - start < 2_000, text.slice(0, 40))
  }
})

test('at most as many as asked for, and never more than ten', async () => {
  for (let n = 0; n < 12; n++)
    await makeCandidate(fresh.sql, region, { title: `Trotoar rusak ${n}` })
  assert.equal((await find('trotoar', { limit: 3 })).length, 3)
  assert.equal((await find('trotoar', { limit: 99 })).length, 10)
})
