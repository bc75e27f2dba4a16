import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growing, weekOf } from '../../src/home/growing.ts'

test('two weeks are fourteen days, the oldest first, with the sums of their halves', () => {
  const week = weekOf([
    { ago: 0, count: 4 },
    { ago: 6, count: 1 },
    { ago: 7, count: 2 },
    { ago: 13, count: 3 },
    { ago: 14, count: 99 },
    { ago: -1, count: 99 },
  ])
  assert.deepEqual([week.now, week.before], [5, 5])
  assert.deepEqual(week.days, [3, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 4])
})

test('what chance explains least comes first; what shrinks or is rare is not named', () => {
  const rows = [
    ...told('jalan', 100, 90),
    ...told('sampah', 20, 5),
    ...told('air', 2, 0),
    ...told('listrik', 3, 9),
    ...told(null, 4, 0),
  ]
  assert.deepEqual(
    growing(rows).map(({ category }) => category),
    ['sampah', null, 'jalan'],
  )
})

const told = (category: string | null, now: number, before: number) => [
  { category, ago: 1, count: now },
  { category, ago: 8, count: before },
]
