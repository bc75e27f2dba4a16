import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import { decodeModel } from '../../src/read/model.ts'
import { ROOT } from '../helpers.ts'

const FOLDER = await mkdtemp(path.join(tmpdir(), 'dengar-train-'))
after(() => rm(FOLDER, { recursive: true }))

function dengar(...args: string[]) {
  const main = path.join(ROOT, 'src/main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, words: stderr }
}

const THINGS = ['Lampu jalan', 'Saluran air', 'Jembatan', 'Tempat sampah', 'Trotoar', 'Pipa PDAM']
const POSTS = path.join(FOLDER, 'posts.jsonl')
await writeFile(
  POSTS,
  THINGS.flatMap((thing, n) => [
    {
      id: `a${n}`,
      channel: 'x',
      text: `${thing} di Kambu rusak parah, tolong diperbaiki`,
      complaint: 1,
    },
    {
      id: `b${n}`,
      channel: 'x',
      text: `${thing} baru sudah diresmikan, terima kasih`,
      complaint: 0,
    },
  ])
    .map((row) => `${JSON.stringify(row)}\n`)
    .join(''),
)
const NEWS = path.join(FOLDER, 'news.csv')
await writeFile(NEWS, 'url,title,lead\nhttps://contoh.id/1,Wortel ungu dipanen,Petani senang.\n')

describe('dengar train', () => {
  it('writes a model that reads, its card beside it, and nothing else', async () => {
    const out = path.join(FOLDER, 'models', 'uji.bin')
    const made = dengar('train', POSTS, NEWS, '--folds', '0', '--name', 'uji-2', '--out', out)
    assert.equal(made.code, 0, made.words)
    assert.match(made.out, /^News\n\ntexts +false alarms\n1 /m)
    assert.deepEqual((await readdir(path.dirname(out))).sort(), ['uji.bin', 'uji.md'])
    assert.equal(decodeModel(await readFile(out)).name, 'uji-2')

    const card = await readFile(path.join(FOLDER, 'models', 'uji.md'), 'utf8')
    assert.match(card, /^# Model uji-2\n/)
    assert.match(card, /^\| posts\.jsonl \| posts \| training \| 12 \| 6 \| 12 \|$/m)
    assert.match(card, /^\| news\.csv \| news \| measuring \| 1 \| 0 \| 1 \|$/m)
    assert.match(card, /^## Known failures\n/m)
    assert.doesNotMatch(card, /wortel|contoh\.id/i)
    assert.ok(!card.includes(FOLDER), 'a card names no folder of the machine it was made on')

    const read = dengar('evaluate', '--json', '--model', out, POSTS)
    assert.equal(read.code, 0, read.words)
    const { model, posts } = JSON.parse(read.out) as {
      model: string
      posts: { all: { averagePrecision: { value: number } } }
    }
    assert.equal(model, 'uji-2')
    assert.ok(posts.all.averagePrecision.value > 0.8)
  })

  it('refuses bad wishes with a sentence', () => {
    const refused: [string[], RegExp][] = [
      [['--folds', '1'], /train: --folds is a number from 2 to 20/],
      [['--name', 'Uji Coba'], /train: --name: "Uji Coba" is not a name/],
      [['/tidak/ada'], /labels: there is no file or folder/],
      [['--region', 'tidak-ada'], /region/],
    ]
    for (const [args, sentence] of refused) {
      const { code, words } = dengar('train', '--out', path.join(FOLDER, 'x.bin'), ...args)
      assert.equal(code, 1, args.join(' '))
      assert.match(words, sentence)
    }
  })
})

describe('dengar evaluate --folds', () => {
  it('has each post read by a model that has not seen it, and says which fold it is at', () => {
    const { code, out, words } = dengar('evaluate', '--json', '--folds', '2', POSTS, NEWS)
    assert.equal(code, 0, words)
    const found = JSON.parse(out) as {
      model: null
      folds: number
      posts: { all: { posts: number } }
      news: { texts: number }
    }
    assert.deepEqual(
      [found.model, found.folds, found.posts.all.posts, found.news.texts],
      [null, 2, 12, 1],
    )
    assert.match(words, /fold 1 of 2 read after \d+ s\nfold 2 of 2/)
  })
})
