import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { after, afterEach, before, test } from 'node:test'
import { collectDue } from '../../src/collect/collect.ts'
import { freshDatabase, freshRegion, makeSource, type Fresh } from '../helpers.ts'
import { fetchFrom, startServer, type LocalServer } from './local-server.ts'

let fresh: Fresh
let server: LocalServer
let regionId: string
let answers: Record<string, (response: ServerResponse) => void> = {}
let open = 0
let mostOpen = 0
let paths: string[] = []

before(async () => {
  fresh = await freshDatabase()
  regionId = (await freshRegion(fresh.sql)).id
  await fresh.sql`update sources set enabled = false`
  server = await startServer((request, response) => {
    const path = request.url ?? ''
    paths.push(path)
    mostOpen = Math.max(mostOpen, ++open)
    response.on('close', () => open--)
    const answer = answers[path]
    if (answer) answer(response)
    else response.writeHead(404).end()
  })
})
after(async () => {
  await server.close()
  await fresh.close()
})
afterEach(async () => {
  await fresh.sql`update sources set enabled = false`
  answers = {}
  paths = []
  mostOpen = 0
})

const addFeed = (path: string, url = server.url + path) =>
  makeSource(fresh.sql, { regionId, kind: 'feed', url, channel: 'news' })
const collect = (options: { now?: Date; limit?: number; signal?: AbortSignal } = {}) =>
  collectDue(fresh.db, {
    fetch: fetchFrom(server, { timeoutMs: 3_000 }),
    limit: 50,
    jitter: () => 0,
    ...options,
  })
const rss = (...ids: (string | number)[]) =>
  `<rss version="2.0"><channel>${ids
    .map((id) => `<item><guid isPermaLink="false">${id}</guid><title>Kabar ${id}</title></item>`)
    .join('')}</channel></rss>`
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function rowOf(id: number) {
  const [row] = await fresh.sql`
    select enabled, url, cursor, next_check_at, claimed_until, error_count, last_error, checked_at,
           succeeded_at, (select count(*) from posts where source_id = sources.id) as posts
      from sources where id = ${id}`
  return row!
}

test('what is due is fetched and saved, and the bus says so', async () => {
  const { id } = await addFeed('/a')
  answers['/a'] = (response) => response.setHeader('etag', '"1"').end(rss('a1', 'a2'))
  const heard: string[] = []
  const stop = await fresh.db.bus.listen('posts', (region) => heard.push(region))
  assert.deepEqual(await collect(), { sources: 1, posts: 2, problems: [] })
  const row = await rowOf(id)
  assert.equal(row['posts'], 2)
  assert.equal(row['cursor'].etag, '"1"')
  assert.equal(row['claimedUntil'], null)
  assert.equal(row['errorCount'], 0)
  assert.ok(row['nextCheckAt'] > later(14) && row['nextCheckAt'] < later(16))
  for (let wait = 0; wait < 50 && heard.length === 0; wait++)
    await new Promise((done) => setTimeout(done, 20))
  await stop()
  assert.deepEqual(heard, [regionId])

  assert.equal((await collect()).sources, 0)
  const again = await collect({ now: later(20) })
  assert.deepEqual(again, { sources: 1, posts: 0, problems: [] })
  assert.equal((await rowOf(id))['posts'], 2)
})

test('two collectors at once save each post once, and ask each source once', async () => {
  const ids = Array.from({ length: 4 }, (_, index) => `/two${index}`)
  for (const path of ids) {
    await addFeed(path)
    // All feeds carry the same items in different orders, which is how deadlocks are made.
    const items = Array.from({ length: 40 }, (_, index) => `two-${index}`)
    answers[path] = (response) =>
      setTimeout(() => response.end(rss(...items.sort(() => Math.random() - 0.5))), 20)
  }
  const [one, other] = await Promise.all([collect(), collect()])
  assert.deepEqual([...one.problems, ...other.problems], [])
  assert.equal(one.sources + other.sources, 4)
  assert.equal(one.posts + other.posts, 40)
  assert.deepEqual(paths.sort(), ids)
  const [count] = await fresh.sql`select count(*) as n from posts where native_id like '%|two-%'`
  assert.equal(count?.['n'], 40)
})

test('one host is asked in sequence and for at most four sources a round', async () => {
  for (let index = 0; index < 6; index++) {
    await addFeed(`/host${index}`)
    answers[`/host${index}`] = (response) =>
      setTimeout(() => response.end(rss(`host-${index}`)), 15)
  }
  assert.equal((await collect()).sources, 4)
  assert.equal(mostOpen, 1)
  assert.equal((await collect()).sources, 2)
})

test('an error is counted on its row and does not stop the others', async () => {
  const bad = await addFeed('/bad')
  const good = await addFeed('/good')
  answers['/bad'] = (response) => response.writeHead(500).end()
  answers['/good'] = (response) => response.end(rss('good'))
  const result = await collect()
  assert.equal(result.posts, 1)
  assert.match(result.problems.join(), /answered 500/)
  let row = await rowOf(bad.id)
  assert.equal(row['errorCount'], 1)
  assert.match(row['lastError'], /^feed: http.*answered 500$/)
  assert.equal(row['succeededAt'], null)
  assert.equal((await rowOf(good.id))['errorCount'], 0)

  answers['/bad'] = (response) => response.end(rss('bad'))
  await collect({ now: later(60) })
  row = await rowOf(bad.id)
  assert.equal(row['errorCount'], 0)
  assert.equal(row['lastError'], null)
})

