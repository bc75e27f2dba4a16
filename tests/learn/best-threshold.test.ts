import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bestThreshold } from '../../src/learn/best-threshold.ts'

const cut = (label: number, probability: number, weight = 1) => ({ label, probability, weight })

describe('where to cut', () => {
  it('parts what can be parted', () => {
    const threshold = bestThreshold([cut(1, 0.9), cut(1, 0.7), cut(0, 0.3), cut(0, 0.1)])
    assert.ok(threshold > 0.3 && threshold <= 0.7, String(threshold))
  })

  it('is a half when there is no complaint to find', () => {
    assert.equal(bestThreshold([cut(0, 0.9), cut(0, 0.2)]), 0.5)
    assert.equal(bestThreshold([]), 0.5)
  })

  it('listens more to labels of more weight', () => {
    const rows = [cut(1, 0.9), cut(0, 0.6, 0.1), cut(1, 0.5)]
    assert.ok(bestThreshold(rows) < 0.5)
  })

  it('lies between 0 and 1, whatever the order of the rows', () => {
    const row = fc.record({
      label: fc.constantFrom(0, 1),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.constantFrom(0.5, 1),
    })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const threshold = bestThreshold(rows)
        assert.ok(threshold >= 0 && threshold <= 1)
        assert.equal(bestThreshold(rows.toReversed()), threshold)
      }),
    )
  })
})
