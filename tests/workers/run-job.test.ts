import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { makeSafeFetch } from '../../src/collect/safe-fetch.ts'
import type { Config } from '../../src/config.ts'
import { makeLog } from '../../src/log.ts'
import { type Job, type JobContext, untilEmpty } from '../../workers/job.ts'
import { JOBS, startWorkers } from '../../workers/main.ts'
import { countIdleRun, finishRun, startRun } from '../../workers/queries.ts'
import { runJob } from '../../workers/run-job.ts'
import { freshDatabase, freshRegion, makeSource, makePost, type Fresh } from '../helpers.ts'
import { eventually } from '../service.ts'

let fresh: Fresh
let context: JobContext
before(async () => {
  fresh = await freshDatabase()
  context = {
    db: fresh.db,
    region: await freshRegion(fresh.sql),
    config: { dataFolder: '/nowhere' } as Config,
    log: makeLog({ dataFolder: '/nowhere', logLevel: 'error' }),
    fetch: makeSafeFetch(),
    signal: new AbortController().signal,
  }
})
after(() => fresh.close())
beforeEach(() => fresh.sql`delete from job_runs`)

const job = (change: Partial<Job>): Job => ({
  name: 'sample',
  what: 'a sample',
  every: '* * * * *',
  limitSeconds: 60,
  alone: false,
  run: async () => 0,
  ...change,
})
const runs = () => fresh.sql`
  select job, handled, idle_runs, error, finished_at is not null as ended from job_runs order by id`
const NOTHING = { handled: 0, error: null }
const plain = (rows: unknown) => JSON.parse(JSON.stringify(rows)) as unknown

test('a run leaves a row with what it handled', async () => {
  await runJob(job({ run: async () => 7 }), context)
  assert.deepEqual(plain(await runs()), [
    { job: 'sample', handled: 7, idleRuns: 0, error: null, ended: true },
  ])
})

test('runs that find nothing share one row', async () => {
  for (let n = 0; n < 5; n++) await runJob(job({}), context)
  assert.deepEqual(plain(await runs()), [
    { job: 'sample', handled: 0, idleRuns: 4, error: null, ended: true },
  ])
})

test('idle runs of two processes keep one row each, however they take turns', async () => {
  const run = { job: 'sample', startedAt: new Date() }
  for (const process of ['a:1', 'b:2']) {
    await finishRun(fresh.sql, await startRun(fresh.sql, { ...run, process }), NOTHING)
  }
  for (const process of ['a:1', 'b:2', 'a:1', 'b:2', 'a:1']) {
    assert.equal(await countIdleRun(fresh.sql, { ...run, process }), true)
  }
  assert.deepEqual(
    (await runs()).map((row) => row['idleRuns']),
    [3, 2],
  )
})

test('a failed run is recorded and does not throw', async () => {
  const result = await runJob(job({ run: () => Promise.reject(new Error('sample: no')) }), {
    ...context,
    log: makeLog({ dataFolder: '/nowhere', logLevel: 'error' }),
  })
  assert.match(String(result.error), /sample: no/)
  const [row] = await runs()
  assert.match(String(row?.['error']), /sample: no/)
})

test('a long run can be seen while it runs', async () => {
  let release = () => {}
  const running = runJob(
    job({ run: () => new Promise<number>((resolve) => (release = () => resolve(1))) }),
    context,
  )
  await eventually('an open row', async () => (await runs()).some((row) => row['ended'] === false))
  release()
  await running
  assert.deepEqual(
    (await runs()).map((row) => row['ended']),
    [true],
  )
})

test('the time limit ends the batches and is recorded', async () => {
  const endless = job({
    limitSeconds: 0.2,
    run: ({ signal }) =>
      untilEmpty(signal, async () => {
        await new Promise((resolve) => setTimeout(resolve, 30))
        return 1
      }),
  })
  const result = await runJob(endless, context)
  assert.match(String(result.error), /limit of 0.2 s/)
  assert.ok(result.handled > 0)
})

test('a job that must be alone runs once when it is started twice', async () => {
  let release = () => {}
  const slow = job({
    alone: true,
    run: () => new Promise<number>((resolve) => (release = () => resolve(1))),
  })
  const first = runJob(slow, context)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const second = await runJob(slow, context)
  release()
  assert.equal(second.ran, false)
  assert.equal((await first).ran, true)
})

test('the timetable reads and groups a post soon after it arrived, and stops gracefully', async () => {
  const workers = await startWorkers(context)
  const source = await makeSource(fresh.sql, { regionId: context.region.id })
  const post = await makePost(fresh.sql, {
    regionId: context.region.id,
    sourceId: source.id,
    text: 'Lampu jalan mati sudah seminggu, tolong diperbaiki, gelap sekali kalau malam',
  })
  await fresh.db.bus.notify('posts', context.region.id)
  await eventually('the post has an outcome', async () => {
    const [row] = await fresh.sql`select outcome from posts where id = ${post.id}`
    return row?.['outcome']
  })
  await workers.stop()
})

test('every job of the timetable runs by hand on an empty database', async () => {
  for (const each of JOBS) {
    const result = await runJob(each, context)
    assert.equal(result.error, null, each.name)
  }
})
