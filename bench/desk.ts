/**
 * Officers at work side by side, over real HTTP: fifty who decide at once, and how long a post that was
 * collected takes until their browsers hear of it.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { makeSafeFetch } from '../src/collect/safe-fetch.ts'
import { signWebhook, webhookSecret } from '../src/collect/sources/webhook.ts'
import type { Config } from '../src/config.ts'
import type { Database } from '../src/db/connect.ts'
import { makeLog } from '../src/log.ts'
import { openSession } from '../src/people/session.ts'
import type { Region } from '../src/region/region.ts'
import { createApp } from '../src/web/app.ts'
import { serve } from '../src/web/server.ts'
import { type Act, decideAll } from '../tests/desk-race.ts'
import { freshRegion, makeSource } from '../tests/helpers.ts'
import { asOfficer, makeCandidate, makeCase } from '../tests/makers.ts'
import { listenLive } from '../tests/web/listen-live.ts'
import { startWorkers } from '../workers/main.ts'
import { onEachDatabase } from './databases.ts'
import { percentile, printTable, rounded } from './table.ts'

const OFFICERS = 50
const WAITING = 10_000
const DECISIONS = 1000
/** The fastest officer there is: three clicks and a glance. */
const PAUSE_MS = 2000
const STREAMS = 50
const POSTS = 60
const CASES = 10

export async function benchDesk(): Promise<void> {
  const rows = await onEachDatabase(measure)
  console.log(`${OFFICERS} officers, ${WAITING} waiting; ms until the answer:\n`)
  printTable(rows.flatMap(({ acts }) => acts))
  console.log(`\nFrom a signed webhook's request to each of ${STREAMS} open streams:\n`)
  printTable(rows.map(({ live }) => live))
}

async function measure(db: Database, database: string) {
  const region = await freshRegion(db.sql, 'kendari')
  const desk = await open(db, region)
  const live = await measureLive(desk)
  await fill(desk)
  const acts = []
  for (const pauseMs of [PAUSE_MS, 0]) {
    const start = performance.now()
    const done = await decideAll({ ...desk, pauseMs, most: DECISIONS / 2 })
    acts.push(...summary(database, pauseMs, done, (performance.now() - start) / 1000))
  }
  await desk.server.close()
  return { acts, live: { database, ...live } }
}

function summary(database: string, pauseMs: number, done: Act[], seconds: number) {
  return (['next', 'hold', 'dismiss', 'merge', 'open'] as const).map((what) => {
    const acts = done.filter((act) => act.what === what)
    const times = acts.map(({ ms }) => ms)
    return {
      database,
      pause: pauseMs === 0 ? 'none' : `${pauseMs / 1000} s`,
      act: what,
      count: acts.length,
      'p50 ms': rounded(percentile(times, 0.5)),
      'p95 ms': rounded(percentile(times, 0.95)),
      refused: acts.filter(({ status }) => status !== 200).length,
      'requests/s': rounded(done.length / seconds),
    }
  })
}

async function open(db: Database, region: Region) {
  const instanceKey = randomBytes(32)
  const log = makeLog({ dataFolder: '.', logLevel: 'error' })
  const config = { publicUrl: 'http://localhost', instanceKey, proxyHops: 0, demo: false }
  const app = createApp({ db, region, config, log, wake: () => {} })
  const server = await serve({ app, host: '127.0.0.1', port: 0 })
  const enter = async (): Promise<string> => {
    const { officer } = await asOfficer(db.sql, region, 'humas')
    return `dengar_session=${(await openSession(db.sql, officer)).token}`
  }
  const cookies = await Promise.all(Array.from({ length: OFFICERS }, enter))
  const acting = await asOfficer(db.sql, region, 'humas')
  const agencyCode = region.agencies[0]!.code
  const caseIds: number[] = []
  while (caseIds.length < CASES) caseIds.push((await makeCase(db.sql, acting, { agencyCode })).id)
  const startWork = () =>
    startWorkers({
      db,
      region,
      // Only its instance key is read by a job, if any.
      config: config as Config,
      log,
      fetch: makeSafeFetch({ allow: [], userAgent: 'Dengar/bench' }),
    })
  return { db, region, instanceKey, address: server.address, cookies, caseIds, startWork, server }
}

type Desk = Awaited<ReturnType<typeof open>>

/** What waits: rows alone, for their voices are read only with the row that is shown. */
async function fill({ db, region }: Desk): Promise<void> {
  const { id } = await makeCandidate(db.sql, region)
  await db.sql`
    insert into candidates (region_id, title, probability, category, first_at, last_at, due_at, urgent)
    select region_id, title, 0.3 + random() * 0.7, category, first_at - n * interval '1 minute', last_at,
           due_at + n * interval '20 seconds', n % 9 = 0
      from candidates, generate_series(1, ${WAITING - 1}) as n
     where id = ${id}`
  await db.sql`analyze`
}

/** One post a time, each of its own problem, with the workers of a running service. */
async function measureLive(desk: Desk) {
  const { db, region, address, cookies } = desk
  const source = await makeSource(db.sql, { regionId: region.id, kind: 'webhook' })
  const workers = await desk.startWork()
  const ears = await Promise.all(
    cookies.slice(0, STREAMS).map((cookie) => listenLive(address, cookie)),
  )
  await Promise.all(ears.map((ear) => ear.next('holds')))
  const times: number[] = []
  for (let n = 0; n < POSTS; n += 1) {
    const start = performance.now()
    await push(desk, source.id, n)
    await Promise.all(
      ears.map(async (ear) => {
        await ear.next('arrived', 20_000)
        times.push(performance.now() - start)
      }),
    )
    // Not in step with the workers' clocks.
    await wait(Math.random() * 300)
  }
  for (const ear of ears) ear.stop()
  await workers.stop()
  return {
    posts: POSTS,
    'p50 ms': rounded(percentile(times, 0.5)),
    'p95 ms': rounded(percentile(times, 0.95)),
    'longest ms': rounded(Math.max(...times)),
  }
}

const PROBLEMS = ['lampu jalan mati', 'jalan berlubang', 'sampah menumpuk', 'got mampet']

async function push({ address, region, instanceKey }: Desk, sourceId: number, n: number) {
  const kelurahan = region.areas.filter((area) => area.level === 'kelurahan')
  const place = kelurahan[(n * 7) % kelurahan.length]!.name
  const problem = PROBLEMS[n % PROBLEMS.length]!
  const text = `Tolong pak, ${problem} di Lorong Uji ${n * 31}, kelurahan ${place}, sudah seminggu`
  const item = { id: `bench-${n}`, text, created_at: new Date().toISOString() }
  const body = JSON.stringify({ items: [item] })
  const secret = webhookSecret(instanceKey, sourceId, 1)
  const signature = signWebhook(body, secret, Math.floor(Date.now() / 1000))
  const answer = await fetch(`${address}/intake/webhook/${sourceId}`, {
    method: 'POST',
    headers: { 'x-dengar-signature': signature, 'content-type': 'application/json' },
    body,
  })
  if (answer.status !== 202) throw new Error(`bench: the webhook answered ${answer.status}`)
}
