import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, before, beforeEach, test } from 'node:test'
import { makeSafeFetch } from '../../src/collect/safe-fetch.ts'
import { SourceError } from '../../src/collect/source-error.ts'
import type { Cursor } from '../../src/collect/source-kind.ts'
import { feed } from '../../src/collect/sources/feed.ts'
import { fetchFrom, startServer, type LocalServer } from './local-server.ts'

const now = new Date('2026-11-22T08:00:00Z')
let server: LocalServer
let answer: (request: IncomingMessage, response: ServerResponse) => void
let asked: IncomingMessage['headers'][] = []

before(async () => {
  server = await startServer((request, response) => {
    asked.push(request.headers)
    answer(request, response)
  })
})
after(() => server.close())
beforeEach(() => {
  asked = []
})

const poll = (cursor: Cursor = {}, path = '/feed') =>
  feed.poll!({
    url: server.url + path,
    channel: 'news',
    settings: {},
    cursor,
    fetch: fetchFrom(server, { timeoutMs: 3_000 }),
    now,
    timezone: 'Asia/Makassar',
  })
const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`
const ITEM =
  '<item><guid isPermaLink="false">7</guid><title>Pipa bocor</title><link>https://a.id/7?utm_source=rss</link>' +
  '<description>Air terbuang sejak pagi.</description><pubDate>Min, 22 Nov 2026 09:30:00</pubDate></item>'

const fails = (facts: Partial<SourceError>, sentence: RegExp) => (error: unknown) => {
  assert.ok(error instanceof SourceError, String(error))
  assert.match(error.message, sentence)
  for (const [name, value] of Object.entries(facts)) {
    assert.deepEqual(error[name as keyof SourceError], value, name)
  }
  return true
}

test('an item becomes a post with all that the feed says', async () => {
  answer = (_, response) => response.end(rss(ITEM))
  const { posts, problems } = await poll()
  assert.deepEqual(problems, [])
  assert.deepEqual(posts, [
    {
      nativeId: '127.0.0.1|7',
      canonicalUrl: 'https://a.id/7',
      parentNativeId: null,
      threadRootId: null,
      kind: 'article',
      channel: 'news',
      author: { nativeId: null, handle: null, name: null },
      title: 'Pipa bocor',
      text: 'Air terbuang sejak pagi.',
      lang: null,
      place: null,
      media: [],
      metrics: {},
      // A time without a zone is the region's: 09:30 in Kendari.
      createdAt: new Date('2026-11-22T01:30:00Z'),
      editedAt: null,
    },
  ])
})

test('an item without guid is known by its link, and without both by title and date', async () => {
  answer = (_, response) =>
    response.end(
      rss(
        '<item><title>a</title><link>https://a.id/1#x</link></item><item><title>b</title><pubDate>1 Des 2025</pubDate></item>' +
          '<item><title>b</title><pubDate>2 Des 2025</pubDate></item><item></item>',
      ),
    )
  const { posts, problems } = await poll()
  assert.equal(posts[0]?.nativeId, '127.0.0.1|https://a.id/1')
  assert.match(posts[1]?.nativeId ?? '', /^127\.0\.0\.1\|[0-9a-f]{64}$/)
  assert.notEqual(posts[1]?.nativeId, posts[2]?.nativeId)
  assert.equal(posts.length, 3)
  assert.deepEqual(problems, [])
})

test('validators are sent back verbatim, and 304 changes nothing', async () => {
  answer = (_, response) => {
    response.setHeader('etag', 'W/"abc, def"')
    response.setHeader('last-modified', 'Sunday, 22-Nov-26 07:00:00 GMT')
    response.end(rss(ITEM))
  }
  const { cursor } = await poll()
  answer = (_, response) => response.writeHead(304).end()
  const second = await poll(cursor)
  assert.equal(asked[0]?.['if-none-match'], undefined)
  assert.equal(asked[1]?.['if-none-match'], 'W/"abc, def"')
  assert.equal(asked[1]?.['if-modified-since'], 'Sunday, 22-Nov-26 07:00:00 GMT')
  assert.deepEqual(second.posts, [])
  assert.deepEqual(second.cursor, cursor)
})

test('validators of another address are not sent', async () => {
  answer = (_, response) => response.setHeader('etag', '"1"').end(rss(ITEM))
  const { cursor } = await poll()
  await poll(cursor, '/other')
  assert.equal(asked[1]?.['if-none-match'], undefined)
})

test('validators are kept only after the document was understood', async () => {
  answer = (_, response) => response.setHeader('etag', '"1"').end('<html>Sedang diperbaiki</html>')
  await assert.rejects(poll(), fails({ gone: false }, /^feed: http.* cannot be read: .*web page/))
})

test('a feed that moved for good says where to', async () => {
  answer = (request, response) => {
    if (request.url === '/feed') response.writeHead(301, { location: '/baru/' }).end()
    else response.setHeader('etag', '"1"').end(rss(ITEM))
  }
  const { movedTo, cursor, posts } = await poll()
  assert.equal(movedTo, `${server.url}/baru/`)
  assert.equal(cursor['url'], movedTo)
  assert.equal(posts.length, 1)
})

test('a feed that moved to another site gives no item twice', async () => {
  const other = await startServer((_, response) => void response.end(rss(ITEM)))
  const newUrl = `http://localhost:${new URL(other.url).port}/umpan`
  answer = (_, response) => response.writeHead(301, { location: newUrl }).end()
  const fetch = makeSafeFetch({ allow: [server.host, new URL(newUrl).host] })
  const from = { channel: 'news', settings: {}, fetch, now, timezone: 'Asia/Makassar' }
  const first = await feed.poll!({ ...from, url: `${server.url}/feed`, cursor: {} })
  const second = await feed.poll!({ ...from, url: first.movedTo!, cursor: first.cursor })
  await other.close()
  assert.equal(first.movedTo, newUrl)
  assert.equal(second.posts[0]?.nativeId, first.posts[0]?.nativeId)
})

