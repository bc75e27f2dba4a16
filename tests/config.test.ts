import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig, SETTINGS } from '../src/config.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dengar-config-'))
})
after(() => rm(folder, { recursive: true }))

const UNSET = Object.fromEntries(SETTINGS.map((name) => [name, '']))
const read = (set: Record<string, string> = {}) =>
  readConfig({ ...UNSET, DENGAR_DATA: folder, ...set })

test('a setting that is left empty has its default', async () => {
  const config = await read()
  assert.deepEqual(
    [config.databaseUrl, config.host, config.port, config.publicUrl, config.proxyHops],
    [null, '127.0.0.1', 8787, 'http://localhost:8787', 0],
  )
  assert.deepEqual(config.fetchAllow, [])
})

test('each wrong setting is named in a sentence', async () => {
  const wrong = { DENGAR_PORT: '99999', DATABASE_URL: 'mysql://x', DENGAR_SECRET: 'short' }
  await assert.rejects(
    read(wrong),
    /DATABASE_URL: must be postgres.*DENGAR_PORT.*DENGAR_SECRET: must have at least 32/s,
  )
})

test('addresses that may be fetched are separated by commas, with or without blanks', async () => {
  const { fetchAllow } = await read({ DENGAR_FETCH_ALLOW: '127.0.0.1:80, [::1]:8080 ,' })
  assert.deepEqual(fetchAllow, ['127.0.0.1:80', '[::1]:8080'])
})

test('the key is made once, for this user only, also by two who start at once', async () => {
  const [one, two] = await Promise.all([read(), read()])
  assert.equal(one.instanceKey.length, 32)
  assert.deepEqual(one.instanceKey, two.instanceKey)
  const file = path.join(folder, 'secret.key')
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.equal((await readFile(file, 'utf8')).trim(), one.instanceKey.toString('hex'))
})

test('a damaged key stops the start instead of making every secret guessable', async () => {
  const file = path.join(folder, 'secret.key')
  for (const damaged of ['', 'abcd', 'z'.repeat(64)]) {
    await writeFile(file, damaged)
    await assert.rejects(read(), /secret\.key does not hold a key.*Restore it/)
  }
  await rm(file)
})
