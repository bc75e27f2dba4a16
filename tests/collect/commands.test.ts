import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { ROOT } from '../helpers.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dengar-commands-'))
})
after(() => rm(folder, { recursive: true }))

type Outcome = { code: number; out: string; err: string }

/** Runs one command of src/commands in its own process, once with each list of arguments. */
function runEach(command: string, lists: string[][]): Promise<Outcome> {
  const script = `const { command } = await import('./src/commands/${command}.ts')
    for (const args of ${JSON.stringify(lists)}) process.exitCode = await command.run(args)`
  const env = { ...process.env, DATABASE_URL: '', DENGAR_DATA: folder, DENGAR_REGION: 'contoh' }
  return new Promise((resolve) => {
    const args = ['--input-type=module', '-e', script]
    execFile(process.execPath, args, { cwd: ROOT, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}
const run = (command: string, ...args: string[]) => runEach(command, [args])
async function fileOf(name: string, content: string): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

test('feed prints each item as one JSON line, and goes on after a bad file', async () => {
  const good = await fileOf(
    'a.xml',
    '<rss version="2.0"><channel><item><guid>https://a.id/1</guid><title>Jalan</title><pubDate>Sel, 03 Sep 2024 10:00:00 WITA</pubDate></item></channel></rss>',
  )
  const page = await fileOf('b.html', '<html></html>')
  const { code, out, err } = await run('feed', page, path.join(folder, 'tidak-ada.xml'), good)
  assert.equal(code, 1)
  assert.deepEqual(JSON.parse(out), {
    file: good,
    id: 'https://a.id/1',
    url: 'https://a.id/1',
    title: 'Jalan',
    text: '',
    published: '2024-09-03T02:00:00.000Z',
    author: null,
  })
  assert.match(err, /^feed: .*b\.html: the document is not a feed; it is a web page/m)
  assert.match(err, /^feed: .*tidak-ada\.xml: there is no such file$/m)
  assert.equal((await run('feed')).code, 1)
})

test('import shows how it understands the columns, and in a dry run writes nothing', async () => {
  const file = await fileOf(
    'aduan.csv',
    'Tanggal,Isi Aduan,Petugas\n20/11/2026,Lampu mati,A\n,,B\n',
  )
  const { code, out, err } = await run('import', file, '--dry-run', '--channel', 'Facebook')
  assert.equal(code, 0)
  assert.match(err, /text +<- Isi Aduan/)
  assert.match(err, /at +<- Tanggal/)
  assert.match(err, /not used: Petugas/)
  assert.match(err, /line 3: the row has no text/)
  assert.match(err, /1 rows can be imported, 1 cannot\. Nothing was written/)
  assert.equal((JSON.parse(out) as Record<string, string>)['channel'], 'facebook')
})

test('import fills the database', async () => {
  const file = await fileOf(
    'aduan2.csv',
    'Tanggal,Isi Aduan\n20/11/2026,Lampu mati\n21/11/2026,Air mati\n',
  )
  const { code, out, err } = await run('import', file)
  assert.equal(code, 0, err)
  assert.deepEqual(JSON.parse(out), { source: 'aduan2.csv', added: 2, known: 0, bad: 0 })
  assert.match(err, /2 new posts, 0 already known, 0 rows skipped\./)
})

test('import says what is wrong with its arguments', async () => {
  const file = await fileOf('x.csv', 'a,b\n1,2\n')
  const missing = path.join(folder, 'tidak-ada.csv')
  const wrong = [
    [],
    [file],
    [file, '--map', 'text=c'],
    [file, '--sheet', '0'],
    [file, '--salah'],
    [missing],
  ]
  const { code, err } = await runEach('import', wrong)
  assert.equal(code, 1)
  const sentences = err.split('\n').filter((line) => line.startsWith('import: '))
  const expected = [
    /name one file/,
    /--map text=COLUMN/,
    /no column "c"; the columns are a, b/,
    /--sheet: give the number/,
    /salah/,
    /there is no such file/,
  ]
  assert.equal(sentences.length, expected.length)
  for (const [index, each] of expected.entries()) assert.match(sentences[index] ?? '', each)
})
