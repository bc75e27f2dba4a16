/** `dengar import` as an operator meets it: files that are not what they should be. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { connectEmbedded } from '../../src/db/connect.ts'
import { ROOT } from '../helpers.ts'
import { removeFolder, scratchFolder } from '../service.ts'

let folder: string
before(async () => {
  folder = await scratchFolder()
})
after(() => removeFolder(folder))

function dengarImport(...args: string[]) {
  const done = spawnSync(process.execPath, [path.join(ROOT, 'src/main.ts'), 'import', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DENGAR_DATA: folder, DENGAR_REGION: 'contoh' },
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

const countsOf = (out: string) => {
  const { added, known, bad } = JSON.parse(out) as Record<string, number>
  return { added, known, bad }
}

test('a quote that is never closed fails the import, and after mending nothing is missing', async () => {
  const rows = Array.from({ length: 3000 }, (_, id) =>
    [
      id,
      id === 500 ? '"kutip terbuka' : `Jalan rusak nomor ${id} ${'dan lagi '.repeat(60)}`,
    ].join(),
  )
  const text = `id,teks\n${rows.join('\n')}\n`
  const broken = dengarImport(await fileOf('rekap.csv', text))
  assert.equal(broken.code, 1)
  assert.match(broken.err, /line 502: the row is longer than a million characters/)
  assert.match(broken.err, /could not be read beyond line 502\. Mend that line and import/)
  assert.deepEqual(countsOf(broken.out), { added: 500, known: 0, bad: 1 })

  const mended = dengarImport(await fileOf('rekap.csv', text.replace('"kutip', 'kutip')))
  assert.equal(mended.code, 0, mended.err)
  assert.deepEqual(countsOf(mended.out), { added: 2500, known: 500, bad: 0 })
})

test('broken lines of JSONL, and one of ten million characters, cost only themselves', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const lines = [
    '{"id":1,"text":"satu"}',
    '{rusak',
    '[1]',
    `{"id":2,"text":"${'x'.repeat(10_000_000)}"}`,
    `{"id":3,"text":"tiga","isi":${deep}}`,
    '{"id":4,"__proto__":{"text":"palsu"}}',
    '{"id":5,"text":"lima \\ud800 \\u0000"}',
  ]
  const { code, out, err } = dengarImport(
    await fileOf('aliran.jsonl', lines.join('\n')),
    '--dry-run',
  )
  assert.equal(code, 0, err)
  assert.equal(out.trimEnd().split('\n').length, 3)
  assert.match(err, /^3 rows can be imported, 4 cannot\./m)
  for (const line of [2, 3, 4, 6]) assert.match(err, new RegExp(`line ${line}: `))
})

test('a first line that names the delimiter is not the header', async () => {
  const file = await fileOf('sep.csv', 'sep=;\r\nteks;tanggal\r\nLampu, jalan mati;20/11/2026\r\n')
  const { code, out, err } = dengarImport(file, '--dry-run')
  assert.equal(code, 0, err)
  assert.equal((JSON.parse(out) as { text: string }).text, 'Lampu, jalan mati')
})

test('what is no table is refused in one short line that a terminal can show', async () => {
  const high = Uint8Array.from({ length: 50_000 }, (_, index) => 128 + ((index * 7919) % 128))
  const escapes = 'a\u001b[2Jb,\u0007c\n1,2\n'
  for (const content of [high, escapes]) {
    const { code, out, err } = dengarImport(await fileOf('bukan.csv', content))
    assert.equal(code, 1)
    assert.equal(out, '')
    assert.match(err, /^import: no column looks like the text/)
    assert.ok(err.length < 2_000, `${err.length} characters`)
    assert.doesNotMatch(err.trimEnd(), /\p{Cc}/u)
  }
})

test('a folder and a missing file are told apart', () => {
  assert.match(dengarImport(folder).err, /this is a folder, not a file/)
  assert.match(dengarImport(path.join(folder, 'tidak-ada')).err, /there is no such file/)
})

test('while the service has the embedded database open, an import says so and what to do', async () => {
  const file = await fileOf('aduan.csv', 'teks\nJalan rusak\n')
  const service = await connectEmbedded(folder)
  try {
    const { code, err } = dengarImport(file)
    assert.equal(code, 1)
    assert.match(
      err,
      new RegExp(`in use by another process \\(pid ${process.pid}\\).*DATABASE_URL`),
    )
    assert.doesNotMatch(err, /^ +at .+:\d+/m)
  } finally {
    await service.close()
  }
})
