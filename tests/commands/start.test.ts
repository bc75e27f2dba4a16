import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { ROOT } from '../helpers.ts'
import { removeFolder, scratchFolder, startDengar } from '../service.ts'

let folder: string
before(async () => {
  folder = await scratchFolder()
})
after(() => removeFolder(folder))

const settings = () => ({ DENGAR_DATA: folder, DENGAR_REGION: 'contoh', DENGAR_LOG_LEVEL: 'warn' })
const dengar = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [path.join(ROOT, 'src/main.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  })
const LINK = /\/petugas\/undangan\/(\S+)/

test('the first start makes everything, hands out one admin link, and stops gracefully', async () => {
  const service = await startDengar(['start'], settings())
  await service.until(/Ctrl\+C/, 120_000)
  const token = (await service.until(LINK))[1]!

  const ready = await fetch(`${service.url}/healthz`)
  assert.equal(ready.status, 200)
  const rival = dengar(['migrate'], settings())
  assert.equal(rival.status, 1)
  assert.match(rival.stderr, /in use by another process \(pid \d+\).*DATABASE_URL/s)

  const accepted = await fetch(`${service.url}/api/invitations/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: service.url },
    body: JSON.stringify({ login: 'admin', name: 'Admin Uji', password: 'angin-teluk-pagi-hari' }),
  })
  assert.ok(accepted.ok, await accepted.text())
  assert.equal(await service.stop(), 0)
})

test('a second start keeps everything and hands out no link', async () => {
  const service = await startDengar(['start'], settings())
  await service.until(/Ctrl\+C/)
  assert.doesNotMatch(service.output(), LINK)
  const answer = await fetch(`${service.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: service.url },
    body: JSON.stringify({ login: 'admin', password: 'angin-teluk-pagi-hari' }),
  })
  assert.equal(answer.status, 200)
  assert.equal(await service.stop(), 0)
})

test('jobs and invitations work by hand', () => {
  const job = dengar(['job', 'read'], settings())
  assert.equal(job.status, 0, job.stderr)
  assert.match(job.stdout, /read: 0 handled/)
  const invite = dengar(['invite', '--role', 'analyst'], settings())
  assert.match(invite.stdout, LINK)
  const wrong = dengar(['invite', '--role', 'king'], settings())
  assert.match(wrong.stderr, /--role must be one of analyst/)
})

test('web or workers alone need PostgreSQL, and say so', () => {
  for (const name of ['serve', 'work']) {
    const done = dengar([name], settings())
    assert.equal(done.status, 1)
    assert.match(done.stderr, /need PostgreSQL.*npm start/s)
  }
})

test('a database that does not answer is named without its password', () => {
  const done = dengar(['migrate'], {
    ...settings(),
    DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:9/nowhere',
  })
  assert.equal(done.status, 1)
  assert.match(done.stderr, /127\.0\.0\.1:9 does not answer/)
  assert.doesNotMatch(done.stderr, /hunter2/)
})

test('wrong settings and unknown commands get a sentence', () => {
  const port = dengar(['migrate'], { ...settings(), DENGAR_PORT: 'eighty' })
  assert.match(port.stderr, /config: correct these settings:\n {2}DENGAR_PORT/)
  const region = dengar(['migrate'], { ...settings(), DENGAR_REGION: 'atlantis' })
  assert.equal(region.status, 1)
  assert.match(region.stderr, /atlantis/)
  const unknown = dengar(['dance'])
  assert.equal(unknown.status, 2)
  assert.match(unknown.stderr, /no command "dance"/)
})
