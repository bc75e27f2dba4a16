import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareFigures, isRough } from '../../dashboard/src/pages/models/compare.ts'
import { card } from '../learn/models.ts'

const estimate = (value: number) => ({ value, low: 0, high: 1 })

/** What the screen says of each figure, by name. */
const verdicts = (before: object, after: object) => {
  const { champion, challenger, ...made } = card(0.7, 0.7)
  const rows = compareFigures({
    ...made,
    champion: { ...champion, figures: { ...champion.figures, ...before } },
    challenger: { ...challenger, figures: { ...challenger.figures, ...after } },
  })
  return Object.fromEntries(rows.map(({ name, verdict }) => [name, verdict]))
}

test('more is better, but a smaller calibration error is', () => {
  const before = { recall: estimate(0.8), calibrationError: estimate(0.08) }
  const after = { recall: estimate(0.79), calibrationError: estimate(0.05) }
  const said = verdicts(before, after)
  assert.deepEqual([said['recall'], said['calibrationError']], ['worse', 'better'])
  assert.equal(verdicts(after, before)['recall'], 'better')
})

test('what would be shown as no difference is called none', () => {
  assert.equal(verdicts({ f1: estimate(0.7) }, { f1: estimate(0.7004) })['f1'], 'same')
})

test('a figure that one of them does not have cannot be compared', () => {
  assert.equal(verdicts({ precision: null }, {})['precision'], 'unknown')
})

test('few held-out decisions are called rough', () => {
  assert.equal(isRough({ ...card(), heldOut: 40 }), true)
  assert.equal(isRough({ ...card(), heldOut: 400 }), false)
})
