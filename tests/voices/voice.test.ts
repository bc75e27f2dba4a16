import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Officer } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { readVoices, type Voices } from '../../src/voices/voice.ts'
import { freshDatabase, freshRegion, makePost, makeSource, type Fresh } from '../helpers.ts'
import { asOfficer, assertRefused, makeCandidate } from '../makers.ts'
import { makeCopies, makeCrowd, makeTold } from '../related.ts'

let fresh: Fresh
let region: Region
let analyst: Officer
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  analyst = (await asOfficer(fresh.sql, region, 'analyst')).officer
})
after(() => fresh.close())

const textsOf = ({ items }: Voices) => items.map(({ text }) => text)
const firstPage = (candidateId: number) => readVoices(fresh.sql, analyst, { candidateId })
const pageAfter = (candidateId: number, page: { after?: number | null; of?: number | null }) =>
  readVoices(fresh.sql, analyst, { candidateId }, { after: null, of: null, ...page })

test('of many voices the first fifty come, and page by page each of the others exactly once', async () => {
  const { id } = await makeCrowd(fresh.sql, region, { voices: 173 })
  const told: string[] = []
  let page = await firstPage(id)
  const sizes = [page.items.length]
  told.push(...textsOf(page))
  while (page.next !== null) {
    page = await pageAfter(id, { after: page.next })
    sizes.push(page.items.length)
    told.push(...textsOf(page))
  }
  assert.deepEqual(sizes, [50, 50, 50, 23])
  assert.deepEqual(
    told,
    Array.from({ length: 173 }, (_, index) => `Suara ke-${index + 1}`),
  )
})

test('exactly one page of voices has nothing after it', async () => {
  const { id } = await makeCrowd(fresh.sql, region, { voices: 50 })
  const page = await firstPage(id)
  assert.deepEqual([page.items.length, page.next], [50, null])
})

test('copies do not push originals off the page: ten come along, the others are asked for', async () => {
  const { id, voiceId } = await makeCrowd(fresh.sql, region, { voices: 130, copies: 100 })
  const page = await firstPage(id)
  const copies = page.items.filter(({ copyOf }) => copyOf === voiceId)
  assert.deepEqual([page.items.length - copies.length, copies.length, page.next], [30, 10, null])
  assert.equal(page.items[0]?.copies?.count, 100)
  const more = await pageAfter(id, { of: voiceId, after: copies.at(-1)!.id })
  const rest = await pageAfter(id, { of: voiceId, after: more.next })
  assert.deepEqual([more.items.length, rest.items.length, rest.next], [50, 40, null])
  assert.equal(new Set([...copies, ...more.items, ...rest.items].map(({ id }) => id)).size, 100)
})

test('long texts make short pages, and one that is longer than a page still comes', async () => {
  const long = 'panjang '.repeat(12_500)
  const { id } = await makeTold(
    fresh.sql,
    region,
    Array.from({ length: 12 }, (_, index) => `${index} ${long}`.slice(0, 100_000)),
  )
  const seen: number[] = []
  let page = await firstPage(id)
  while (page.next !== null) {
    seen.push(page.items.length)
    page = await pageAfter(id, { after: page.next })
  }
  assert.deepEqual([...seen, page.items.length], [5, 5, 2])
})

test('a copy whose original speaks elsewhere is a voice of its own', async () => {
  const one = await makeTold(fresh.sql, region, ['Lampu mati', 'Lampu mati!'])
  const other = await makeTold(fresh.sql, region, ['Sampah menumpuk'])
  await makeCopies(fresh.sql, one.voiceIds[0]!, [one.voiceIds[1]!])
  await fresh.sql`update voices set candidate_id = ${other.id} where id = ${one.voiceIds[1]!}`
  assert.equal((await firstPage(other.id)).items.length, 2)
})

