import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addUp, countIn, shareOf, times, type Estimate } from '../../src/trends/interval.ts'

const about = (value: number, wanted: number, within = 0.001) =>
  assert.ok(Math.abs(value - wanted) <= within, `${value}, not ${wanted}`)
const exact = (value: number): Estimate => ({ value, low: value, high: value })
/** `seen` of `judged` posts, each with the same weight. */
const plain = (size: number, judged: number, seen: number) =>
  countIn({
    size,
    weights: Array.from({ length: judged }, () => 1),
    found: Array.from({ length: judged }, (_, index) => index < seen),
  })

test('in a large stratum the limits are the exact ones of tables', () => {
  // Clopper and Pearson: 10 of 50 give 0.1003 to 0.3372, 1 of 10 gives 0.0025 to 0.4450.
  const ten = plain(1e9, 50, 10)
  about(ten.value / 1e9, 0.2)
  about(ten.low / 1e9, 0.1003, 0.0001)
  about(ten.high / 1e9, 0.3372, 0.0001)
  const one = plain(1e9, 10, 1)
  about(one.low / 1e9, 0.0025, 0.0001)
  about(one.high / 1e9, 0.445, 0.0001)
})

test('where nothing was found, the upper limit says how many there may be', () => {
  const { value, low, high } = plain(1e9, 100, 0)
  assert.deepEqual([value, low], [0, 0])
  about(high / 1e9, 1 - 0.025 ** (1 / 100), 1e-6)
})

test('where all were judged nothing is left to estimate', () => {
  assert.deepEqual(plain(7, 7, 2), exact(2))
})

test('where nobody judged nothing is known', () => {
  assert.deepEqual(plain(40, 0, 0), { value: 0, low: 0, high: 40 })
})

test('what was found and what was cleared is certain', () => {
  const { low, high } = plain(20, 15, 3)
  assert.ok(low >= 3)
  assert.ok(high <= 8)
})

test('uneven weights say less than even ones', () => {
  const even = plain(1000, 10, 2)
  const found = [true, false, true, ...Array.from({ length: 7 }, () => false)]
  const uneven = countIn({ size: 1000, weights: [9, 9, 1, 1, 1, 1, 1, 1, 1, 1], found })
  assert.ok(uneven.high - uneven.low > even.high - even.low)
})

test('a sum keeps the distance of strata where nothing was found', () => {
  const sum = addUp([
    { value: 10, low: 7, high: 14 },
    { value: 0, low: 0, high: 3 },
  ])
  assert.deepEqual(sum, { value: 10, low: 7, high: 15 })
  assert.deepEqual(addUp([]), exact(0))
})

test('a share of two known numbers is known', () => {
  const { value, low, high } = shareOf(exact(90), exact(10))!
  for (const limit of [value, low, high]) about(limit, 0.9, 1e-9)
  assert.equal(shareOf(exact(0), exact(0)), null)
})

test('where nothing was missed, the share may still be less than all', () => {
  const { value, low, high } = shareOf(
    { value: 80, low: 70, high: 88 },
    { value: 0, low: 0, high: 20 },
  )!
  assert.deepEqual([value, high], [1, 1])
  assert.ok(low > 0.78 && low < 0.8, String(low))
})

test('where nothing was heard for sure, the lower limit is 0', () => {
  const share = shareOf({ value: 0, low: 0, high: 4 }, { value: 5, low: 2, high: 9 })!
  assert.deepEqual([share.value, share.low], [0, 0])
  assert.ok(share.high > 0.2 && share.high < 1)
})

const estimate = fc
  .tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000))
  .map((each) => each.toSorted((a, b) => a - b))
  .map(([low, value, high]) => ({ value: value!, low: low!, high: high! }))

const isWithin = ({ value, low, high }: Estimate, from: number, to: number) =>
  assert.ok(from <= low && low <= value && value <= high && high <= to, `${low} ${value} ${high}`)

test('every figure lies in its interval, whatever the sample', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.boolean()), { maxLength: 40 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 40, max: 100_000 }), (judged, size) => {
      const weights = judged.map(([weight]) => weight)
      const found = judged.map(([, isFound]) => isFound)
      isWithin(countIn({ size, weights, found }), 0, size)
    }),
  )
  fc.assert(fc.property(fc.array(estimate), (parts) => isWithin(addUp(parts), 0, Infinity)))
  fc.assert(
    fc.property(estimate, estimate, (part, rest) => {
      const share = shareOf(part, rest)
      if (share) isWithin(share, -1e-9, 1 + 1e-9)
    }),
  )
  fc.assert(fc.property(estimate, (each) => isWithin(times(each, 3), 0, 3000)))
})
