/**
 * `npm run bench -- match [CASES]`: one post against many filed cases of three years on PostgreSQL, and how
 * many posts a second find their place among them. 100,000 cases unless told; a million take some 15 minutes.
 */
import type { Database } from '../src/db/connect.ts'
import { assign } from '../src/group/assign.ts'
import { vectorText } from '../src/group/embed.ts'
import { groupWaiting } from '../src/group/group.ts'
import { duringOf, lookUp, type Search } from '../src/group/look-up.ts'
import { toMessage } from '../src/group/message.ts'
import { keepPrints } from '../src/group/prints.ts'
import { currentEmbedders } from '../src/group/queries-refill.ts'
import { tuneSearch } from '../src/group/queries-known.ts'
import { claimReadPosts, reserveIds, type Waiting } from '../src/group/queries.ts'
import { readWaiting } from '../src/read/job.ts'
import type { Region } from '../src/region/region.ts'
import { freshRegion, makePost, makeSource } from '../tests/helpers.ts'
import { onPostgres } from './databases.ts'
import { fileCases, incidentsOf, tellAgain } from './filed-cases.ts'
import { median, percentile, printTable, rounded } from './table.ts'

const NOW = new Date('2026-11-01T03:00:00Z')
const POSTS = 600
const ALONE = 300
const EXACT = 100
const NEAREST = 10

export async function benchMatch(cases = 100_000): Promise<void> {
  await onPostgres((db) => measure(db, cases))
}

async function measure(db: Database, count: number): Promise<void> {
  const region = await freshRegion(db.sql, 'kendari')
  const from = performance.now()
  await fileCases(db.sql, region, count, NOW)
  console.log(
    `${count} cases filed and indexed in ${rounded((performance.now() - from) / 1000)} s\n`,
  )
  await collect(db, region, count)
  const found = await db.sql.begin(async (tx) => {
    await tuneSearch(tx)
    const waiting = await claimReadPosts(tx, region.id, POSTS)
    const { active } = await currentEmbedders(tx)
    const { id: regionId, casePrefix } = region
    const search = { tx, regionId, casePrefix, embedderId: active.id }
    return { ...(await matchAlone(db, search, waiting)), ...(await recall(search, waiting)) }
  })
  printTable([{ cases: count, ...found }])
  console.log('')
  printTable([{ cases: count, ...(await groupAll(db, region)) }])
}

/** Half tell again of what was filed lately, half of something new. */
async function collect(db: Database, region: Region, count: number): Promise<void> {
  const { id: sourceId } = await makeSource(db.sql, { regionId: region.id })
  const fresh = incidentsOf(region, 2)
  const again = tellAgain(region, count, POSTS / 2)
  for (let n = 0; n < POSTS; n += 1) {
    const text = n % 2 === 0 ? again[n / 2]! : fresh.tell(fresh.invent())
    const createdAt = new Date(NOW.getTime() - n * 60_000)
    await makePost(db.sql, { regionId: region.id, sourceId, text, createdAt })
  }
  while ((await readWaiting(db, region, { limit: 200 })) > 0);
}

/**
 * Everything from the text to the decision, one post at a time: prepare, embed, look up, compare, choose. The
 * first half warms the program up as a running service is; its posts are others, near to other cases.
 */
async function matchAlone(db: Database, search: Search, waiting: readonly Waiting[]) {
  const preparedOf = keepPrints(db)
  const ids = await reserveIds(search.tx, 1)
  const times: number[] = []
  let joined = 0
  for (const of of waiting) {
    const start = performance.now()
    const message = toMessage(of)
    const found = await lookUp(search, [{ ...message, vector: vectorText(message.made.vector) }])
    const soFar = { fresh: [], spans: new Map() }
    const { assigned } = assign({ ...found, messages: [message], preparedOf, ids, soFar })
    times.push(performance.now() - start)
    if (assigned[0] && !assigned[0].isNew) joined += 1
  }
  const ms = times.slice(-ALONE)
  return {
    'whole match p50 ms': rounded(median(ms), 1),
    'p99 ms': rounded(percentile(ms, 0.99), 1),
    joined: `${joined} of ${waiting.length}`,
  }
}

/**
 * How many of the nearest ten, in the days that a message looks at, are found: by the whole look-up, and by
 * the index of vectors alone. Of two that are equally near either one is right.
 */
async function recall(search: Search, waiting: readonly Waiting[]) {
  const hits = { whole: 0, index: 0 }
  let asked = 0
  for (const of of waiting.slice(0, EXACT)) {
    const message = toMessage(of)
    const near = { vector: vectorText(message.made.vector), ...duringOf(message) }
    const exact = await nearest(search, { ...near, isExact: true })
    const farthest = exact.at(-1)!.distance + 1e-6
    const found = await nearest(search, { ...near, isExact: false })
    hits.index += found.filter(({ distance }) => distance <= farthest).length
    const { ways } = await lookUp(search, [{ ...message, vector: near.vector }])
    const met = await distances(search, near.vector, ways.alike.get(0) ?? [])
    hits.whole += Math.min(exact.length, met.filter((distance) => distance <= farthest).length)
    asked += exact.length
  }
  return {
    'recall@10': rounded(hits.whole / asked, 3),
    'by the index alone': rounded(hits.index / asked, 3),
  }
}

type Near = { vector: string; since: Date; until: Date; isExact: boolean }

async function nearest({ tx, regionId }: Search, { vector, since, until, isExact }: Near) {
  await tx`
    select set_config('enable_indexscan', ${isExact ? 'off' : 'on'}, true),
           set_config('hnsw.ef_search', '120', true),
           set_config('enable_sort', ${isExact ? 'on' : 'off'}, true)`
  // Another text for each: a statement that was prepared keeps its plan.
  const as = tx.unsafe(isExact ? 'exact' : 'found')
  const rows = await tx<{ distance: number }[]>`
    select ${as}.embedding <=> ${vector}::halfvec(256) as distance
      from fingerprints as ${as}
     where ${as}.region_id = ${regionId} and ${as}.at between ${since} and ${until}
     order by ${as}.embedding <=> ${vector}::halfvec(256)
     limit ${NEAREST}`
  await tx`select set_config('enable_indexscan', 'on', true), set_config('enable_sort', 'on', true)`
  return rows
}

async function distances({ tx }: Search, vector: string, voiceIds: readonly number[]) {
  const rows = await tx<{ distance: number }[]>`
    select embedding <=> ${vector}::halfvec(256) as distance
      from fingerprints where voice_id = any(${[...new Set(voiceIds)]}::bigint[])`
  return rows.map(({ distance }) => distance)
}

async function groupAll(db: Database, region: Region) {
  const times: number[] = []
  const start = performance.now()
  for (let count = 1; count > 0;) {
    const from = performance.now()
    count = await groupWaiting(db, region, { limit: 200 })
    if (count > 0) times.push(performance.now() - from)
  }
  const seconds = (performance.now() - start) / 1000
  return {
    'posts grouped/s': rounded(POSTS / seconds),
    'transaction p50 ms': rounded(median(times)),
    'longest ms': rounded(Math.max(...times)),
  }
}