test('a source that is gone is switched off, one that moved keeps its new address', async () => {
  const gone = await addFeed('/gone')
  const moved = await addFeed('/old')
  answers['/gone'] = (response) => response.writeHead(410).end()
  answers['/old'] = (response) => response.writeHead(308, { location: '/new' }).end()
  answers['/new'] = (response) => response.end(rss('moved'))
  await collect()
  assert.equal((await rowOf(gone.id))['enabled'], false)
  assert.equal((await rowOf(moved.id))['url'], `${server.url}/new`)
})

test('Retry-After moves the next check', async () => {
  const { id } = await addFeed('/busy')
  answers['/busy'] = (response) => response.writeHead(429, { 'retry-after': '7200' }).end()
  await collect()
  const { nextCheckAt } = await rowOf(id)
  assert.ok(nextCheckAt > later(119) && nextCheckAt < later(121))
})

test('an address inside our own network is refused and said so on the row', async () => {
  const { id } = await addFeed('', 'http://169.254.169.254/latest/meta-data/')
  await collect()
  assert.match((await rowOf(id))['lastError'], /169\.254\.169\.254 is not a public address/)
})

test('posts and cursor are saved together: when saving fails, the cursor stays', async () => {
  const { id } = await addFeed('/atomic')
  answers['/atomic'] = (response) => response.setHeader('etag', '"old"').end(rss('at1'))
  await collect()
  const before = await rowOf(id)
  await fresh.sql`alter table posts add constraint no_poison check (title is null and text not like '%poison%')`
  answers['/atomic'] = (response) => response.setHeader('etag', '"new"').end(rss('at2', 'poison'))
  const result = await collect({ now: later(20) })
  await fresh.sql`alter table posts drop constraint no_poison`
  assert.equal(result.posts, 0)
  const row = await rowOf(id)
  assert.deepEqual(row['cursor'], before['cursor'])
  assert.equal(row['posts'], 1)
  assert.equal(row['errorCount'], 1)
  assert.match(row['lastError'], /no_poison/)
})

test('a claim of a dead worker runs out, and until then nobody else asks', async () => {
  const { id } = await addFeed('/dead')
  answers['/dead'] = (response) => response.end(rss('dead'))
  await fresh.sql`update sources set claimed_until = ${later(5)} where id = ${id}`
  assert.equal((await collect()).sources, 0)
  assert.equal((await collect({ now: later(6) })).sources, 1)
})

test('a worker that lost its claim while it fetched writes nothing', async () => {
  const { id } = await addFeed('/slow')
  answers['/slow'] = (response) =>
    void fresh.sql`update sources set claimed_until = ${later(9)} where id = ${id}`.then(() =>
      response.setHeader('etag', '"mine"').end(rss('slow')),
    )
  const result = await collect()
  assert.equal(result.posts, 0)
  assert.match(result.problems.join(), /took longer than its claim/)
  const row = await rowOf(id)
  assert.equal(row['posts'], 0)
  assert.deepEqual(row['cursor'], {})
  assert.ok(row['claimedUntil'] > later(8))
})

test('only sources that are enabled, polled and of the asked region are taken', async () => {
  await makeSource(fresh.sql, { regionId, kind: 'file' })
  const { id } = await addFeed('/off')
  await fresh.sql`update sources set enabled = false where id = ${id}`
  assert.equal((await collect()).sources, 0)
  await addFeed('/on')
  const fetch = fetchFrom(server)
  assert.equal((await collectDue(fresh.db, { fetch, limit: 9, region: { id: 'lain' } })).sources, 0)
  assert.equal(
    (await collectDue(fresh.db, { fetch, limit: 9, region: { id: regionId } })).sources,
    1,
  )
})

test('a source that is being asked when we stop is not blamed for it', async () => {
  const { id } = await addFeed('/lambat')
  const stopping = new AbortController()
  answers['/lambat'] = () => stopping.abort()
  assert.deepEqual(await collect({ signal: stopping.signal }), {
    sources: 1,
    posts: 0,
    problems: [],
  })
  const row = await rowOf(id)
  assert.deepEqual([row['errorCount'], row['lastError'], row['checkedAt']], [0, null, null])
})

test('what was not asked when we stop is due again at once', async () => {
  const stopping = new AbortController()
  const asked = await addFeed('/berhenti')
  const waiting = await addFeed('/menunggu')
  answers['/berhenti'] = answers['/menunggu'] = () => stopping.abort()
  await collect({ signal: stopping.signal })
  assert.equal((await rowOf(asked.id))['claimedUntil'], null)
  assert.equal((await rowOf(waiting.id))['claimedUntil'], null)
  answers['/berhenti'] = answers['/menunggu'] = (response) => response.end(rss('berhenti'))
  assert.equal((await collect()).sources, 2)
})
