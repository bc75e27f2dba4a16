/** kill -9 in the middle of the work, ten times, on PostgreSQL: nothing is lost, nothing doubled. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import {
  signWebhook,
  webhookSecret,
  SIGNATURE_HEADER,
} from '../../src/collect/sources/webhook-signature.ts'
import { serveFeeds, type FeedEntry, type FeedServer } from '../feed-server.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { eventually, removeFolder, scratchFolder, startDengar, type Running } from '../service.ts'

const KILLS = 10
const ITEMS = 3000
/** Few feeds: one host is asked for four in a round, whatever waits. */
const PER_FEED = 250
const SECRET = 'a secret of the kill test, forty letters long'

let fresh: Fresh
let outlets: FeedServer
let folder: string
let webhookSource: number
let running: Running | undefined
before(async () => {
  fresh = await freshDatabase()
  await freshRegion(fresh.sql)
  folder = await scratchFolder()
  outlets = await serveFeeds(items(), PER_FEED)
  await fresh.sql`delete from sources`
  for (const url of outlets.urls) {
    await fresh.sql`
      insert into sources (region_id, kind, name, url, interval_minutes)
      values ('contoh', 'feed', ${url}, ${url}, 1)`
  }
  const [row] = await fresh.sql<{ id: number }[]>`
    insert into sources (region_id, kind, name, channel) values ('contoh', 'webhook', 'dorong', 'x')
    returning id`
  webhookSource = row!.id
})
after(async () => {
  await running?.stop('SIGKILL')
  await outlets.close()
  await fresh.close()
  await removeFolder(folder)
})

/** Complaints and announcements about many places, some of them told twice. */
function items(): FeedEntry[] {
  const problems = [
    'lampu jalan mati',
    'jalan berlubang parah',
    'sampah menumpuk',
    'air PDAM tidak mengalir',
  ]
  return Array.from({ length: ITEMS }, (_, n) => {
    const place = `Lorong Uji ${Math.floor(n / 3)}`
    const text =
      n % 4 === 3
        ? `Pemerintah kota menggelar rapat koordinasi ke-${n} bersama para camat, Senin pagi.`
        : `Tolong diperbaiki, ${problems[n % 3]} di ${place} sudah ${1 + (n % 9)} hari, warga mengeluh.`
    return {
      url: `https://kabar.example/${n}`,
      title: text.slice(0, 60),
      text,
      published: new Date(Date.now() - n * 60_000).toUTCString(),
    }
  })
}

test('ten kills at random moments lose and double nothing', { timeout: 300_000 }, async () => {
  const settings = {
    DATABASE_URL: fresh.url!,
    DENGAR_REGION: 'contoh',
    DENGAR_DATA: folder,
    DENGAR_SECRET: SECRET,
    DENGAR_FETCH_ALLOW: outlets.host,
    DENGAR_LOG_LEVEL: 'warn',
  }
  const acknowledged = new Set<string>()
  for (let kill = 0; kill < KILLS; kill++) {
    const service = (running = await startDengar(['start'], settings))
    await service.until(/ready for/)
    const pushing = pushUntilDead(service.url, `k${kill}`, acknowledged)
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 1500))
    await service.stop('SIGKILL')
    await pushing
    assert.deepEqual(await brokenInvariants(fresh.sql, 'contoh'), [], `after kill ${kill + 1}`)
    // A dead worker's claim runs out by itself after minutes; the test does not wait for that.
    await fresh.sql`update sources set claimed_until = null, next_check_at = now() where kind = 'feed'`
  }

  const last = (running = await startDengar(['start'], settings))
  await eventually(
    'every item is collected, read and grouped',
    async () => {
      const [row] = await fresh.sql<{ feeds: number; open: number }[]>`
        select count(*) filter (where source_kind = 'feed') as feeds,
               count(*) filter (where outcome is null) as open from posts`
      return row!.feeds >= ITEMS && row!.open === 0
    },
    120_000,
  )
  assert.equal(await last.stop(), 0)

  const [counts] = await fresh.sql<{ feeds: number; distinct: number }[]>`
    select count(*) filter (where source_kind = 'feed') as feeds,
           count(distinct canonical_url) filter (where source_kind = 'feed') as distinct from posts`
  assert.deepEqual({ ...counts }, { feeds: ITEMS, distinct: ITEMS })
  const kept = await fresh.sql<{ nativeId: string }[]>`
    select native_id from posts where source_kind = 'webhook'`
  const ids = new Set(kept.map((row) => row.nativeId.replace(/^.*\|/, '')))
  const lost = [...acknowledged].filter((id) => !ids.has(id))
  assert.deepEqual(lost, [], `of ${acknowledged.size} acknowledged`)
  assert.ok(acknowledged.size > 0, 'the test must have pushed something')
  assert.deepEqual(await brokenInvariants(fresh.sql, 'contoh'), [])
})

/** Pushes one post after the other and notes which the service said it has. */
async function pushUntilDead(
  url: string,
  prefix: string,
  acknowledged: Set<string>,
): Promise<void> {
  const key = createHash('sha256').update(SECRET).digest()
  const secret = webhookSecret(key, webhookSource, 1)
  for (let n = 0; ; n++) {
    const id = `${prefix}-${n}`
    const text = `Air PDAM tidak mengalir di Lorong Dorong ${id}, tolong diperbaiki`
    const body = JSON.stringify({ items: [{ id, text, created_at: new Date().toISOString() }] })
    const answer = await fetch(`${url}/intake/webhook/${webhookSource}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [SIGNATURE_HEADER]: signWebhook(body, secret, Math.floor(Date.now() / 1000)),
      },
      body,
    }).catch(() => null)
    if (answer === null) return
    if (answer.status !== 202) throw new Error(`the webhook answered ${answer.status}`)
    acknowledged.add(id)
    // The rest of the answer may die with the process; its status was the promise.
    await answer.text().catch(() => '')
  }
}
