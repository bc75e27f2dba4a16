/** Web and workers as three processes on one PostgreSQL, an import that is killed, and what the log says. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import {
  signWebhook,
  SIGNATURE_HEADER,
  webhookSecret,
} from '../../src/collect/sources/webhook-signature.ts'
import { freshDatabase, freshRegion, makeSource, ROOT, type Fresh } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { eventually, removeFolder, scratchFolder, startDengar, type Running } from '../service.ts'

const POSTS = 300
const ROWS = 20_000
/** Planted where it must never come out; none of them may stand in a log. */
const CANARY = {
  text: 'kenari-teks',
  name: 'kenari-nama',
  contact: '0812-0000-7777',
  word: 'kenari-sandi-panjang',
}
const SECRET = 'kenari-rahasia of the processes test, long enough'

let fresh: Fresh
let folder: string
let sourceId: number
const running: Running[] = []
before(async () => {
  fresh = await freshDatabase()
  const region = await freshRegion(fresh.sql)
  await fresh.sql`delete from sources`
  sourceId = (await makeSource(fresh.sql, { regionId: region.id, kind: 'webhook' })).id
  folder = await scratchFolder()
})
after(async () => {
  await Promise.all(running.map((each) => each.stop('SIGKILL')))
  await fresh.close()
  await removeFolder(folder)
})

const settings = () => ({
  DATABASE_URL: fresh.url!,
  DENGAR_DATA: folder,
  DENGAR_REGION: 'contoh',
  DENGAR_SECRET: SECRET,
})

async function start(...args: string[]): Promise<Running> {
  const service = await startDengar(args, settings())
  running.push(service)
  return service
}

async function push(url: string, body: string, signature?: string): Promise<number> {
  const key = webhookSecret(createHash('sha256').update(SECRET).digest(), sourceId, 1)
  const right = signWebhook(body, key, Math.floor(Date.now() / 1000))
  const headers = { [SIGNATURE_HEADER]: signature ?? right }
  const answer = await fetch(`${url}/intake/webhook/${sourceId}`, { method: 'POST', headers, body })
  await answer.text()
  return answer.status
}

const bodyOf = (from: number, to: number) =>
  JSON.stringify({
    items: Array.from({ length: to - from }, (_, n) => ({
      id: `p${from + n}`,
      text: `Lampu jalan mati di Lorong Uji ${from + n} sudah lama, tolong. ${CANARY.text}`,
      author: { name: CANARY.name },
      created_at: '2026-01-02T03:04:05Z',
    })),
  })

test('serve and two workers handle each post once, and all stop when asked', async () => {
  const [web, one, two] = await Promise.all([start('serve'), start('work'), start('work')])
  await Promise.all([web.until(/serving/), one.until(/working/), two.until(/working/)])
  const bodies = Array.from({ length: 6 }, (_, n) => bodyOf(n * 50, n * 50 + 50))
  // Everything twice and at once, as a sender that retries too early does.
  const answers = await Promise.all([...bodies, ...bodies].map((body) => push(web.url, body)))
  assert.deepEqual(new Set(answers), new Set([202]))
  await eventually(
    'every post has its outcome',
    async () => {
      const [row] = await fresh.sql<{ done: number }[]>`
      select count(outcome) as done from posts where source_id = ${sourceId}`
      return row?.done === POSTS
    },
    60_000,
  )
  await misuse(web)

  const asked = performance.now()
  assert.deepEqual(await Promise.all([web, one, two].map((each) => each.stop())), [0, 0, 0])
  assert.ok(performance.now() - asked < 10_000)
  const [counts] = await fresh.sql<{ posts: number; read: number; failed: number }[]>`
    select (select count(*) from posts) as posts,
           (select sum(handled)::int from job_runs where job = 'read') as read,
           (select count(*) from job_runs where error is not null) as failed`
  assert.deepEqual({ ...counts }, { posts: POSTS, read: POSTS + 1, failed: 0 }, 'and one filing')
  assert.deepEqual(await brokenInvariants(fresh.sql, 'contoh'), [])

  const log = [web, one, two].map((each) => each.output()).join('\n')
  assert.match(log, /"route":"\/intake\/webhook\/:sourceId"/, 'requests are logged')
  for (const planted of [...Object.values(CANARY), 'kenari-rahasia', 'v1='])
    assert.ok(!log.includes(planted), `the log says ${planted}`)
})

/** A filing, a wrong password, and requests that are refused, all with planted words. */
async function misuse({ url }: Running): Promise<void> {
  const json = { 'content-type': 'application/json', origin: url }
  const signIn = JSON.stringify({ login: CANARY.name, password: CANARY.word })
  const refused = await fetch(`${url}/api/session`, { method: 'POST', headers: json, body: signIn })
  assert.equal(refused.status, 401)
  const form = await (await fetch(`${url}/lapor`)).text()
  const fields = new URLSearchParams(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    ),
  )
  fields.set('text', `Jalan berlubang parah di depan pasar, tolong diperbaiki. ${CANARY.text}`)
  fields.set('name', CANARY.name)
  fields.set('contact', CANARY.contact)
  const filed = await fetch(`${url}/lapor`, {
    method: 'POST',
    headers: { origin: url },
    body: fields,
  })
  assert.ok(filed.ok, await filed.text())
  assert.equal(await push(url, `{"items":[${CANARY.text}`), 422)
  assert.equal(await push(url, bodyOf(0, 1), `t=1,v1=${'c'.repeat(64)}`), 401)
  assert.equal(await push(url, JSON.stringify({ items: [CANARY.text.repeat(200_000)] })), 413)
}

test('an import that is killed again and again has every row once in the end', async () => {
  const file = path.join(folder, 'rekap.csv')
  const rows = Array.from(
    { length: ROWS },
    (_, id) => `K${id},"Jalan rusak, nomor ${id}",05/08/2025`,
  )
  await writeFile(file, `id,teks,tanggal\n${rows.join('\n')}\n`)
  const imported = async () => {
    const [row] = await fresh.sql<{ count: number; ids: number }[]>`
      select count(*), count(distinct native_id) as ids from posts where source_kind = 'file'`
    return row!
  }
  for (const some of [500, 3000]) {
    const child = spawn(process.execPath, [path.join(ROOT, 'src/main.ts'), 'import', file], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...settings() },
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await eventually('some rows are there', async () => (await imported()).count >= some)
    child.kill('SIGKILL')
    await ended
    const { count, ids } = await imported()
    assert.ok(count < ROWS, 'the kill came in the middle')
    assert.equal(count, ids)
  }
  const last = await start('import', file)
  assert.equal(await last.stop('SIGCONT'), 0, last.output())
  assert.deepEqual({ ...(await imported()) }, { count: ROWS, ids: ROWS })
})
