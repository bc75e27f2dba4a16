/** "Cases like this" over the web: who may ask for what, and what a citizen who types learns. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Acting } from '../../src/people/officer.ts'
import { SCRIPT, SCRIPT_PATH } from '../../src/web/portal/script.ts'
import { printVoices } from '../group/print-voices.ts'
import { asOfficer, makeCandidate, makeCase, type MadeCandidate } from '../makers.ts'
import { startWeb, type Web } from './start-web.ts'

const HOLE = 'Jalan berlubang besar di Jalan Wijaya depan pasar, sudah sebulan tidak diperbaiki'
const LIKE = 'Jalan berlubang besar di Jalan Wijaya depan pasar, sebulan tidak diperbaiki juga'
const LEVY = 'Pungutan tidak resmi waktu mengurus surat pindah di loket tiga kantor kelurahan'
const DONE = 'Pohon tumbang menutup Jalan Bangau sejak hujan angin kemarin sore'

type Item = Record<string, unknown> & { caseNumber: string | null; title: string }

let web: Web
let humas: Acting
let hole: { id: number; number: string; candidate: MadeCandidate }
let levy: { id: number; number: string }
before(async () => {
  web = await startWeb()
  const { sql } = web.fresh
  humas = await asOfficer(sql, web.region, 'humas')
  hole = await makeCase(sql, humas, { text: HOLE, agencyCode: 'DPU' })
  const secret = { text: LEVY, filed: true, confidential: true, agencyCode: 'DPU' }
  levy = await makeCase(sql, humas, secret)
  await makeCase(sql, humas, { text: DONE, agencyCode: 'DPU', status: 'closed' })
  await makeCandidate(sql, web.region, {
    text: 'Kabel menjuntai rendah di gang kami, anak-anak hampir tersangkut',
    title: 'Kabel menjuntai · Rumah pagar hijau',
    filed: true,
  })
  await printVoices(sql)
})
after(() => web.close())

const path = (query: Record<string, string>) =>
  `GET /api/similar?${new URLSearchParams(query).toString()}`
async function ask(query: Record<string, string>, role: 'analyst' | 'leader' = 'analyst') {
  const { cookie } = await web.enter(role)
  const { status, json } = await web.ask(path(query), { cookie })
  return { status, json, items: (json['items'] ?? []) as Item[] }
}
const type = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  web.ask('POST /lapor/serupa', { form, headers })

test('an officer finds the case that is like a text, with names, state and reasons', async () => {
  const { status, items } = await ask({ text: LIKE })
  assert.equal(status, 200)
  const [first] = items
  assert.equal(first!.caseNumber, hole.number)
  assert.equal(first!['caseStatus'], 'disposed')
  assert.ok((first!['reasons'] as string[]).length > 0)
  assert.ok(Math.abs(Date.now() - Date.parse(String(first!['at']))) < 60_000)
})

test('without words, what is like a candidate is found, and never the candidate itself', async () => {
  const { id } = await makeCandidate(web.fresh.sql, web.region, { text: LIKE })
  await printVoices(web.fresh.sql)
  const { items } = await ask({ candidate: String(id), among: 'cases' })
  assert.equal(items[0]!.caseNumber, hole.number)
  const own = await ask({ candidate: String(hole.candidate.id) })
  assert.ok(own.items.every(({ caseNumber }) => caseNumber !== hole.number))
})

test('a question without words and without candidate, or of an unknown one, is refused in words', async () => {
  const empty = await ask({ text: '  ' })
  assert.equal(empty.status, 400)
  assert.match(String(empty.json['error']), /Tulis kata yang dicari/)
  assert.equal((await ask({ candidate: '999999' })).status, 404)
  assert.equal((await ask({ candidate: 'x' })).status, 400)
  assert.equal((await ask({ text: HOLE, limit: '11' })).status, 400)
  assert.equal((await ask({ text: HOLE, category: 'apa' })).status, 400)
  assert.equal((await ask({ text: HOLE, kelurahan: '00.00' })).status, 200)
})

test('an agency officer may not look through the cases of others', async () => {
  const { cookie } = await web.enter('agency', 'DPU')
  assert.equal((await web.ask(path({ text: HOLE }), { cookie })).status, 403)
})

test('a leader reads neither the place nor the address of who filed, and cannot find by them', async () => {
  const text = 'Kabel menjuntai rendah di gang, anak-anak hampir tersangkut'
  const [seen] = (await ask({ text })).items
  const [masked] = (await ask({ text }, 'leader')).items
  assert.match(seen!.title, /pagar hijau/)
  assert.equal(masked!.title, 'Kabel menjuntai')
  assert.ok(!JSON.stringify(masked).includes('pagar'))
  assert.equal((await ask({ text: 'pagar hijau' })).items.length > 0, true)
  assert.deepEqual((await ask({ text: 'pagar hijau' }, 'leader')).items, [])
})

test('100,000 letters, markup and what SQL knows are answered in words', async () => {
  assert.equal((await ask({ text: 'x'.repeat(100_000) })).status, 400)
  for (const text of [
    `'; drop table cases; --`,
    '<script>alert(1)</script>',
    '%',
    '\u0000lampu',
    '\ud83d',
  ]) {
    assert.equal((await ask({ text })).status, 200, text)
  }
})

test('a citizen who types sees the number, kind, age and state of an open case, and no word of it', async () => {
  const { status, text, headers } = await type({ text: LIKE })
  assert.equal(status, 200)
  assert.match(headers.get('content-type')!, /^text\/html/)
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.match(text, /Mungkin sudah dilaporkan/)
  assert.ok(text.includes(hole.number))
  assert.match(
    text,
    /Jalan dan jembatan · .*kurang dari sehari · sudah diteruskan · sudah ada 1 suara/,
  )
  assert.match(text, /tetap boleh dikirim/)
  assert.doesNotMatch(text, /Wijaya|berlubang|warga_rekaan|Warga/)
})

test('a citizen never learns of a confidential case, a finished one, or one that is not yet a case', async () => {
  assert.equal((await type({ text: LEVY })).text, '')
  assert.equal((await type({ text: levy.number })).text, '')
  assert.equal((await type({ text: `nomor ${hole.number}` })).text, '')
  assert.equal((await type({ text: DONE })).text, '')
  assert.equal((await type({ text: 'Kabel menjuntai rendah di gang kami, anak-anak' })).text, '')
})

test('little, nothing, very much and markup typed into the form are answered', async () => {
  for (const typed of [
    '',
    'halo',
    '<img src=x onerror=alert(1)> ada lubang',
    'x '.repeat(20_000),
  ]) {
    const { status, text } = await type({
      text: typed,
      kelurahan: 'x',
      category: 'y',
      address: typed.slice(0, 2_000),
    })
    assert.equal(status, 200, typed.slice(0, 20))
    assert.doesNotMatch(text, /<img/)
  }
  assert.equal((await type({ text: 'x'.repeat(100_000) })).status, 413)
  assert.equal((await type({})).status, 200)
})

test('one network cannot ask without end', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.77' }
  await type({ text: '' }, headers)
  await web.fresh.sql`update throttles set tries = 600 where key like 'similar:%'`
  const refused = await type({ text: LIKE }, headers)
  assert.equal(refused.status, 429)
  assert.match(refused.text, /Terlalu banyak pencarian/)
})

test('after sending without a script, the page with the ticket mentions what is alike', async () => {
  const form = { text: LIKE, requestKey: '11111111-2222-3333-4444-555555555555' }
  const filed = await web.ask('POST /lapor', { form })
  const { text } = await web.ask(`GET ${filed.headers.get('location')}`)
  assert.match(text, /class="code">/)
  assert.ok(text.includes(hole.number))
  assert.doesNotMatch(text, /Wijaya/)
})

test('the form names its one script, which is small, kept by browsers, and its only one', async () => {
  const { text } = await web.ask('GET /lapor')
  assert.deepEqual([...text.matchAll(/<script[^>]*>/g)].map(String), [
    `<script src="${SCRIPT_PATH}" defer>`,
  ])
  const script = await web.ask(`GET ${SCRIPT_PATH}`)
  assert.match(script.headers.get('content-type')!, /^text\/javascript/)
  assert.match(script.headers.get('cache-control')!, /immutable/)
  assert.ok(gzipSync(SCRIPT).length < 1_000)
  for (const page of ['/', '/lacak', '/privasi']) {
    assert.doesNotMatch((await web.ask(`GET ${page}`)).text, /<script/)
  }
})
