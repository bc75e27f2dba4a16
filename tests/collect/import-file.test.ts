import assert from 'node:assert/strict'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { importFile, planImport, rehearseImport } from '../../src/collect/import-file.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'

const now = new Date('2026-11-22T08:00:00Z')
let fresh: Fresh
let folder: string
let region: { id: string; timezone: string }

before(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'dengar-import-'))
  region = { id: (await freshRegion(fresh.sql)).id, timezone: 'Asia/Makassar' }
})
after(async () => {
  await fresh.close()
  await rm(folder, { recursive: true })
})

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}
const importIt = async (file: string, wishes = '', sheet = 1) =>
  importFile(fresh.db, await planImport(file, { wishes, sheet }), {
    region,
    name: path.basename(file),
    channel: 'import',
    now,
  })
const postsOf = (file: string) => fresh.sql`
  select native_id, text, title, posts.channel, author_handle, author_name, canonical_url, posts.created_at,
         posts.kind
    from posts join sources on sources.id = source_id
   where sources.name = ${path.basename(file)} order by posts.id`

test('JSONL is imported; bad lines are named by number and skipped; repeating adds nothing', async () => {
  const lines = [
    '{"id":"1","text":"Lampu mati","created_at":"2026-11-20T10:00:00+08:00","author":{"handle":"@warga"},"channel":"Twitter / X"}',
    '',
    '{"id":"2","text":',
    '[1,2]',
    '{"id":"3"}',
    '{"id":"4","text":"Air keruh","created_at":"entah"}',
    '{"id":"5","text":"Jalan rusak","created_at":"20 Nov 2026 10.00","kind":"reply"}',
  ]
  const file = await fileOf('a.jsonl', `\ufeff${lines.join('\r\n')}`)
  const first = await importIt(file)
  assert.deepEqual([first.added, first.known, first.bad], [2, 0, 4])
  assert.deepEqual(
    first.problems.map(({ line, problem }) => `${line}: ${problem}`),
    [
      '3: the line is not valid JSON',
      '4: the line is JSON, but not an object {...}',
      '5: the row has no text',
      '6: "entah" is not a date that is understood',
    ],
  )
  const again = await importIt(file)
  assert.deepEqual([again.added, again.known], [0, 2])
  const [one, five] = await postsOf(file)
  assert.equal(one?.['channel'], 'x')
  assert.equal(one?.['authorHandle'], 'warga')
  assert.deepEqual(five?.['createdAt'], new Date('2026-11-20T02:00:00Z'))
  assert.equal(five?.['kind'], 'reply')
})

test('CSV of Indonesian Excel is imported: semicolons, Windows-1252, quoted line ends', async () => {
  const text =
    'No;Tanggal;Nama;Isi Aduan;Tautan\r\n' +
    '1;20/11/2026 09:15;La Ode;"Jalan rusak;\r\nsudah ""lama"" \u2013 parah";https://a.id/1#x\r\n' +
    ';;;;\r\n' +
    '2;20/11/2026 09:20;Wa Ode;\r\n' +
    '3;21 November 2026 | 20.04 WITA;Siti;Air caf\u00e9 mati;\r\n' +
    '4;21/11/2026;Budi;Terlalu;banyak;sel\r\n'
  const bytes = Buffer.from(text.replace('\u2013', '\u0096'), 'latin1')
  const file = await fileOf('aduan.csv', bytes)
  const { table } = await planImport(file)
  assert.equal(table.format, 'CSV, separated by ;, windows-1252')
  const result = await importIt(file)
  assert.deepEqual([result.added, result.bad], [2, 2])
  assert.deepEqual(result.problems, [
    { line: 5, problem: 'the row has no text' },
    { line: 7, problem: 'the row has 6 cells, the header has 5' },
  ])
  const [one, three] = await postsOf(file)
  assert.equal(one?.['text'].replace('\r', ''), 'Jalan rusak;\nsudah "lama" – parah')
  assert.equal(one?.['authorName'], 'La Ode')
  assert.equal(one?.['canonicalUrl'], 'https://a.id/1')
  assert.deepEqual(one?.['createdAt'], new Date('2026-11-20T01:15:00Z'))
  assert.equal(three?.['text'], 'Air café mati')
  assert.deepEqual((await importIt(file)).added, 0)
})

test('the delimiter is seen from the content, whatever the name of the file', async () => {
  const rows: [string, string][] = [
    ['a', 'Rp1.000,50'],
    ['b', 'x'],
    ['c', 'y, z'],
  ]
  for (const [name, delimiter] of [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['pipe', '|'],
  ] as const) {
    const quote = (text: string) => (delimiter === ',' ? `"${text}"` : text)
    const lines = [['id', 'teks'], ...rows.map(([id, text]) => [id, quote(text)])]
    const file = await fileOf(`${name}.txt`, lines.map((line) => line.join(delimiter)).join('\n'))
    assert.equal((await importIt(file)).added, 3, name)
  }
  assert.equal(
    (await importIt(await fileOf('utf16.csv', Buffer.from('\ufeffteks,id\nHujan,9\n', 'utf16le'))))
      .added,
    1,
  )
})

