/**
 * `npm run bench -- match [CASES]`: one post against many filed cases of three years on PostgreSQL, and how
 * many posts a second find their place among them. 100,000 cases unless told; a million take some 15 minutes.
 */
import type { Database, Sql } from '../src/db/connect.ts'
import { assign } from '../src/group/assign.ts'
import { vectorText } from '../src/group/embed.ts'
import { groupWaiting } from '../src/group/group.ts'
import { lookUp } from '../src/group/look-up.ts'
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
    return {
      ...(await matchAlone(db, tx, region, waiting)),
      ...(await recall(tx, region, waiting)),
    }
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

/** Everything from the text to the decision, one post at a time: prepare, embed, look up, compare, choose. */
async function matchAlone(db: Database, tx: Sql, region: Region, waiting: readonly Waiting[]) {
  const { active } = await currentEmbedders(tx)
  const { casePrefix } = region
  const search = { tx, regionId: region.id, casePrefix, embedderId: active.id }
  const preparedOf = keepPrints(db)
  const ids = await reserveIds(tx, 1)
  const times: number[] = []
  let joined = 0
  for (const of of waiting.slice(0, ALONE)) {
    const start = performance.now()
    const message = toMessage(of)
    const found = await lookUp(search, [{ ...message, vector: vectorText(message.made.vector) }])
    const soFar = { fresh: [], spans: new Map() }
    const { assigned } = assign({ ...found, messages: [message], preparedOf, ids, soFar })
    times.push(performance.now() - start)
    if (assigned[0] && !assigned[0].isNew) joined += 1
  }
  const ms = times.slice(ALONE / 10)
  return {
    'whole match p50 ms': rounded(median(ms), 1),
    'p99 ms': rounded(percentile(ms, 0.99), 1),
    joined: `${joined} of ${ALONE}`,
  }
}

/** How many of the nearest ten by an exact search the index finds, too; among all years, and lately. */
async function recall(tx: Sql, region: Region, waiting: readonly Waiting[]) {
  const vectors = waiting.slice(0, EXACT).map((of) => vectorText(toMessage(of).made.vector))
  const lately = new Date(NOW.getTime() - 90 * 86_400_000)
  const share = async (since: Date) => {
    let hits = 0
    for (const vector of vectors) {
      const exact = await nearest(tx, region, { vector, since, isExact: true })
      const found = await nearest(tx, region, { vector, since, isExact: false })
      // Of two that are equally near either one is right.
      const farthest = exact.at(-1)!.distance + 1e-6
      hits += found.filter(({ distance }) => distance <= farthest).length / exact.length
    }
    return rounded(hits / vectors.length, 3)
  }
  return { 'recall@10 of 90 days': await share(lately), 'of all years': await share(new Date(0)) }
}

type Near = { vector: string; since: Date; isExact: boolean }

async function nearest(tx: Sql, region: Region, { vector, since, isExact }: Near) {
  await tx`
    select set_config('enable_indexscan', ${isExact ? 'off' : 'on'}, true),
           set_config('enable_sort', ${isExact ? 'on' : 'off'}, true)`
  // Another text for each: a statement that was prepared keeps its plan.
  const as = tx.unsafe(isExact ? 'exact' : 'found')
  return tx<{ distance: number }[]>`
    select ${as}.embedding <=> ${vector}::halfvec(256) as distance
      from fingerprints as ${as}
     where ${as}.region_id = ${region.id} and ${as}.at >= ${since}
     order by ${as}.embedding <=> ${vector}::halfvec(256)
     limit ${NEAREST}`
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
