import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encodeVectors } from '../../src/group/embed-file.ts'
import { makeEmbed } from '../../src/group/embed-words.ts'
import { cosine, DIMENSIONS } from '../../src/group/embed.ts'
import { weighByChance, type Entries } from '../../src/learn/embedding-matrix.ts'
import { scoreCosine, scoreRetrieval } from '../../src/learn/embedding-scores.ts'
import { eigen, strongest } from '../../src/learn/embedding-svd.ts'
import { makeRandom } from '../../src/learn/linear.ts'
import { trainVectors } from '../../src/learn/train-vectors.ts'

const TOPICS = 40
const facts = { name: 'uji-1', madeAt: '2026-01-01T00:00:00.000Z' }

/** Texts of 40 topics with ten words each; of each topic the words 0 and 1 never stand in one text. */
function someTexts(): string[][] {
  const random = makeRandom(7)
  const pick = (count: number) => Math.floor(random() * count)
  return Array.from({ length: 1500 }, (_, n) => {
    const topic = n % TOPICS
    const own = Array.from({ length: 5 }, () => `t${topic}w${2 + pick(8)}`)
    return [`t${topic}w${pick(2)}`, ...own]
  })
}

describe('training of word vectors', () => {
  const vectors = trainVectors(someTexts(), facts)
  const embed = makeEmbed(vectors)

  it('learns from the company that words keep: texts of one topic are near without a common word', () => {
    const topics = [...Array(TOPICS).keys()]
    const told = (topic: number, words: number[]) => embed(words.map((w) => `t${topic}w${w}`))
    const mean = (step: number) => {
      const of = (t: number) =>
        cosine(told(t, [0, 2, 3, 4]), told((t + step) % TOPICS, [1, 5, 6, 7]))
      return topics.map(of).reduce((a, b) => a + b) / TOPICS
    }
    assert.ok(mean(0) > mean(1) + 0.2, `${mean(0)} ${mean(1)}`)
  })

  it('makes the same file of the same texts', () => {
    const again = trainVectors(someTexts(), facts)
    assert.ok(Buffer.from(encodeVectors(again)).equals(encodeVectors(vectors)))
  })

  it('has no row for a word of fewer than three texts', () => {
    const more = [...someTexts(), ['samsudin', 't1w2'], ['samsudin', 't2w2']]
    assert.equal(trainVectors(more, facts).rows.size, vectors.rows.size)
  })

  it('refuses texts that are too few', () => {
    assert.throws(() => trainVectors([['satu', 'dua']], facts), /only 0 words .* give more texts/)
    assert.throws(() => trainVectors([], facts), /give more texts/)
  })

  it('refuses to make a file that is too large', () => {
    const rows = new Map(Array.from({ length: 40_000 }, (_, n) => [n, { at: 0, scale: 1 }]))
    assert.throws(() => encodeVectors({ ...vectors, rows }), /make more than 8 MB/)
  })
})

describe('the strongest directions of a matrix', () => {
  it('are found with their strength', () => {
    // Two blocks: one direction each, of strength 3 x 4 and 2 x 4.
    const entries: Entries = Array.from(
      { length: 8 },
      (_, i) => new Map([0, 1, 2, 3].map((j) => [i < 4 ? j : j + 4, i < 4 ? 3 : 2])),
    )
    const start = Uint32Array.from({ length: 9 }, (_, i) => i * 4)
    const column = Uint32Array.from(entries.flatMap((row) => [...row.keys()]))
    const value = Float64Array.from(entries.flatMap((row) => [...row.values()]))
    const { left, strength } = strongest({ rows: 8, columns: 8, start, column, value }, 2)
    assert.ok(Math.abs(strength[0]! - 12) < 1e-9 && Math.abs(strength[1]! - 8) < 1e-9)
    assert.ok(Math.abs(Math.abs(left[0]!) - 0.5) < 1e-9 && Math.abs(left[1]!) < 1e-9)
  })

  it('come from eigenvalues that are right', () => {
    const { values } = eigen(Float64Array.of(2, 1, 1, 2), 2)
    assert.deepEqual(
      [...values].map(Math.round).toSorted((a, b) => a - b),
      [1, 3],
    )
  })

  it('see only what stands together more often than by chance', () => {
    const entries: Entries = [
      new Map([
        [0, 5],
        [1, 5],
      ]),
      new Map([
        [0, 9],
        [1, 1],
      ]),
    ]
    const { column, start } = weighByChance(entries, 2, 1)
    assert.deepEqual([...column], [1, 0])
    assert.deepEqual([...start], [0, 1, 2])
  })
})

describe('the scores of vectors', () => {
  const at = (angle: number) => {
    const vector = new Float32Array(DIMENSIONS)
    vector[0] = Math.cos(angle)
    vector[1] = Math.sin(angle)
    return vector
  }

  it('count how much of what belongs together is among the nearest', () => {
    const vectors = Array.from({ length: 60 }, (_, n) => at(n / 60))
    const queries = [
      { of: 0, wanted: new Set([5]) },
      { of: 0, wanted: new Set([20]) },
      { of: 0, wanted: new Set([1, 50]) },
    ]
    assert.deepEqual(scoreRetrieval(vectors, queries), { queries: 3, at10: 0.5, at40: 2.5 / 3 })
  })

  it('rank equal cosines against the function', () => {
    const pair = (cosine: number, same: boolean) => ({ cosine, same })
    assert.equal(scoreCosine([pair(0.9, true), pair(0.5, false), pair(0.5, true)]), (1 + 2 / 3) / 2)
    assert.equal(scoreCosine([]), 0)
  })
})