test('a voice that left meanwhile does not break the next page; one that was never there is refused', async () => {
  const { id } = await makeCrowd(fresh.sql, region, { voices: 60 })
  const { next } = await firstPage(id)
  await fresh.sql`update voices set left_at = now() where id = ${next}`
  assert.equal((await pageAfter(id, { after: next })).items.length, 10)
  const elsewhere = await makeTold(fresh.sql, region, ['Lubang'])
  const strange = { after: elsewhere.voiceIds[0]! }
  await assertRefused(pageAfter(id, strange), 404, /Suara/)
  await assertRefused(pageAfter(id, { of: 999_999_999 }), 404, /Suara/)
})

test('five thousand voices with four thousand copies come in a moment, and few at a time', async () => {
  const { id } = await makeCrowd(fresh.sql, region, { voices: 5000, copies: 4000 })
  const started = performance.now()
  const page = await firstPage(id)
  const ms = performance.now() - started
  assert.deepEqual([page.items.length, page.items[0]?.copies?.count], [60, 4000])
  assert.ok(ms < 2_000, `${Math.round(ms)} ms`)
})

test('the copy that is kept tells when it was fetched and whether it is what was sent', async () => {
  const { sql } = fresh
  const { id, postId } = await makeCandidate(sql, region, { text: 'Air keruh' })
  await sql`
    update posts set raw_hash = sha256(convert_to(E'\nAir keruh', 'UTF8')),
                     edited_at = '2026-01-02T03:04:05Z', fetched_at = '2026-01-03T00:00:00Z'
     where id = ${postId}`
  const [kept] = (await firstPage(id)).items
  assert.equal(kept?.isExact, true)
  assert.match(kept?.hash ?? '', /^[0-9a-f]{64}$/)
  assert.deepEqual(
    [kept?.editedAt?.toISOString(), kept?.fetchedAt?.toISOString(), kept?.otherTextAt],
    ['2026-01-02T03:04:05.000Z', '2026-01-03T00:00:00.000Z', null],
  )
  await sql`update posts set raw_hash = sha256('lain') where id = ${postId}`
  assert.equal((await firstPage(id)).items[0]?.isExact, false)
})

test('an address that was heard again with other words says so, with the same words it does not', async () => {
  const { sql } = fresh
  const { id: sourceId } = await makeSource(sql, { regionId: region.id })
  const { id, postId } = await makeCandidate(sql, region, { text: 'Versi satu', sourceId })
  const url = 'https://koran.test/berita'
  await sql`
    update posts set canonical_url = ${url}, fetched_at = '2026-01-01', raw_hash = sha256('Versi satu')
     where id = ${postId}`
  const again = { regionId: region.id, sourceId, canonicalUrl: url, channel: 'news' }
  await makePost(sql, { ...again, text: 'Versi satu' })
  assert.equal((await firstPage(id)).items[0]?.otherTextAt, null)
  await makePost(sql, { ...again, text: 'Versi dua' })
  assert.ok((await firstPage(id)).items[0]?.otherTextAt instanceof Date)
})

test('a reply brings what it answers, also when that was never collected', async () => {
  const { sql } = fresh
  const { id: sourceId } = await makeSource(sql, { regionId: region.id })
  const { id, postId } = await makeCandidate(sql, region, { text: 'Di sini juga', sourceId })
  await sql`
    update posts set kind = 'reply', parent_native_id = 'induk-1', source_kind = 'file'
     where id = ${postId}`
  const [alone] = (await firstPage(id)).items
  assert.deepEqual(alone?.parent, { author: null, text: null, at: null, url: null })
  await makePost(sql, {
    regionId: region.id,
    sourceId,
    nativeId: 'induk-1',
    text: 'Siapa yang airnya mati?',
    authorHandle: 'warga_lain',
  })
  const [answered] = (await firstPage(id)).items
  assert.equal(answered?.postKind, 'reply')
  assert.deepEqual(
    [answered?.parent?.text, answered?.parent?.author],
    ['Siapa yang airnya mati?', 'warga_lain'],
  )
  assert.ok(answered?.parent?.at instanceof Date)
})

test('a filing has no source to compare with', async () => {
  const { id } = await makeCandidate(fresh.sql, region, { filed: true })
  const [voice] = (await firstPage(id)).items
  assert.deepEqual(
    [voice?.fetchedAt, voice?.isExact, voice?.hash, voice?.media, voice?.parent],
    [null, null, null, [], null],
  )
})
