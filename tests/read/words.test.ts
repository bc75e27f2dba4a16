import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ROOT_EXCEPTIONS } from '../../src/read/lexicon/root-exceptions.ts'
import { readWord } from '../../src/read/spelling.ts'
import { isKnown, isRoot, rootOf, withoutClitic } from '../../src/read/words.ts'
import { ROOT } from '../helpers.ts'

type Pair = { word: string; root: string }

const PAIRS = readFileSync(path.join(ROOT, 'tests/read/roots.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Pair)

const wrong = (pairs: Pair[], root: (word: string) => string) =>
  pairs.filter((pair) => root(pair.word) !== pair.root).map((pair) => pair.word)

describe('roots', () => {
  it('are right for the derived words of complaints', () => {
    assert.ok(PAIRS.length >= 400)
    assert.deepEqual(wrong(PAIRS, rootOf), [])
  })

  it('are the same when the words are read as people write them', () => {
    const asRead = (word: string) => readWord(word.toUpperCase()).meant.at(-1)!.root
    assert.deepEqual(wrong(PAIRS, asRead), [])
  })

  it('are mostly found by rules, not by the list of exceptions', () => {
    const ruled = PAIRS.filter((pair) => !(pair.word in ROOT_EXCEPTIONS))
    assert.ok(ruled.length > PAIRS.length * 0.8, `${ruled.length} of ${PAIRS.length}`)
  })

  it('do not change once they are found', () => {
    for (const root of Object.values(ROOT_EXCEPTIONS)) assert.equal(rootOf(root), root)
    const lost = PAIRS.filter(({ root }) => rootOf(root) !== root).map(({ root }) => root)
    assert.deepEqual(lost, [])
  })

  it('are found under the endings of Jakarta', () => {
    const expected: Record<string, string> = {
      buangin: 'buang',
      dipindahin: 'pindah',
      ngangkut: 'angkut',
      ngontrol: 'kontrol',
      ngecat: 'cat',
      nyiram: 'siram',
      nyetak: 'cetak',
      nimbun: 'timbun',
      masang: 'pasang',
      mbuang: 'buang',
    }
    for (const [word, root] of Object.entries(expected)) assert.equal(rootOf(word), root, word)
  })

  it('leave names and words of other languages alone', () => {
    const names = 'kendari mandonga puuwatu telkomsel indihome internet twitter online mobile'
    for (const word of names.split(' ')) assert.equal(rootOf(word), word)
  })

  it('of any text are bounded, and stable when asked again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (word) => {
        const root = rootOf(word)
        assert.ok(root.length <= word.length + 3)
        assert.equal(rootOf(word), root)
      }),
      { numRuns: 500 },
    )
  })

  it('are not looked for in a word of 20,000 hyphens', () => {
    const word = '-'.repeat(20_000)
    assert.equal(rootOf(word), word)
  })
})

describe('the particles of Kendari', () => {
  it('come off a root only', () => {
    const expected: Record<string, string> = {
      rusakmi: 'rusak',
      matimi: 'mati',
      belumpi: 'belum',
      gelapji: 'gelap',
      lampunyami: 'lampu',
      tanggapi: 'tanggapi',
      lengkapi: 'lengkapi',
      resmi: 'resmi',
      kandai: 'kandai',
    }
    for (const [word, bare] of Object.entries(expected)) {
      assert.equal(withoutClitic(word), bare, word)
    }
  })
})

describe('the dictionary', () => {
  it('knows words from names', () => {
    assert.ok(isRoot('rusak') && isKnown('penerangan'))
    assert.ok(!isRoot('kerusakan') && !isKnown('mandonga'))
  })
})
