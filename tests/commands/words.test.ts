/** The command line itself: words, help, pipes. Whatever is typed, the answer is a sentence. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { COMMANDS } from '../../src/commands/all.ts'
import { ROOT } from '../helpers.ts'
import { removeFolder, scratchFolder } from '../service.ts'

let folder: string
before(async () => {
  folder = await scratchFolder()
})
after(() => removeFolder(folder))

const MAIN = path.join(ROOT, 'src/main.ts')
const env = () => ({
  PATH: process.env['PATH'],
  DENGAR_DATA: path.join(folder, 'data'),
  DENGAR_REGION: 'contoh',
})

function dengar(args: string[], input = '') {
  const options = { cwd: ROOT, encoding: 'utf8', env: env(), input } as const
  const done = spawnSync(process.execPath, [MAIN, ...args], { ...options, maxBuffer: 1e8 })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

test('every command explains itself and runs nothing', () => {
  for (const { name, summary } of COMMANDS) {
    const { code, out } = dengar([name, name === 'work' ? '-h' : '--help'])
    assert.equal(code, 0)
    assert.ok(out.startsWith(`dengar ${name}`) && out.includes(summary), out)
  }
  assert.match(dengar(['import', '--help']).out, /--dry-run .*write nothing/)
  assert.equal(dengar(['-h']).code, 0)
})

test('a word or option that a command does not know is never ignored', () => {
  const wrong: [string[], RegExp][] = [
    [['start', '--port', '9000'], /^start: it takes no words, but "--port" was given$/],
    [['compare', 'a.jsonl'], /^compare: it takes no words, but "a.jsonl" was given$/],
    [['job', 'read', 'lagi'], /^job: name one of these, and nothing else:\n/],
    [['invite', '--role'], /^invite: Option '--role <value>' argument missing/],
    [['read', '--nope'], /^read: Unknown option '--nope'\. "dengar read --help" says what/],
    [['region', 'check', 'a', 'b'], /^region: use `region check FOLDER`$/],
    [['tari\u001b[2J'], /^dengar: there is no command "tari\?\[2J"\./],
  ]
  for (const [args, sentence] of wrong) {
    const { code, out, err } = dengar(args)
    assert.notEqual(code, 0)
    assert.equal(out, '')
    assert.match(err.trimEnd(), sentence)
    assert.doesNotMatch(err, /^ +at /m, 'no stack trace')
  }
})

test('a data folder that cannot be one is named with what to do', async () => {
  const file = path.join(folder, 'berkas')
  await writeFile(file, '')
  const options = { cwd: ROOT, encoding: 'utf8', env: { ...env(), DENGAR_DATA: file } } as const
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'migrate'], options)
  assert.equal(status, 1)
  assert.match(stderr, /^config: the data folder .*berkas cannot be used .* or set DENGAR_DATA/)
})

test('a reader that has seen enough ends the command without a word', async () => {
  const items = Array.from(
    { length: 2000 },
    (_, id) => `<item><guid>${id}</guid><title>Kabar</title></item>`,
  )
  const feed = path.join(folder, 'kabar.xml')
  await writeFile(feed, `<rss version="2.0"><channel>${items.join('')}</channel></rss>`)
  const child = spawn(process.execPath, [MAIN, 'feed', feed], { cwd: ROOT, env: env() })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.on('close', resolve))
  assert.deepEqual([code, err], [0, ''])
})

test('lines that cannot be read or written back cost only themselves', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const lines = [
    `{"id":${deep},"text":"a"}`,
    'rusak',
    'x'.repeat(11_000_000),
    '{"id":4,"text":"Jalan rusak"}',
  ]
  const { code, out, err } = dengar(['read'], lines.join('\n'))
  assert.equal(code, 1)
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: unknown; error?: string })
  assert.deepEqual(
    answers.map(({ id }) => id),
    [null, null, null, 4],
  )
  assert.match(answers[0]?.error ?? '', /nested too deeply/)
  assert.match(err, /^read: line 3: the line has more than 10000000 characters$/m)
})

test('one line of 100 million characters is refused in seconds', () => {
  const start = performance.now()
  const { code, err } = dengar(['compare'], 'x'.repeat(100_000_000))
  assert.equal(code, 1)
  assert.match(err, /^compare: line 1: the line has more than 10000000 characters$/m)
  assert.ok(performance.now() - start < 15_000)
})

test('a feed is read to its limit and no further, whatever gives it', () => {
  const { code, out, err } = dengar(['feed', '/dev/zero', folder])
  assert.deepEqual([code, out], [1, ''])
  assert.match(
    err,
    /^feed: \/dev\/zero: the file is larger than 20 MB\nfeed: .*: is a folder, not a file\n$/,
  )
})
