/** Roots and slang measured on public sets that lie beside the project. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { normalize } from '../../src/read/normalize.ts'
import { rootOf } from '../../src/read/words.ts'
import { TEST_DATA } from '../helpers.ts'

const linesOf = async (name: string) =>
  (await readFile(path.join(TEST_DATA!, name), 'utf8')).trim().split('\n')

/** Kept whole on purpose ("kebaikan" is no "baik" that asks for repair), or lost: -wan, -wati, -isme, re-. */
const LEAST_RIGHT = 160

test('the stemmer with its exceptions finds the roots of the gold file', async (t) => {
  const text = await readFile(path.join(TEST_DATA!, 'stemming/stemmer_gold.json'), 'utf8')
  const pairs = JSON.parse(text) as [string, string][]
  const right = pairs.filter(([word, root]) => rootOf(word.toLowerCase()) === root).length
  t.diagnostic(`${right} of ${pairs.length} roots are right`)
  assert.ok(right >= LEAST_RIGHT, `${right} of ${pairs.length}`)
})

test('word by word, slang comes nearer to the standard language than a public list brings it', async (t) => {
  const before = await linesOf('slang/test.inf')
  const after = await linesOf('slang/test.for')
  const list = new Map(
    (await linesOf('slang/iqbal-slang.txt')).map((line) => line.split(':') as [string, string]),
  )
  const mean = (map: (word: string) => string) =>
    before.reduce((sum, line, i) => sum + overlap(line, after[i]!, map), 0) / before.length
  const copy = mean((word) => word)
  const byList = mean((word) => list.get(word) ?? word)
  const own = mean((word) =>
    /^[a-z0-9]+$/.test(word) && !word.includes('xxx') ? read(word) : word,
  )
  t.diagnostic(
    `unigram F1: ${copy.toFixed(3)} as it stands, ${byList.toFixed(3)} with a public list, ${own.toFixed(3)} read`,
  )
  assert.ok(own > byList + 0.03 && own > copy + 0.1)
})

const read = (word: string) =>
  normalize(word)
    .tokens.map((token) => token.text)
    .join(' ')

/** F1 of the words of two lines as bags. */
function overlap(line: string, standard: string, map: (word: string) => string): number {
  const left = new Map<string, number>()
  const wanted = standard.split(/\s+/)
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  const got = line
    .split(/\s+/)
    .flatMap((word) => map(word).split(' '))
    .filter((word) => word !== '')
  let same = 0
  for (const word of got) {
    const count = left.get(word) ?? 0
    if (count > 0) same += 1
    left.set(word, count - 1)
  }
  return (2 * same) / (got.length + wanted.length)
}
