import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import { ROOT } from '../helpers.ts'

const FOLDER = await mkdtemp(path.join(tmpdir(), 'dengar-evaluate-'))
after(() => rm(FOLDER, { recursive: true }))

function dengar(...args: string[]) {
  const main = path.join(ROOT, 'src/main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, words: stderr }
}

async function fileOf(name: string, rows: object[]): Promise<string> {
  const file = path.join(FOLDER, name)
  await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return file
}

const COMPLAINT =
  'Tolong min, lampu jalan di Lorong Kasuari Kambu padam sudah dua minggu, gelap sekali'
const POSTS = await fileOf('posts.jsonl', [
  { id: 'u1', channel: 'x', text: COMPLAINT, complaint: 1, category: 'penerangan', sure: 1 },
  { id: 'u2', channel: 'x', text: 'Selamat ulang tahun kotaku', complaint: 0, sure: 1 },
  { id: 'u3', channel: 'x', text: 'Rahasia wortel ungu', complaint: 1, category: 'air', sure: 0 },
  { id: 'u4', channel: 'x' },
])

describe('dengar evaluate', () => {
  it('prints tables, names skipped rows, and names wrong verdicts without their words', () => {
    const { code, out, words } = dengar('evaluate', POSTS)
    assert.equal(code, 0, words)
    for (const table of [
      /Complaint or not/,
      /^recall +0\.500 \(0\.\d{3}-0\.\d{3}\) +1\.000/m,
      /^Calibration/m,
      /^By channel/m,
      /^Category of the complaints found/m,
      /^u3 +x +0\.\d{3} +air +no/m,
    ]) {
      assert.match(out, table)
    }
    assert.match(words, /posts\.jsonl:4: "complaint" is missing/)
    assert.match(words, /posts, 3 texts, 2 complaints \(left out: 0 repeats, 1 bad rows\)/)
    assert.doesNotMatch(out + words, /wortel/)
  })

  it('shows the words when it is asked to', () => {
    assert.match(dengar('evaluate', '--texts', POSTS).out, /Rahasia wortel ungu/)
    assert.doesNotMatch(dengar('evaluate', '--texts', '--errors', '0', POSTS).out, /wortel/)
  })

  it('gives machines one object, each kind of text apart', async () => {
    const filed = path.join(FOLDER, 'filed.csv')
    await writeFile(filed, `id,text\n1,"${COMPLAINT}, RT 3"\n`)
    const { code, out } = dengar('evaluate', '--json', POSTS, filed)
    assert.equal(code, 0)
    const found = JSON.parse(out) as {
      files: { form: string; texts: number; bad: number }[]
      posts: { all: { posts: number; right: number }; categories: { texts: number } }
      filed: { texts: number; found: { value: number } }
      news: null
      errors: { id: string; label: { category: string } }[]
    }
    assert.deepEqual(
      found.files.map(({ form, texts, bad }) => [form, texts, bad]),
      [
        ['posts', 3, 1],
        ['filed', 1, 0],
      ],
    )
    assert.deepEqual([found.posts.all.posts, found.posts.all.right], [3, 1])
    assert.deepEqual([found.filed.texts, found.filed.found.value, found.news], [1, 1, null])
    assert.deepEqual(
      found.errors.map(({ id, label }) => [id, label.category]),
      [['u3', 'air']],
    )
    assert.doesNotMatch(out, /wortel/)
  })

  it('learns topics before a date and is measured from that date on', async () => {
    const letters = Array.from({ length: 80 }, (_, n) => {
      const [text, topic] =
        n % 2 === 0 ? ['lampu padam di gang', 'PJU'] : ['jalan berlubang di blok', 'Jalan Rusak']
      const date = n < 60 ? '2022-05-01' : '2023-01-01'
      return `${date},${text} ${n},${topic}`
    })
    const file = path.join(FOLDER, 'letters.csv')
    await writeFile(file, ['date,text,topik', ...letters, ''].join('\n'))
    const { code, out, words } = dengar(
      ...['evaluate', '--json', '--topics', file, '--until', '2023-01-01'],
    )
    assert.equal(code, 0, words)
    const found = JSON.parse(out) as {
      trained: number
      classes: number
      topics: { texts: number; accuracy: { value: number } }
    }
    assert.deepEqual([found.trained, found.classes, found.topics.texts], [60, 2, 20])
    assert.equal(found.topics.accuracy.value, 1)
  })

  it('refuses bad input with a sentence', async () => {
    const empty = await fileOf('none.jsonl', [{ id: 1 }])
    const refused: [string[], RegExp][] = [
      [[], /evaluate: name a file of labelled texts/],
      [['/tidak/ada.jsonl'], /labels: there is no file or folder "\/tidak\/ada\.jsonl"/],
      [[empty], /evaluate: the files hold no labelled text/],
      [['--errors', 'banyak', POSTS], /--errors is a whole number from 0 to 10000/],
      [['--region', 'tidak-ada', POSTS], /region/],
      [['--folds', '1', POSTS], /--folds trains models of its own: 2 to 20/],
      [['--folds', '2', '--model', POSTS, POSTS], /--folds trains models of its own/],
      [['--with', POSTS, POSTS], /give --folds 5, too/],
      [['--model', '/tidak/ada.bin', POSTS], /the model "\/tidak\/ada\.bin" cannot be read/],
      [['--model', POSTS, POSTS], /is not a model/],
      [['--topics', POSTS], /--topics takes one file and a date/],
      [
        ['--topics', '/tidak/ada.csv', '--until', '2023-01-01'],
        /topics: the file .* cannot be read/,
      ],
      [['--lipat', POSTS], /evaluate: Unknown option/],
    ]
    for (const [args, sentence] of refused) {
      const { code, out, words } = dengar('evaluate', ...args)
      assert.equal(code, 1, args.join(' '))
      assert.equal(out, '')
      assert.match(words, sentence)
    }
  })
})
