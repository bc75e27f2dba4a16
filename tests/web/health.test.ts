import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LINE_JOBS } from '../../src/web/health.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
before(async () => {
  web = await startWeb()
})
after(() => web.close())

const ranAgo = (job: string, minutes: number, error: string | null = null) => web.fresh.sql`
  insert into job_runs (job, process, started_at, finished_at, handled, error)
  values (${job}, 'test', now(), now() - make_interval(mins => ${minutes}), 3, ${error})`

test('the process says that it is alive without asking the database', async () => {
  const broken = await startWeb()
  await broken.close()
  assert.equal((await broken.ask('GET /healthz')).status, 200)
})

test('a new installation is ready before its jobs ran for the first time', async () => {
  const { status, json } = await web.ask('GET /readyz')
  assert.deepEqual([status, json], [200, { ready: true, reasons: [] }])
})

test('a service whose jobs stopped is not ready, and names the job', async () => {
  for (const job of LINE_JOBS) await ranAgo(job, 1)
  assert.equal((await web.ask('GET /readyz')).status, 200)
  await web.fresh.sql`delete from job_runs where job = 'read'`
  await ranAgo('read', 25)
  const { status, json } = await web.ask('GET /readyz')
  assert.equal(status, 503)
  assert.deepEqual(json['reasons'], ['job read last succeeded 25 minutes ago'])
})

test('one of two workers may have stopped, as long as the other does the work', async () => {
  await ranAgo('read', 1)
  await ranAgo('read', 25)
  assert.equal((await web.ask('GET /readyz')).status, 200)
})

test('a job that fails again and again counts as stopped', async () => {
  await web.fresh.sql`delete from job_runs`
  for (const job of LINE_JOBS) await ranAgo(job, job === 'group' ? 30 : 1)
  await ranAgo('group', 0, 'group: post 7 has no reading')
  const { status, text } = await web.ask('GET /readyz')
  assert.equal(status, 503)
  assert.match(text, /job group last succeeded 30 minutes ago/)
  assert.doesNotMatch(text, /post 7/)
})

test('a database that is behind is named by its missing migrations', async () => {
  const [last] = await web.fresh.sql<{ name: string; hash: string }[]>`
    delete from migrations where name = (select max(name) from migrations) returning name, hash`
  const { status, text } = await web.ask('GET /readyz')
  await web.fresh.sql`insert into migrations ${web.fresh.sql(last!, 'name', 'hash')}`
  assert.equal(status, 503)
  assert.ok(text.includes(last!.name))
})

test('a database that does not answer makes it not ready', async () => {
  const broken = await startWeb()
  await broken.close()
  const { status, json } = await broken.ask('GET /readyz')
  assert.deepEqual([status, json['reasons']], [503, ['the database does not answer']])
})

test('the figures have the form that Prometheus reads', async () => {
  const { status, headers, text } = await web.ask('GET /metrics')
  assert.equal(status, 200)
  assert.match(headers.get('content-type')!, /^text\/plain; version=0\.0\.4/)
  for (const line of text.trimEnd().split('\n')) {
    assert.match(
      line,
      /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? -?\d+(\.\d+)?(e[+-]?\d+)?)$/,
    )
  }
})

test('the figures tell what waits, what failed and what was asked', async () => {
  await web.ask('GET /healthz')
  const { text } = await web.ask('GET /metrics')
  for (const name of [
    'posts',
    'filings',
    'readings',
    'candidates_waiting',
    'oldest_waiting_seconds',
    'sources_in_error',
    'unaccounted',
  ]) {
    assert.match(text, new RegExp(`^dengar_${name} \\d`, 'm'), name)
  }
  assert.match(text, /^dengar_job_runs_total\{job="group",result="failed"\} 1$/m)
  assert.match(text, /^dengar_http_requests_total\{route="health",status="200"\} \d+$/m)
  assert.match(text, /^process_resident_memory_bytes \d{7,}$/m)
})

test('addresses that do not exist cannot make the list of figures grow', async () => {
  for (let i = 0; i < 20; i++) await web.ask(`GET /acak-${i}`)
  const { text } = await web.ask('GET /metrics')
  assert.match(text, /dengar_http_requests_total\{route="unknown",status="404"\} 20/)
  assert.doesNotMatch(text, /acak/)
})

test('visitors who come through a proxy do not see the figures', async () => {
  const { status } = await web.ask('GET /metrics', {
    headers: { 'x-forwarded-for': '203.0.113.4' },
  })
  assert.equal(status, 404)
})
