/** What an officer waits for: the API over real HTTP on the embedded database, with a filled queue. */
import { connectEmbedded } from '../src/db/connect.ts'
import { migrate } from '../src/db/migrate.ts'
import { groupWaiting } from '../src/group/group.ts'
import { makeLog } from '../src/log.ts'
import { acceptInvitation, createInvitation } from '../src/people/invite.ts'
import { signIn } from '../src/people/session.ts'
import { readWaiting } from '../src/read/job.ts'
import { createApp } from '../src/web/app.ts'
import { serve } from '../src/web/server.ts'
import { freshRegion, makePost, makeSource } from '../tests/helpers.ts'
import { percentile, printTable, rounded } from './table.ts'

const POSTS = 2000
const REQUESTS = 300
const PASSWORD = 'angin-teluk-pagi-hari'

export async function benchApi(): Promise<void> {
  const db = await connectEmbedded(null)
  await migrate(db.sql)
  const region = await freshRegion(db.sql, 'kendari')
  const source = await makeSource(db.sql, { regionId: region.id })
  const kelurahan = region.areas.filter((area) => area.level === 'kelurahan')
  for (let n = 0; n < POSTS; n++) {
    const place = kelurahan[n % kelurahan.length]!.name
    const text = `Lampu jalan mati di lorong ${n}, kelurahan ${place}, sudah ${n % 9} hari, tolong diperbaiki`
    await makePost(db.sql, { regionId: region.id, sourceId: source.id, text })
  }
  while ((await readWaiting(db, region, { limit: 200 })) > 0);
  while ((await groupWaiting(db, region, { limit: 100 })) > 0);

  const log = makeLog({ dataFolder: '.', logLevel: 'error' })
  const config = {
    publicUrl: 'http://localhost',
    instanceKey: Buffer.alloc(32, 7),
    proxyHops: 0,
    demo: false,
  }
  const app = createApp({ db, region, config, log, wake: () => {} })
  const server = await serve({ app, host: '127.0.0.1', port: 0 })
  const { token } = await createInvitation(db.sql, { regionId: region.id, role: 'admin' })
  await acceptInvitation(db.sql, {
    regionId: region.id,
    token,
    login: 'bench',
    name: 'Bench',
    password: PASSWORD,
  })
  const session = await signIn(db.sql, {
    regionId: region.id,
    login: 'bench',
    password: PASSWORD,
    address: '127.0.0.1',
    instanceKey: config.instanceKey,
  })
  const cookie = `dengar_session=${session.token}`
  const [first] = await db.sql<{ id: number }[]>`select min(id) as id from candidates`
  const paths = [
    '/healthz',
    '/',
    '/api/session',
    '/api/queue?limit=50',
    `/api/candidates/${first!.id}`,
    '/api/trends/balance',
  ]
  const rows = []
  for (const path of paths) rows.push(await measure(`${server.address}${path}`, path, cookie))
  printTable(rows)
  await server.close()
  await db.close()
}

async function measure(url: string, name: string, cookie: string) {
  const times: number[] = []
  for (let n = 0; n < REQUESTS; n++) {
    const start = performance.now()
    const answer = await fetch(url, { headers: { cookie } })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`bench: ${name} answered ${answer.status}`)
    times.push(performance.now() - start)
  }
  return {
    path: name.replace(/\d+$/, 'N'),
    'p50 ms': rounded(percentile(times, 0.5), 1),
    'p99 ms': rounded(percentile(times, 0.99), 1),
  }
}
