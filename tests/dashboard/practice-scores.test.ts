import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  kindsToLearn,
  lessonsOf,
  readKept,
  sumOf,
  withRound,
  type Result,
} from '../../dashboard/src/pages/practice/scores.ts'

type Made = Result['choice']
const result = (choice: Made, made: Made, points: number): Result => ({
  choice,
  answer: {
    id: 1,
    agrees: points === 10 ? 'whole' : points === 5 ? 'act' : 'none',
    points,
    made,
    role: 'humas',
    note: null,
    category: null,
    agency: null,
    case: null,
  },
})
const because = (reason: 'spam' | 'unclear' | 'private'): Made => ({ act: 'dismiss', reason })

test('lessons name what was taken for what, the most frequent first', () => {
  const results = [
    result(because('unclear'), because('private'), 5),
    result({ act: 'open' }, because('spam'), 0),
    result(because('unclear'), because('private'), 5),
    result({ act: 'open' }, { act: 'open' }, 10),
  ]
  const lessons = lessonsOf(results)
  assert.deepEqual(lessons, [
    { chosen: 'unclear', made: 'private', count: 2 },
    { chosen: 'open', made: 'spam', count: 1 },
  ])
  assert.deepEqual(kindsToLearn(lessons), ['private', 'unclear', 'spam', 'open'])
  assert.equal(sumOf(results), 20)
})

test('merged into another case is a lesson of its own', () => {
  const merge = (caseId: number): Made => ({ act: 'merge', caseId })
  assert.deepEqual(lessonsOf([result(merge(1), merge(2), 5)]), [
    { chosen: 'merge', made: 'merge', count: 1 },
  ])
})

test('a browser keeps ten rounds and two hundred items', () => {
  let kept = { rounds: [] as { at: string; points: number; most: number }[], seen: [] as number[] }
  for (let round = 0; round < 30; round += 1) {
    const ids = Array.from({ length: 10 }, (_, index) => round * 10 + index)
    kept = withRound(kept, { at: '2026-05-01T00:00:00Z', points: round, most: 100 }, ids)
  }
  assert.deepEqual([kept.rounds.length, kept.seen.length], [10, 200])
  assert.equal(kept.rounds.at(-1)!.points, 29)
  assert.equal(kept.seen.at(-1), 299)
})

test('what a browser has kept is not trusted', () => {
  for (const text of [
    'no json',
    '{"rounds":3}',
    '{"rounds":[{"at":"x"}],"seen":["1",2]}',
    'null',
  ]) {
    const store = { getItem: () => text }
    Object.assign(globalThis, { localStorage: store })
    const { rounds, seen } = readKept(1)
    assert.deepEqual(rounds, [])
    assert.ok(seen.every((id) => Number.isInteger(id)))
  }
})
