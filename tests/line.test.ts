/** The whole line on the small pack `contoh`, over real HTTP: nothing in code knows a particular city. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answerCase } from '../src/cases/answer.ts'
import { closeCase } from '../src/cases/close.ts'
import { collectDue } from '../src/collect/collect.ts'
import { makeSafeFetch } from '../src/collect/safe-fetch.ts'
import { groupWaiting } from '../src/group/group.ts'
import { fileComplaint } from '../src/intake/file.ts'
import { trackFiling } from '../src/intake/track.ts'
import { readWaiting } from '../src/read/job.ts'
import type { Region } from '../src/region/region.ts'
import { balance } from '../src/trends/balance.ts'
import { readCandidate } from '../src/triage/candidate.ts'
import { openCandidate } from '../src/triage/open.ts'
import { listQueue } from '../src/triage/queue.ts'
import { serveFeeds, type FeedServer } from './feed-server.ts'
import { freshDatabase, freshRegion, type Fresh } from './helpers.ts'
import { brokenInvariants } from './invariants.ts'
import { asOfficer } from './makers.ts'

let fresh: Fresh
let region: Region
let outlets: FeedServer
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  const street = region.places.find((place) => place.kind === 'street')!.name
  const published = new Date(Date.now() - 3_600_000).toUTCString()
  outlets = await serveFeeds(
    [
      {
        url: 'https://kabar.example/warga-keluhkan',
        title: `Warga keluhkan lampu jalan mati di ${street}`,
        text: `Warga mengeluhkan lampu jalan di ${street} yang mati sejak dua minggu lalu. "Kami minta segera diperbaiki, sudah ada yang jatuh," kata seorang warga.`,
        published,
      },
      {
        url: 'https://kabar.example/upacara',
        title: 'Wali Kota pimpin upacara Hari Pahlawan',
        text: 'Wali Kota memimpin upacara peringatan Hari Pahlawan di halaman kantor, Senin pagi, yang dihadiri ratusan pelajar.',
        published,
      },
    ],
    50,
  )
  await fresh.sql`update sources set enabled = false`
  await fresh.sql`
    insert into sources (region_id, kind, name, url)
    values (${region.id}, 'feed', 'Kabar', ${outlets.urls[0]!})`
})
after(async () => {
  await outlets.close()
  await fresh.close()
})

const runLine = async () => {
  const fetch = makeSafeFetch({ allow: [outlets.host] })
  await fresh.sql`update sources set next_check_at = now() where enabled`
  const { posts } = await collectDue(fresh.db, { fetch, region, limit: 10 })
  const read = await readWaiting(fresh.db, region, { limit: 100 })
  const grouped = await groupWaiting(fresh.db, region, { limit: 100, mostMs: 60_000 })
  return { posts, read, grouped }
}

test('from a feed and a form to an answer that the citizen reads', async () => {
  const instanceKey = Buffer.alloc(32, 1)
  const kelurahan = region.areas.find((area) => area.level === 'kelurahan')!
  const ticket = await fileComplaint(fresh.sql, region, {
    text: 'Air keran di rumah kami tidak mengalir sejak tiga hari, mohon segera ditangani.',
    kelurahanCode: kelurahan.code,
    confidential: false,
    requestKey: 'line-test',
    clientAddress: '127.0.0.1',
    instanceKey,
  })
  assert.deepEqual(await runLine(), { posts: 2, read: 3, grouped: 3 })

  const acting = await asOfficer(fresh.sql, region, 'humas')
  const queue = await listQueue(fresh.sql, acting, {})
  assert.equal(
    queue.total,
    2,
    'the complaint of the news and the filing wait, the ceremony does not',
  )
  const detected = queue.items.find((item) => !item.filed)!
  assert.equal(detected.category, 'penerangan')
  assert.ok(detected.agency, 'an agency is suggested')
  const filed = queue.items.find((item) => item.filed)!
  const detail = await readCandidate(fresh.sql, acting, { id: filed.id })
  assert.ok(detail.voices[0]!.reading!.reasons.length > 0, 'the machine says why')

  const agencyCode = filed.agency!.code
  const opened = await openCandidate(fresh.sql, acting, {
    id: filed.id,
    title: 'Air tidak mengalir tiga hari',
    description: 'Warga melaporkan air tidak mengalir.',
    category: 'air',
    agencyCode,
    kecamatanCode: null,
    kelurahanCode: kelurahan.code,
    place: null,
    urgent: false,
    confidential: false,
    dispose: true,
  })
  assert.match(opened.number, new RegExp(`^${region.casePrefix}-\\d{4}-\\d{5}$`))
  const agency = await asOfficer(fresh.sql, region, 'agency', { agencyCode })
  const caseId = opened.caseId!
  await answerCase(fresh.sql, agency, {
    id: caseId,
    text: 'Pipa sudah diganti, air mengalir lagi.',
  })
  await closeCase(fresh.sql, acting, { id: caseId })

  const seen = await trackFiling(fresh.sql, { regionId: region.id, ...ticket })
  assert.equal(seen.answer, 'Pipa sudah diganti, air mengalir lagi.')
  const ends = await balance(fresh.sql, region.id)
  assert.deepEqual(
    {
      setAside: ends.posts.setAside,
      waiting: ends.posts.waiting,
      opened: ends.filings.opened,
      lost: ends.unaccounted,
    },
    { setAside: 1, waiting: 1, opened: 1, lost: 0 },
  )
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
})

test('a second run adds nothing', async () => {
  assert.deepEqual(await runLine(), { posts: 0, read: 0, grouped: 0 })
})
