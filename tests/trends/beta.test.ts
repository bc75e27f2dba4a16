import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { betaBelow, betaQuantile } from '../../src/trends/beta.ts'

const about = (value: number, wanted: number, within = 1e-9) =>
  assert.ok(Math.abs(value - wanted) <= within, `${value}, not ${wanted}`)

test('the distribution has its known values', () => {
  about(betaBelow(0.3, 1, 1), 0.3)
  about(betaBelow(0.5, 4, 4), 0.5)
  about(betaBelow(0.2, 1, 7), 1 - 0.8 ** 7)
  about(betaBelow(0.9, 5, 1), 0.9 ** 5)
  // The chance of 3 or more of 10 at 0.25, a binomial sum.
  const fewer = [0, 1, 2].map((n) => [1, 10, 45][n]! * 0.25 ** n * 0.75 ** (10 - n))
  about(betaBelow(0.25, 3, 8), 1 - fewer.reduce((sum, each) => sum + each))
})

test('the ends are certain', () => {
  assert.equal(betaBelow(0, 2, 3), 0)
  assert.equal(betaBelow(1, 2, 3), 1)
})

test('the quantile is the inverse, for whole numbers and broken ones, small and large', () => {
  const shape = fc.double({ min: 0.01, max: 5000, noNaN: true })
  fc.assert(
    fc.property(fc.constantFrom(0.025, 0.5, 0.975), shape, shape, (chance, a, b) => {
      const at = betaQuantile(chance, a, b)
      assert.ok(at >= 0 && at <= 1)
      // So near 0 or 1 that numbers have no more places: nothing to invert.
      if (at > 1e-9 && at < 1 - 1e-9) about(betaBelow(at, a, b), chance, 1e-6)
    }),
  )
})
