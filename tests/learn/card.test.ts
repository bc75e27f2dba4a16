import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Figures, whyNotBetter } from '../../src/learn/card.ts'
import { card, figures } from './models.ts'

const estimate = (value: number) => ({ value, low: 0, high: 1 })
const why = (change: Partial<Figures>, before: Partial<Figures> = {}) => {
  const made = card()
  return whyNotBetter({
    ...made,
    champion: { name: 'a', figures: { ...figures(0.7), ...before } },
    challenger: { name: 'b', figures: { ...figures(0.75), ...change } },
  })
}

test('a higher average precision alone is better', () => {
  assert.equal(why({}), null)
})

test('the same or a lower average precision is not better, and the figures are named', () => {
  assert.match(why({ averagePrecision: estimate(0.7) })!, /dari 70,0 % menjadi 70,0 %/)
  assert.match(why({ averagePrecision: estimate(0.6) })!, /presisi rata-rata/)
  assert.match(why({ averagePrecision: null })!, /tidak terukur/)
})

test('recall and category accuracy may fall by one point, not by more', () => {
  for (const [key, before] of [
    ['recall', 0.8],
    ['categoryAccuracy', 0.85],
  ] as const) {
    assert.equal(why({ [key]: estimate(before - 0.01) }), null, key)
    assert.match(why({ [key]: estimate(before - 0.011) })!, /turun/, key)
    assert.match(why({ [key]: null })!, /tidak terukur/, key)
  }
})

test('where the champion found nothing to sort, the categories cannot get worse', () => {
  assert.equal(why({ categoryAccuracy: null }, { categoryAccuracy: null }), null)
})