test('after a temporary redirect the validators still count', async () => {
  answer = (request, response) => {
    if (request.url === '/feed') response.writeHead(302, { location: '/baru/' }).end()
    else response.setHeader('etag', '"1"').end(rss(ITEM))
  }
  const { movedTo, cursor } = await poll()
  assert.equal(movedTo, undefined)
  await poll(cursor)
  assert.equal(asked.at(-1)?.['if-none-match'], '"1"')
})

test('410 means gone, 401 and 403 that we are not welcome', async () => {
  answer = (_, response) => response.writeHead(410).end()
  await assert.rejects(poll(), fails({ gone: true }, /answered 410.*switched off/))
  for (const status of [401, 403]) {
    answer = (_, response) => response.writeHead(status).end()
    await assert.rejects(poll(), fails({ unwelcome: true, gone: false }, /does not let us in/))
  }
})

test('429 and 503 are obeyed as far as they say until when', async () => {
  answer = (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end()
  await assert.rejects(
    poll(),
    fails({ notBefore: new Date('2026-11-22T09:00:00Z') }, /answered 429/),
  )
  answer = (_, response) =>
    response.writeHead(503, { 'retry-after': 'Sun, 22 Nov 2026 10:00:00 GMT' }).end()
  await assert.rejects(
    poll(),
    fails({ notBefore: new Date('2026-11-22T10:00:00Z') }, /answered 503/),
  )
  answer = (_, response) => response.writeHead(500).end()
  await assert.rejects(poll(), fails({ notBefore: undefined, gone: false }, /answered 500$/))
})

test('ttl and max-age ask for patience, also with a 304', async () => {
  answer = (_, response) => response.end(rss(`<ttl>60</ttl>${ITEM}`))
  const first = await poll()
  assert.equal(first.notBefore?.toISOString(), '2026-11-22T09:00:00.000Z')
  answer = (_, response) => response.writeHead(304, { 'cache-control': 'max-age=30' }).end()
  assert.equal((await poll(first.cursor)).notBefore?.toISOString(), '2026-11-22T09:00:00.000Z')
})

test('the Content-Type decides the charset, and a broken document says so', async () => {
  answer = (_, response) =>
    response
      .setHeader('content-type', 'text/xml; charset=windows-1252')
      .end(
        Buffer.from(
          '<rss version="2.0"><channel><item><title>Caf\u00e9 \u0093tutup\u0094',
          'latin1',
        ),
      )
  const { posts, problems } = await poll()
  assert.equal(posts[0]?.text, 'Café “tutup”')
  assert.match(problems.join(), /is malformed; its items were read by the tolerant reader/)
})

test('an empty answer and a wrong kind of answer are said in words', async () => {
  answer = (_, response) => response.end('')
  await assert.rejects(poll(), fails({}, /cannot be read: the document is empty/))
  answer = (_, response) => response.end(rss('<a>'.repeat(20_000)))
  await assert.rejects(poll(), fails({}, /nested deeper than 300 levels/))
})
