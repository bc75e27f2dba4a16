import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { AGAINST, FOR } from '../../src/group/compare-parts.ts'
import { scoreGroups, type GroupedPost } from '../../src/learn/match-groups.ts'
import { clusterLetters, weighLetters, weighPosts } from '../../src/learn/match-pairs.ts'
import { scorePairs, worstPairs } from '../../src/learn/match-score.ts'
import { crossValidateMatch, fitWeights, trainMatch } from '../../src/learn/match-train.ts'

const STREETS = 'Saranani Bunggasi Malaka Martandu Kijang Sorumba Tekaka Banteng'.split(' ')
const THINGS = ['Lampu jalan padam', 'Got mampet', 'Sampah menumpuk', 'Aspal berlubang']

/** Two tellings of one problem, and for each a near miss in another street. */
const letters = clusterLetters(
  STREETS.flatMap((street, n) =>
    THINGS.flatMap((thing, k) => {
      const id = `${n}${k}`
      const address = `Jl. ${street} No. ${n + 3 * k + 1}`
      const other = `Jl. ${STREETS[(n + 1) % STREETS.length]} No. ${n + 40}`
      const a = { text: `${thing} di depan rumah ${id}, tolong diperbaiki`, address }
      const b = { text: `mohon bantuan, ${thing.toLowerCase()} sejak kemarin ${id}b`, address }
      const c = { text: `${thing} di depan rumah, tolong segera ${id}c`, address: other }
      return [
        { id: `s${id}`, kind: 'letters' as const, a, b, same: true, sure: true },
        { id: `d${id}`, kind: 'letters' as const, a, b: c, same: false, sure: id !== '00' },
      ]
    }),
  ),
)
const rows = weighLetters(letters)

describe('training the comparison', () => {
  it('keeps all pairs that share a text in one cluster', () => {
    const clusters = new Map(letters.map(({ id, clusters }) => [id, clusters[0]]))
    assert.equal(clusters.get('s12'), clusters.get('d12'))
    assert.notEqual(clusters.get('s12'), clusters.get('s13'))
  })

  it('learns weights whose signs are those that the names promise', () => {
    const { weights } = fitWeights(rows)
    for (const part of FOR) assert.ok((weights[part] ?? 0) >= 0, part)
    for (const part of AGAINST) assert.ok((weights[part] ?? 0) <= 0, part)
  })

  it('judges pairs that it has not seen', () => {
    const scores = scorePairs(crossValidateMatch(rows, { folds: 4 }))
    assert.equal(scores.pairs, rows.length)
    assert.ok(scores.f1!.value > 0.95, String(scores.f1?.value))
    assert.ok(scores.confirmedPrecision!.value > 0.95)
  })

  it('is the same from the same pairs', () => {
    const digits = (_: string, value: unknown) =>
      typeof value === 'number' ? value.toFixed(6) : value
    const made = [rows, rows.toReversed()].map((each) => JSON.stringify(trainMatch(each), digits))
    assert.equal(made[0], made[1])
  })

  it('takes no post that is not heard, and no finished case as a near miss', () => {
    const told = { text: 'Lampu jalan padam di Jl. Saranani' }
    const posts = [
      { id: 'p1', told, group: 'g1', case: 'c1', isComplaint: true, isHeard: true },
      { id: 'p2', told, group: null, case: null, isComplaint: false, isHeard: false },
      { id: 'p3', told, group: 'g1', case: null, isComplaint: true, isHeard: true },
    ]
    const cases = [
      { id: 'c1', told, isOpen: false },
      { id: 'c2', told, isOpen: false },
    ]
    const made = weighPosts(posts, cases)
    assert.deepEqual(
      made.map(({ id, same }) => [id, same]),
      [
        ['p1 c1', true],
        ['p3 p1', true],
      ],
    )
  })
})

describe('scoring pairs', () => {
  const predict = (list: [same: boolean, score: number, verdict: string][]) =>
    list.map(([same, score, verdict], i) => ({
      row: { ...rows[0]!, id: `p${i}`, same },
      score,
      verdict: verdict as 'confirmed' | 'suggested' | 'different',
    }))

  it('counts what was found, what was confirmed, and the order', () => {
    const scores = scorePairs(
      predict([
        [true, 0.9, 'confirmed'],
        [false, 0.8, 'suggested'],
        [true, 0.7, 'suggested'],
        [true, 0.1, 'different'],
      ]),
    )
    assert.equal(scores.found, 3)
    assert.equal(scores.precision!.value, 2 / 3)
    assert.equal(scores.recall!.value, 2 / 3)
    assert.equal(scores.f1!.value, 2 / 3)
    assert.equal(scores.averagePrecision!.value, (1 + 2 / 3 + 3 / 4) / 3)
    assert.equal(scores.confirmedPrecision!.value, 1)
    assert.equal(scores.confirmedRecall!.value, 1 / 3)
  })

  it('gives no figure that the pairs do not have', () => {
    const empty = scorePairs([])
    assert.deepEqual([empty.f1, empty.averagePrecision, empty.calibrationError], [null, null, null])
  })

  it('names the surest wrong verdicts first', () => {
    const worst = worstPairs(
      predict([
        [false, 0.6, 'suggested'],
        [true, 0.9, 'confirmed'],
        [false, 0.95, 'confirmed'],
      ]),
      5,
    )
    assert.deepEqual(
      worst.map(({ row }) => row.id),
      ['p2', 'p0'],
    )
  })
})

describe('scoring groups', () => {
  const post = (
    id: string,
    group: string | null,
    put: string,
    more: Partial<GroupedPost> = {},
  ) => ({
    id,
    group,
    case: null,
    put,
    matches: [],
    ...more,
  })

  it('measures B-cubed over all posts, those of no problem alone', () => {
    const scores = scoreGroups([
      post('1', 'a', '1'),
      post('2', 'a', '1'),
      post('3', 'b', '1'),
      post('4', null, '4'),
    ])
    assert.equal(scores.precision, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert.equal(scores.recall, 1)
    assert.deepEqual([scores.joined, scores.astrayIds], [2, ['3']])
  })

  it('counts the right case among the first three, and what was attached wrongly', () => {
    const match = (name: string, verdict = 'suggested') => ({ case: name, verdict })
    const scores = scoreGroups([
      post('1', 'a', '1', { case: 'x', matches: [match('y', 'confirmed'), match('x')] }),
      post('2', 'b', '2', { case: 'y', matches: [match('y', 'confirmed')] }),
      post('3', 'c', '3', { case: 'z', matches: [] }),
    ])
    assert.equal(scores.topThree!.value, 2 / 3)
    assert.deepEqual([scores.confirmed, scores.wrong], [2, 1])
    assert.deepEqual([scores.wrongIds, scores.missedIds], [['1'], ['3']])
  })
})
