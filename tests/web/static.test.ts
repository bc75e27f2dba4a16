import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { App } from '../../src/web/app.ts'
import { startWeb, type Web } from './start-web.ts'

let folder: string
let web: Web
let app: App
before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dengar-dist-'))
  await mkdir(path.join(folder, 'dist/assets'), { recursive: true })
  await writeFile(path.join(folder, 'secret.json'), '{}')
  await writeFile(path.join(folder, 'dist/index.html'), '<title>Petugas</title>')
  await writeFile(path.join(folder, 'dist/favicon.svg'), '<svg/>')
  await writeFile(path.join(folder, 'dist/assets/index-Ab3_x9Zq.js'), 'export {}')
  web = await startWeb({ dist: path.join(folder, 'dist') })
  app = web.app
})
after(async () => {
  await web.close()
  await rm(folder, { recursive: true })
})

test('files with a hash in their name are kept for ever', async () => {
  const answer = await app.request('/petugas/assets/index-Ab3_x9Zq.js')
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type')!, /javascript/)
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
})

test('the page and files without a hash are asked for anew', async () => {
  for (const address of ['/petugas/', '/petugas/index.html', '/petugas/favicon.svg']) {
    const answer = await app.request(address)
    assert.equal(answer.status, 200, address)
    assert.equal(answer.headers.get('cache-control'), 'no-cache', address)
  }
})

test('every address of the app is answered with its page, so that a view can be sent as a link', async () => {
  for (const address of [
    '/petugas/antrean?status=waiting',
    '/petugas/aduan/12',
    '/petugas/undangan/abc',
  ]) {
    const answer = await app.request(address)
    assert.match(await answer.text(), /<title>Petugas/, address)
  }
})

test('a file that is missing is missing, not the page', async () => {
  assert.equal((await app.request('/petugas/assets/old-12345678.js')).status, 404)
})

test('no address leads out of the folder', async () => {
  const tries = [
    '../secret.json',
    '..%2fsecret.json',
    '%2e%2e/secret.json',
    'assets/../../secret.json',
    '..%5csecret.json',
    '/etc/passwd.json',
    'a%00.json',
  ]
  for (const each of tries) {
    const answer = await app.request(`/petugas/${each}`)
    assert.notEqual(await answer.text(), '{}', each)
  }
})

test('an address with a broken escape does not exist', async () => {
  for (const each of ['%', '%E0%A4%A', 'assets/%zz.js']) {
    assert.equal((await app.request(`/petugas/${each}`)).status, 404, each)
  }
})

test('without a built app a sentence says what to run', async () => {
  const unbuilt = await startWeb()
  try {
    const { status, text } = await unbuilt.ask('GET /petugas/')
    assert.equal(status, 503)
    assert.match(text, /npm start/)
  } finally {
    await unbuilt.close()
  }
})
