import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import { connectEmbedded } from '../../src/db/connect.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import { ROOT } from '../helpers.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dengar-embedded-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const CONNECT = `import { connectEmbedded } from '${path.join(ROOT, 'src/db/connect.ts')}'
const db = await connectEmbedded(process.argv[1])`
const nodeArgs = (code: string) => [
  '--input-type=module-typescript',
  '-e',
  `${CONNECT}\n${code}`,
  folder,
]

test('a second process is refused with a sentence that says what to do', async () => {
  const db = await connectEmbedded(folder)
  try {
    const second = spawnSync(process.execPath, nodeArgs('await db.close()'), { encoding: 'utf8' })
    assert.notEqual(second.status, 0)
    assert.match(second.stderr, new RegExp(`in use by another process \\(pid ${process.pid}\\)`))
    assert.match(second.stderr, /DATABASE_URL/)
  } finally {
    await db.close()
  }
})

test('kill -9 loses no acknowledged row and leaves no stale lock', async () => {
  const writer = spawn(
    process.execPath,
    nodeArgs(`await db.sql\`create table if not exists acks (n int primary key)\`
      for (let n = 1; ; n++) { await db.sql\`insert into acks values (\${n})\`; console.log(n) }`),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let acknowledged = 0
  await new Promise<void>((resolve) => {
    writer.stdout.on('data', (chunk: Buffer) => {
      const lines = chunk.toString().trim().split('\n')
      acknowledged = Math.max(acknowledged, ...lines.map(Number).filter(Number.isInteger))
      if (acknowledged > 200) writer.kill('SIGKILL')
    })
    writer.on('exit', () => resolve())
  })
  const db = await connectEmbedded(folder)
  const [row] = await db.sql<{ rows: number }[]>`select count(*) as rows from acks`.finally(() =>
    db.close(),
  )
  assert.ok(row!.rows >= acknowledged, `${acknowledged} acknowledged, ${row!.rows} kept`)
})

test('a connection that broke in a transaction leaves nothing to the next one', async () => {
  const embedded = await openEmbedded(null)
  const connect = () =>
    postgres({
      socket: embedded.socket,
      max: 1,
      onnotice: () => {},
    } as unknown as postgres.Options<{}>)
  try {
    const broken = connect()
    await broken.unsafe('begin; create table half_done (id int)')
    await broken.end({ timeout: 0 })
    const next = connect()
    const [row] = await next`select to_regclass('half_done') as found`
    assert.equal(row?.['found'], null)
    await next.end()
  } finally {
    await embedded.close()
  }
})

test('a long query does not stop this process from doing other things', async () => {
  const db = await connectEmbedded(null)
  let ticks = 0
  const timer = setInterval(() => ticks++, 10)
  await db.sql`select count(*) from generate_series(1, 3000000) n, lateral (select n * 2) m`
  clearInterval(timer)
  await db.close()
  assert.ok(ticks > 5, `${ticks} ticks`)
})