test('XLSX is imported with dates, numbers, formulas and rich text of the chosen sheet', async () => {
  const file = path.join(folder, 'buku.xlsx')
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Petunjuk').addRow(['bukan tabel'])
  const sheet = book.addWorksheet('Data')
  sheet.addRow(['Nomor Laporan', 'Tanggal', 'Uraian', 'Kanal'])
  sheet.addRow([1001, new Date('2026-11-20T09:30:00Z'), 'Drainase tersumbat', 'Facebook'])
  sheet.addRow([1002, '20 Nov 2026', { richText: [{ text: 'Lampu ' }, { text: 'padam' }] }, 'IG'])
  sheet.addRow([1003, 'kapan-kapan', 'Sampah', 'IG'])
  sheet.addRow([1004, 46_346.5, { formula: 'A1', result: 'Hasil rumus' }, ''])
  sheet.getCell('XFD6').value = 'jauh'
  await book.xlsx.writeFile(file)
  await assert.rejects(planImport(file), /--map text=COLUMN. It has: bukan tabel/)
  await assert.rejects(planImport(file, { sheet: 3 }), /no sheet number 3/)
  const result = await importIt(file, '', 2)
  assert.deepEqual([result.added, result.bad], [3, 1])
  assert.deepEqual(
    result.problems.map(({ line }) => line),
    [4],
  )
  const [one, two, four] = await postsOf(file)
  assert.match(one?.['nativeId'], /\|1001$/)
  // 09:30 on the sheet is 09:30 on the wall in Kendari.
  assert.deepEqual(one?.['createdAt'], new Date('2026-11-20T01:30:00Z'))
  assert.deepEqual([one?.['channel'], two?.['channel']], ['facebook', 'instagram'])
  assert.equal(two?.['text'], 'Lampu padam')
  assert.equal(four?.['text'], 'Hasil rumus')
  assert.deepEqual(four?.['createdAt'], new Date('2026-11-20T04:00:00Z'))
  assert.equal((await importIt(file, '', 2)).added, 0)
})

test('--map corrects the guesses, and names what it does not know', async () => {
  const file = await fileOf('asing.csv', 'kolom a,kolom b,isi\nHujan,2026-11-20,salah\n')
  const { mapping } = await planImport(file, { wishes: 'text=Kolom A, at = kolom b' })
  assert.deepEqual(
    [...mapping],
    [
      ['text', 'kolom a'],
      ['at', 'kolom b'],
    ],
  )
  await assert.rejects(
    planImport(file, { wishes: 'teks=isi' }),
    /"teks" is not a field; the fields are id, text/,
  )
  await assert.rejects(
    planImport(file, { wishes: 'text=x' }),
    /no column "x"; the columns are kolom a, kolom b, isi/,
  )
  const other = await fileOf('tanpa.csv', 'a,b\n1,2\n')
  await assert.rejects(planImport(other), /no column looks like the text/)
})

test('a rehearsal counts and shows, and writes nothing', async () => {
  const file = await fileOf('latihan.csv', 'teks,tanggal\nsatu,20/11/2026\n,\ndua,besok\n')
  const seen = await rehearseImport(await planImport(file), { region, channel: 'import', now })
  assert.deepEqual([seen.good, seen.bad, seen.posts[0]?.text], [1, 1, 'satu'])
  assert.equal((await postsOf(file)).length, 0)
})

test('files that cannot be imported are refused in words', async () => {
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['kosong.csv', '', /the file is empty/],
    ['spasi.csv', ' \n\n', /the file is empty/],
    ['daftar.json', '[{"text":"x"}]', /one object on each line/],
    ['halaman.csv', '<!doctype html><table>', /a web page or XML/],
    ['lama.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /save it as \.xlsx/],
    ['biner.csv', Buffer.from([1, 0, 2, 0, 0, 3]), /neither JSONL nor CSV nor XLSX/],
    ['arsip.xlsx', Buffer.from('PK\u0003\u0004 bukan zip', 'latin1'), /damaged/],
  ]
  for (const [name, content, sentence] of cases) {
    await assert.rejects(planImport(await fileOf(name, content)), sentence, name)
  }
  await assert.rejects(planImport(path.join(folder, 'tidak-ada.csv')), /no such file/)
})

test('a quote that is never closed is named with the line where it opens', async () => {
  const file = await fileOf('kutip.csv', 'id,teks\n1,baik\n2,"tidak ditutup\n3,hilang\n')
  const result = await importIt(file)
  assert.equal(result.added, 1)
  assert.deepEqual(result.problems[0]?.line, 3)
  assert.match(result.problems[0]?.problem ?? '', /never closed/)
})

test('a 50 MB CSV is read in little memory', async () => {
  const file = path.join(folder, 'besar.csv')
  const out = createWriteStream(file)
  out.write('id,teks,tanggal\n')
  const text = 'Jalan berlubang di depan pasar belum diperbaiki. '.repeat(10)
  for (let id = 0; id < 100_000; id++) {
    if (!out.write(`${id},${text},20/11/2026\n`))
      await new Promise<void>((done) => out.once('drain', () => done()))
  }
  out.end()
  await finished(out)
  const before = process.memoryUsage().rss
  let most = 0
  let lastBytes = 0
  const progress = (bytes: number) => {
    lastBytes = bytes
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  const seen = await rehearseImport(await planImport(file), {
    region,
    channel: 'import',
    now,
    progress,
  })
  assert.equal(seen.good, 100_000)
  assert.ok(lastBytes > 50_000_000)
  assert.ok(most < 150_000_000, `${most} bytes more`)
})
