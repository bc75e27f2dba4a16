import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allocate } from '../../src/triage/allocate.ts'

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)

test('the sample is shared out in proportion', () => {
  assert.deepEqual(allocate([500, 300, 200], 20), [10, 6, 4])
})

test('a small channel is heard, too', () => {
  assert.deepEqual(allocate([10_000, 3, 1], 20), [18, 1, 1])
})

test('with fewer posts than wanted all of them are drawn', () => {
  assert.deepEqual(allocate([4, 1], 20), [4, 1])
})

test('with more channels than wanted each has one', () => {
  assert.deepEqual(allocate([5, 5, 5], 2), [1, 1, 1])
})

test('nothing gives nothing', () => {
  assert.deepEqual(allocate([], 20), [])
})

test('whatever the sizes: at least one each, never more than there are, and as many as wanted', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 60 }), (each, wanted) => {
      const given = allocate(each, wanted)
      for (const [index, count] of given.entries()) {
        assert.ok(count >= 1 && count <= each[index]!)
        const share = (each[index]! / sum(each)) * wanted
        assert.ok(count <= Math.max(1, Math.ceil(share)) + each.length, 'near its share')
      }
      assert.equal(sum(given), Math.min(sum(each), Math.max(wanted, each.length)))
    }),
  )
})
