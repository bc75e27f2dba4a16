import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { groupWaiting } from '../../src/group/group.ts'
import { appendEvent } from '../../src/ledger/append.ts'
import { freshDatabase, makeOfficer, type Fresh } from '../helpers.ts'
import { LAMP, startTelling, type Told } from './telling.ts'

const ROAD =
  'Jalan di depan Pasar Anduonohu berlubang parah, mohon segera diperbaiki, sudah banyak yang jatuh'

let fresh: Fresh
let told: Told
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())
beforeEach(async () => {
  told = await startTelling(fresh)
})

describe('grouping', () => {
  it('makes one candidate of one complaint, with a headline, an agency and a time to decide by', async () => {
    const { post, handle, candidates } = told
    await post(LAMP)
    await handle()
    const [made, ...rest] = await candidates()
    assert.equal(rest.length, 0)
    assert.match(made!.title, /lampu jalan/i)
    assert.match(made!.title, /Saranani/)
    assert.equal(made!.agencyCode, 'DISHUB')
    assert.ok(made!.dueAt.getTime() > Date.now() + 23 * 3_600_000)
  })

  it('sets aside what is no complaint and what is the matter of another city', async () => {
    const { post, handle, candidates, region } = told
    await post('Selamat pagi semua, semoga harinya menyenangkan')
    await post('Tolong pak wali kota Surabaya, lampu jalan di Gubeng Surabaya mati sudah seminggu')
    await handle()
    assert.deepEqual([...(await candidates())], [])
    const rows = await fresh.sql<
      { outcome: string }[]
    >`select outcome from posts where region_id = ${region.id}`
    assert.deepEqual(
      rows.map((row) => row.outcome),
      ['set_aside', 'set_aside'],
    )
  })

  it('keeps a repost, an exact copy and a near copy as voices of one candidate', async () => {
    const { post, handle, candidates, region } = told
    await post(LAMP, { nativeId: 'a' })
    await post(`RT @warga: ${LAMP}`, { kind: 'repost', parentNativeId: 'a' })
    await post(`${LAMP}!!!`)
    await post(`${LAMP} tolong ya min https://contoh.id/x`)
    await handle()
    const made = await candidates()
    assert.deepEqual(
      made.map((row) => row.voiceCount),
      [4],
    )
    const rungs = await fresh.sql<{ rung: string }[]>`
      select v.rung from voices v join candidates c on c.id = v.candidate_id
       where c.region_id = ${region.id} order by v.id`
    assert.deepEqual(
      rungs.map((row) => row.rung),
      ['first', 'repost', 'identical', 'copy'],
    )
    const events = await fresh.sql`
      select 1 from events where kind = 'candidate.voice_added' and region_id = ${region.id}`
    assert.ok(events.length >= 3)
  })

  it('keeps two addresses under the same words apart', async () => {
    const { post, handle, candidates } = told
    await post('Mohon perbaikan jalan rusak dan berlubang parah di Jl Saranani nomor 12')
    await post('Mohon perbaikan jalan rusak dan berlubang parah di Jl Saranani nomor 88')
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [1, 1],
    )
  })

  it('joins another telling to what waits, and only suggests it to a case or for a filing', async () => {
    const { post, file, handle, open, candidates, suggestions } = told
    const again = 'Kapan diperbaiki lampu jalan Saranani Korumba? sudah seminggu padam'
    await post('Lampu jalan di Jl Saranani Korumba padam semua, gelap gulita kalau malam')
    await post(again)
    await handle()
    await file('Lampu jalan mati di Korumba, tolong')
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [2, 1],
    )
    const [first, second] = await candidates()
    assert.deepEqual(
      (await suggestions()).map((one) => [one.candidateId, one.otherId]),
      [[second!.id, first!.id]],
    )
    const { id: caseId } = await open(first!.id)
    await post('Tolong pak, di Korumba lampu jalannya mati, gelap sekali kalau malam')
    await handle()
    assert.ok((await suggestions()).some((one) => one.caseId === caseId))
  })

  it('adds nothing when it runs again', async () => {
    const { post, handle, candidates } = told
    await post(LAMP)
    await post(ROAD)
    await handle()
    const first = await candidates()
    await handle()
    assert.deepEqual(await candidates(), first)
  })

  it('makes one candidate when two workers group the same posts at once', async () => {
    const { post, handle, candidates, read, region } = told
    for (let i = 0; i < 6; i += 1) await post(LAMP)
    await read()
    const handled = await Promise.all(
      Array.from({ length: 4 }, () => groupWaiting(fresh.db, region, { limit: 3, mostMs: 60_000 })),
    )
    await handle()
    assert.equal(
      handled.reduce((sum, n) => sum + n, 0),
      6,
    )
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [6],
    )
  })

  it('lets a dismissed candidate swallow no new post, nor a finished case', async () => {
    const { post, handle, candidates, dismiss, open } = told
    await post(LAMP)
    await handle()
    await dismiss((await candidates())[0]!.id)
    await post(LAMP)
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.status),
      ['dismissed', 'waiting'],
    )
    await open((await candidates())[1]!.id, 'closed')
    await post(LAMP)
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [1, 1, 1],
    )
  })

  it('joins a new voice to the candidate of an open case', async () => {
    const { post, handle, candidates, open } = told
    await post(LAMP)
    await handle()
    await open((await candidates())[0]!.id)
    await post(LAMP)
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [2],
    )
  })

  it('makes every filing visible, however little it says', async () => {
    const { file, handle, candidates } = told
    await file('halo')
    await file('🙏')
    await file(LAMP)
    await handle()
    const made = await candidates()
    assert.equal(made.length, 3)
    assert.ok(made.every((row) => row.filed))
  })

  it('joins a filing to a known problem only when it is sure, and marks it as filed', async () => {
    const { post, file, handle, candidates } = told
    await post(LAMP)
    await file(LAMP, { kelurahanCode: '74.71.01.1006' })
    await file('Lampu mati', { kelurahanCode: '74.71.01.1006' })
    await handle()
    const made = await candidates()
    assert.deepEqual(
      made.map((row) => [row.voiceCount, row.filed]),
      [
        [2, true],
        [1, true],
      ],
    )
  })

  it('keeps misconduct and confidential filings confidential, also when they join', async () => {
    const { post, file, handle, candidates } = told
    await post(
      'Oknum pegawai di kantor lurah Korumba minta uang 50 ribu untuk urus surat pengantar, ini pungli',
    )
    await file('Jembatan kayu di Mata putus, kami tidak bisa lewat', { confidential: true })
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.confidential),
      [true, true],
    )
  })

  it('takes the place from a reply that only says where', async () => {
    const { post, handle, candidates } = told
    await post('Tolong, sampah menumpuk sudah seminggu tidak diangkut, baunya minta ampun', {
      nativeId: 'q',
    })
    await post('di Lepo-Lepo kak', { kind: 'reply', parentNativeId: 'q' })
    await handle()
    const [made, ...rest] = await candidates()
    assert.equal(rest.length, 0)
    assert.equal(made!.voiceCount, 2)
    assert.equal(made!.kelurahanCode, '74.71.03.1002')
  })

  it('gives a reply from another kelurahan its own candidate', async () => {
    const { post, handle, candidates } = told
    await post('Sampah menumpuk di Lepo-Lepo sudah seminggu tidak diangkut, tolong', {
      nativeId: 'r',
    })
    await post('di Korumba juga sampah menumpuk belum diangkut, tolong pak', {
      kind: 'reply',
      parentNativeId: 'r',
    })
    await handle()
    assert.equal((await candidates()).length, 2)
  })

  it('lets officers decide while it groups: neither waits for the other for ever', async () => {
    const { post, handle, candidates, read, region } = told
    for (let i = 0; i < 8; i += 1) await post(LAMP.replace('dua', `${i + 3}`))
    await handle()
    const [made] = await candidates()
    const { id: officer } = await makeOfficer(fresh.sql, { regionId: region.id, role: 'humas' })
    for (let i = 0; i < 8; i += 1) await post(LAMP)
    await read()
    const decided = fresh.sql.begin(async (tx) => {
      await tx`select 1 from candidates where id = ${made!.id} for update`
      await new Promise((done) => setTimeout(done, 50))
      await appendEvent(tx, {
        regionId: region.id,
        kind: 'candidate.dismissed',
        candidateId: made!.id,
        officerId: officer,
      })
      await tx`
        update candidates
           set status = 'dismissed', dismiss_reason = 'spam', decided_by = ${officer}, decided_at = now()
         where id = ${made!.id}`
    })
    await Promise.all([decided, groupWaiting(fresh.db, region, { limit: 50, mostMs: 60_000 })])
    const rows = await candidates()
    assert.equal(rows[0]!.status, 'dismissed')
    assert.equal(
      rows.reduce((sum, row) => sum + row.voiceCount, 0),
      16,
    )
  })

  it('finds the open problem behind a crowd of dismissed copies', async () => {
    const { post, handle, candidates, dismiss } = told
    const text = 'Tolong pak, lampu jalan di Jl Melati mati semua sudah dua minggu, gelap sekali'
    for (let i = 0; i < 70; i += 1) await post(text)
    await handle()
    await dismiss((await candidates())[0]!.id)
    await post(`${text} kalau malam`)
    await handle()
    await post(`${text} sekali`)
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [70, 2],
    )
  })

  it('takes one page for one problem, but neither the comments under it nor other words', async () => {
    const { post, handle, candidates } = told
    const canonicalUrl = 'https://kabar.example/berita/7'
    const texts = [LAMP, `Warga mengeluh: ${LAMP}, kata ketua RT`]
    for (const text of texts) await post(text, { canonicalUrl, kind: 'article' })
    await post('Tolong, sampah menumpuk di depan Pasar Mandonga sudah seminggu', { canonicalUrl })
    await post(`${ROAD} di Kambu`, { canonicalUrl, kind: 'comment' })
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [2, 1, 1],
    )
  })

  it('does not join what was said months before, whichever was collected first', async () => {
    const { post, handle, candidates } = told
    await post(LAMP)
    await handle()
    await post(LAMP, { createdAt: new Date(Date.now() - 100 * 86_400_000) })
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [1, 1],
    )
  })

  it('ends a transaction early when it takes long, and goes on with the next one', async () => {
    const { file, handle, read, region } = told
    for (let i = 0; i < 25; i += 1) await file(`Lorong ${i} gelap, lampu mati ${i} hari`)
    await read()
    const first = await groupWaiting(fresh.db, region, { limit: 25, mostMs: 0 })
    assert.ok(first > 0 && first < 25, String(first))
    await handle()
    const [row] = await fresh.sql`
      select count(*) as n from filings where region_id = ${region.id} and grouped_at is not null`
    assert.equal(row!['n'], 25)
  })

  it('tells the listeners of a region once its candidates have changed', async () => {
    const { post, handle, region } = told
    const heard: string[] = []
    const stop = await fresh.db.bus.listen('candidates', (payload) => void heard.push(payload))
    await post(LAMP)
    await handle()
    for (let i = 0; i < 50 && heard.length === 0; i += 1)
      await new Promise((done) => setTimeout(done, 10))
    await stop()
    assert.deepEqual(heard, [region.id])
  })
})
