/** Which problem a message belongs to: bursts, chains, cases that are open, closed, named, or closed meanwhile. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { groupWaiting } from '../../src/group/group.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { LAMP, startTelling, type Told } from './telling.ts'

const DAY_MS = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY_MS)

let fresh: Fresh
let told: Told
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())
beforeEach(async () => {
  told = await startTelling(fresh)
})

describe('a burst', () => {
  it('of a thousand posts in the same words is one candidate with one voice that counts', async () => {
    const { post, handle, candidates, region } = told
    for (let i = 0; i < 1000; i += 1) {
      await post(i % 2 === 0 ? LAMP : `${LAMP}!! tolong`, { authorHandle: `akun${i}` })
    }
    await handle()
    const made = await candidates()
    assert.deepEqual(
      made.map((row) => [row.status, row.voiceCount, row.voiceCount - row.copyCount]),
      [['waiting', 1000, 1]],
    )
    const [prints] = await fresh.sql`
      select count(*) as n from fingerprints where region_id = ${region.id}`
    assert.equal(prints!['n'], 1, 'copies must not crowd the search')
    assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
  })

  it('does not hide another problem that is told in between', async () => {
    const { post, handle, candidates } = told
    for (let i = 0; i < 60; i += 1) await post(LAMP)
    const other = 'Got di Lorong Nangka Kelurahan Korumba mampet, air meluap ke jalan'
    await post(other)
    for (let i = 0; i < 60; i += 1) await post(LAMP)
    await post(`${other} lagi`)
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [120, 2],
    )
  })

  it('counts the same words again when they come back after days, and a filing always', async () => {
    const { post, file, handle, candidates } = told
    await post(LAMP, { createdAt: ago(9) })
    await post(LAMP, { createdAt: ago(5) })
    await handle()
    await file(LAMP)
    await handle()
    const [made] = await candidates()
    assert.deepEqual([made!.voiceCount, made!.copyCount], [3, 0])
  })
})

describe('a candidate', () => {
  it('is no chain: what its beginning does not tell does not join by way of a neighbour', async () => {
    const { post, handle, candidates, voices } = told
    await post('Lampu jalan mati di Jl Saranani nomor 12 Korumba, gelap sekali')
    await post('Lampu jalan mati di Jl Saranani Korumba, gelap sekali')
    await post('Lampu jalan mati di Jl Saranani nomor 88 Korumba, gelap sekali')
    await handle()
    const byCandidate = Map.groupBy(await voices(), ({ candidateId }) => candidateId)
    const [first] = await candidates()
    const third = (await voices())[2]!
    assert.notEqual(third.candidateId, first!.id)
    assert.ok(byCandidate.size >= 2)
  })

  it('shows a person when a later message is as much like another one', async () => {
    const { post, handle, candidates, suggestions } = told
    await post('Air PDAM mati di Perumahan Graha Asri blok C Kelurahan Kambu')
    await post('Sampah menumpuk di Perumahan Graha Asri blok C Kelurahan Kambu belum diangkut')
    await handle()
    assert.equal((await candidates()).length, 2)
    const shown = await suggestions()
    assert.ok(shown.every((one) => one.candidateId !== one.otherId))
  })
})

describe('a filed case', () => {
  it('takes in what names its number', async () => {
    const { post, handle, open, candidates, voices } = told
    await post(LAMP)
    await handle()
    const { number } = await open((await candidates())[0]!.id)
    await post(
      `Laporan saya nomor ${number.toLowerCase()} kenapa belum ditindak sampai sekarang?`,
      {
        authorHandle: 'warga',
      },
    )
    await handle()
    const [, second] = await voices()
    assert.deepEqual([(await candidates()).length, second?.rung], [1, 'number'])
  })

  it('that is open takes in what is told months later, one that is closed is shown', async () => {
    const { post, handle, open, candidates, suggestions } = told
    await post(LAMP, { createdAt: ago(120) })
    await handle()
    const { id: caseId } = await open((await candidates())[0]!.id)
    await post(LAMP)
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [2],
    )
    await fresh.sql`update cases set status = 'closed', closed_at = now() where id = ${caseId}`
    await post(LAMP)
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [2, 1],
    )
    assert.deepEqual(
      (await suggestions()).map((one) => one.caseId),
      [caseId],
    )
  })

  it('comes before a candidate that tells of the same', async () => {
    const { post, handle, open, candidates } = told
    await post(LAMP, { createdAt: ago(3) })
    await handle()
    await open((await candidates())[0]!.id)
    // Found by a person, it stands beside the case until somebody merges it.
    await fresh.sql`
      update cases set status = 'closed' where region_id = ${told.region.id}`
    await post(LAMP, { createdAt: ago(3) })
    await handle()
    await fresh.sql`
      update cases set status = 'in_progress' where region_id = ${told.region.id}`
    await post(`${LAMP}, sampai sekarang`)
    await handle()
    assert.deepEqual(
      (await candidates()).map((row) => row.voiceCount),
      [2, 1],
    )
  })

  it('that is closed while a post is matched to it swallows nothing', async () => {
    const { post, read, handle, open, candidates, region } = told
    await post(LAMP)
    await handle()
    const { id: caseId } = await open((await candidates())[0]!.id)
    for (let i = 0; i < 5; i += 1) await post(LAMP, { createdAt: ago(3 + i) })
    await read()
    let isLocked: () => void = () => {}
    const locked = new Promise<void>((done) => {
      isLocked = done
    })
    const closing = fresh.sql.begin(async (tx) => {
      await tx`update cases set status = 'closed', closed_at = now() where id = ${caseId}`
      isLocked()
      await new Promise((done) => setTimeout(done, 150))
    })
    await locked
    const grouping = groupWaiting(fresh.db, region, { limit: 50, mostMs: 60_000 })
    await Promise.all([closing, grouping])
    await handle()
    const rows = await candidates()
    assert.equal(rows[0]!.voiceCount, 1, 'the case that was closed meanwhile got a voice')
    assert.equal(
      rows.reduce((sum, row) => sum + row.voiceCount, 0),
      6,
    )
    assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
  })
})

describe('a text without words', () => {
  it('finds its place, and is like nothing', async () => {
    const { file, handle, candidates, suggestions, region } = told
    for (const text of ['🙏🙏🙏', '!!!', '🙏']) await file(text)
    await handle()
    assert.equal((await candidates()).length, 3)
    assert.equal((await suggestions()).length, 0)
    assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
  })
})
