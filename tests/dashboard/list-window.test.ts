import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  PAGE_ROWS,
  pagesAround,
  rangeOf,
  revealBy,
} from '../../dashboard/src/pages/queue/list-window.ts'

const HIGH = 100
const at = (top: number, count = 10_000, height = 700) => ({ top, height, rowHeight: HIGH, count })

test('of ten thousand rows about thirty stand on the page, wherever one looks', () => {
  for (const top of [0, 450, 123_456, 999_300]) {
    const { start, end } = rangeOf(at(top))
    assert.ok(end - start <= 40, `${start}-${end}`)
  }
})

test('every row that can be seen stands on the page', () => {
  const box = fc.record({
    top: fc.integer({ min: -500, max: 1_100_000 }),
    height: fc.integer({ min: 0, max: 2000 }),
    count: fc.integer({ min: 0, max: 10_000 }),
  })
  fc.assert(
    fc.property(box, ({ top, height, count }) => {
      const { start, end } = rangeOf(at(top, count, height))
      assert.ok(start >= 0 && end <= count && (count === 0 || start < count))
      const seen = Math.floor((Math.max(0, top) + height / 2) / HIGH)
      if (seen < count) assert.ok(start <= seen && seen < end, `${seen} of ${start}-${end}`)
    }),
  )
})

test('a step of one row mostly leaves the window as it is', () => {
  assert.deepEqual(rangeOf(at(1600)), rangeOf(at(1650)))
})

test('a row in sight scrolls nothing; one beyond an edge comes just wholly into sight', () => {
  assert.equal(revealBy(at(1000), 12), 0)
  assert.equal(revealBy(at(1000), 9), -100)
  assert.equal(revealBy(at(1000), 17), 100)
  assert.equal(revealBy(at(1000), 0), -1000)
})

test('a row that is higher than the window shows its beginning', () => {
  assert.equal(revealBy({ top: 0, height: 60, rowHeight: HIGH }, 2), 200)
})

test('rows are asked for in whole pages, the next one before its border is reached', () => {
  const ids = Array.from({ length: 350 }, (_, index) => index)
  assert.deepEqual(pagesAround(ids, { start: 0, end: 24 }), ids.slice(0, PAGE_ROWS))
  assert.deepEqual(pagesAround(ids, { start: 72, end: 96 }), ids.slice(0, 2 * PAGE_ROWS))
  assert.deepEqual(pagesAround(ids, { start: 320, end: 350 }), ids.slice(300))
})
