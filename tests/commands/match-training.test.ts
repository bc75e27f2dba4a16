import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import { ROOT } from '../helpers.ts'

const FOLDER = await mkdtemp(path.join(tmpdir(), 'dengar-match-'))
after(() => rm(FOLDER, { recursive: true }))

function dengar(...args: string[]) {
  const main = path.join(ROOT, 'src/main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, words: stderr }
}

const STREETS = ['Saranani', 'Bunggasi', 'Malaka', 'Martandu', 'Kijang', 'Sorumba', 'Tekaka']
const THINGS = ['Lampu jalan padam', 'Got mampet', 'Sampah menumpuk', 'Aspal berlubang']
const PAIRS = path.join(FOLDER, 'pairs.jsonl')
await writeFile(
  PAIRS,
  STREETS.flatMap((street, n) =>
    THINGS.flatMap((thing, k) => {
      const alamat = `Jl. ${street} No. ${n + 3 * k + 1}`
      const a = { text: `${thing} di depan rumah ${n}${k}, tolong diperbaiki`, alamat }
      const same = { text: `mohon bantuan, ${thing.toLowerCase()} sejak kemarin ${n}${k}b`, alamat }
      const other = { ...same, alamat: `Jl. ${STREETS[(n + 1) % 7]} No. ${n + 40}` }
      return [
        { id: `s${n}${k}`, label: 'same', sure: 1, a, b: same },
        { id: `d${n}${k}`, label: 'related', sure: 0, a, b: other },
      ]
    }),
  )
    .map((row) => `${JSON.stringify(row)}\n`)
    .join(''),
)
const POSTS = path.join(FOLDER, 'posts.jsonl')
const CASES = path.join(FOLDER, 'cases.jsonl')
const lamp = 'Lampu jalan padam di Jl. Saranani depan kantor pos'
await writeFile(
  POSTS,
  ['tolong diperbaiki', 'gelap sekali', 'sudah seminggu']
    .map((end, n) => ({
      id: `p${n}`,
      text: `${lamp}, ${end}`,
      channel: 'x',
      at: `2026-03-0${n + 1}T08:00:00+08:00`,
      author: `u${n}`,
      group: 'g1',
      case: 'c1',
    }))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join(''),
)
const one = { id: 'c1', title: lamp, description: lamp, filed_at: '2026-03-01', status: 'opened' }
await writeFile(CASES, `${JSON.stringify(one)}\n`)

describe('dengar train match', () => {
  it('prints the table of a cross-validation, and writes weights and their card', async () => {
    const out = path.join(FOLDER, 'made.json')
    const { code, out: said, words } = dengar('train', 'match', PAIRS, '--out', out, '--folds', '3')
    assert.equal(code, 0, words)
    assert.match(said, /average precision/)
    const model = JSON.parse(await readFile(out, 'utf8')) as { name: string }
    assert.equal(model.name, 'padan-1')
    const card = await readFile(path.join(FOLDER, 'made.md'), 'utf8')
    assert.match(card, /# Comparison padan-1/)
    assert.ok(!card.includes('Saranani'), 'the card quotes no text')
  })

  it('refuses what it cannot learn from, with a sentence', () => {
    const nothing = dengar('train', 'match', '--out', path.join(FOLDER, 'no.json'))
    assert.equal(nothing.code, 1)
    assert.match(nothing.words, /train match: name a file of pairs/)
    const missing = dengar('train', 'match', path.join(FOLDER, 'none.jsonl'))
    assert.match(missing.words, /there is no file/)
    const folds = dengar('train', 'match', PAIRS, '--folds', '1')
    assert.match(folds.words, /--folds is a number from 2 to 20/)
  })
})

describe('dengar evaluate match', () => {
  it('measures the shipped weights on pairs and on posts', () => {
    const { code, out, words } = dengar(
      ...['evaluate', 'match', PAIRS, '--posts', POSTS, '--cases', CASES, '--json'],
    )
    assert.equal(code, 0, words)
    const made = JSON.parse(out) as { groups: { f1: number; topThree: { value: number } } }
    assert.equal(made.groups.topThree.value, 1)
    assert.equal(made.groups.f1, 1)
  })

  it('shows ids, and texts only when asked', () => {
    const args = ['evaluate', 'match', PAIRS, '--folds', '2', '--errors', '50']
    assert.ok(!dengar(...args).out.includes('mohon bantuan'))
    assert.equal(dengar(...args, '--texts').code, 0)
  })

  it('names the file and line of a bad pair', async () => {
    const file = path.join(FOLDER, 'bad.jsonl')
    await writeFile(file, '{"id":"x","label":"perhaps","a":{"text":"a"},"b":{"text":"b"}}\n')
    const { code, words } = dengar('evaluate', 'match', file)
    assert.equal(code, 1)
    assert.match(words, /bad\.jsonl, line 1: "label" is none of same, related and different/)
  })
})
