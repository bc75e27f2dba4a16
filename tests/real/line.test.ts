/**
 * The whole line on real input: a day of news served as RSS, and real posts imported as a file. Every one
 * is accounted for, and a second run adds nothing. No text is printed: a failure names numbers only.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { collectDue } from '../../src/collect/collect.ts'
import { importFile, planImport } from '../../src/collect/import-file.ts'
import { makeSafeFetch } from '../../src/collect/safe-fetch.ts'
import { groupWaiting } from '../../src/group/group.ts'
import { readWaiting } from '../../src/read/job.ts'
import { readCsv } from '../../src/region/read-csv.ts'
import type { Region } from '../../src/region/region.ts'
import { balance } from '../../src/trends/balance.ts'
import { serveFeeds, type FeedServer } from '../feed-server.ts'
import { freshDatabase, freshRegion, TEST_DATA, type Fresh } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'

const NEWS = path.join(TEST_DATA!, 'negatives/news-2025-06-18.csv')
const POSTS = path.join(TEST_DATA!, 'social/posts-labelled-dev.jsonl')

let fresh: Fresh
let region: Region
let outlets: FeedServer
let articles: number
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql, 'kendari')
  const { rows } = readCsv(await readFile(NEWS, 'utf8'), { file: 'news' })
  const entries = rows.map(({ cells }) => ({
    url: cells['url']!,
    title: cells['title']!,
    text: cells['lead']!,
    published: cells['published']!,
  }))
  articles = new Set(entries.map((entry) => entry.url)).size
  outlets = await serveFeeds(entries, 100)
  await fresh.sql`delete from sources`
  for (const url of outlets.urls) {
    await fresh.sql`
      insert into sources (region_id, kind, name, url) values (${region.id}, 'feed', ${url}, ${url})`
  }
})
after(async () => {
  await outlets.close()
  await fresh.close()
})

async function runLine() {
  await fresh.sql`update sources set next_check_at = now() where kind = 'feed'`
  const fetch = makeSafeFetch({ allow: [outlets.host] })
  let posts = 0
  for (let round = await collect(); round.sources > 0; round = await collect()) posts += round.posts
  const plan = await planImport(POSTS, { wishes: '', sheet: 1 })
  const imported = await importFile(fresh.db, plan, { region, name: 'dev', channel: 'import' })
  let read = 0
  let grouped = 0
  for (let n = 1; n > 0; read += n) n = await readWaiting(fresh.db, region, { limit: 500 })
  for (let n = 1; n > 0; grouped += n) n = await groupWaiting(fresh.db, region, { limit: 500 })
  return { posts, imported: imported.added, bad: imported.bad, read, grouped }

  function collect() {
    return collectDue(fresh.db, { fetch, region, limit: 50 })
  }
}

test(
  'every real post is collected, read, grouped and accounted for',
  { timeout: 300_000 },
  async () => {
    const first = await runLine()
    assert.deepEqual(
      { posts: first.posts, imported: first.imported, bad: first.bad },
      { posts: articles, imported: 800, bad: 0 },
    )
    const all = articles + 800
    assert.equal(first.read, all)
    assert.equal(first.grouped, all)
    const ends = await balance(fresh.sql, region.id)
    assert.equal(ends.posts.setAside + ends.posts.waiting, all)
    assert.equal(ends.unaccounted, 0)
    assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
  },
)

test('a second run adds nothing', { timeout: 120_000 }, async () => {
  assert.deepEqual(await runLine(), { posts: 0, imported: 0, bad: 0, read: 0, grouped: 0 })
})
