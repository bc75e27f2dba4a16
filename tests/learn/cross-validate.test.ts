import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { crossValidate } from '../../src/learn/cross-validate.ts'
import type { Example } from '../../src/learn/example.ts'
import { dealFolds } from '../../src/learn/folds.ts'
import { emptyReading } from './readings.ts'

const example = (n: number, complaint = n % 5 === 0): Example => ({
  id: `${n}`,
  text: `keluhan nomor ${n}`,
  channel: n % 3 === 0 ? 'x' : 'news',
  complaint,
  category: null,
  urgent: false,
  sure: true,
  weight: 1,
})
const EXAMPLES = Array.from({ length: 103 }, (_, n) => example(n))

describe('dealFolds', () => {
  it('deals complaints and others of each channel evenly', () => {
    const foldOf = dealFolds(EXAMPLES, 5)
    for (const channel of ['x', 'news']) {
      for (const complaint of [true, false]) {
        const sizes = [0, 0, 0, 0, 0]
        for (const [n, each] of EXAMPLES.entries()) {
          if (each.channel === channel && each.complaint === complaint) sizes[foldOf[n]!]! += 1
        }
        assert.ok(
          Math.max(...sizes) - Math.min(...sizes) <= 1,
          `${channel} ${complaint} ${sizes.join()}`,
        )
      }
    }
  })

  it('gives each text the same fold in whatever order they come, and another by another seed', () => {
    const foldOf = dealFolds(EXAMPLES, 5)
    assert.deepEqual(dealFolds(EXAMPLES.toReversed(), 5).toReversed(), foldOf)
    assert.notDeepEqual(dealFolds(EXAMPLES, 5, 1), foldOf)
  })
})

describe('crossValidate', () => {
  it('reads each text once, by a reader that has seen neither it nor its like', () => {
    const like = (each: Example): Example => ({
      ...each,
      text: `@user ${each.text.toUpperCase()}!`,
    })
    const stranger = example(1_000)
    const trained: number[] = []
    const predictions = crossValidate({
      examples: EXAMPLES,
      extra: [...EXAMPLES.map(like), stranger],
      folds: 4,
      learn: (training, fold) => {
        trained[fold] = training.length
        assert.ok(training.includes(stranger))
        const known = training.map(({ text }) => text.toLowerCase())
        return ({ text }) => {
          assert.ok(!known.some((each) => each.includes(`${text} `) || each.endsWith(text)))
          return { ...emptyReading, probability: fold / 10 }
        }
      },
    })
    assert.deepEqual(
      predictions.map((each) => each.example),
      EXAMPLES,
    )
    const foldOf = dealFolds(EXAMPLES, 4)
    assert.deepEqual(
      predictions.map((each) => each.probability * 10),
      foldOf,
    )
    assert.deepEqual(
      trained,
      [0, 1, 2, 3].map((fold) => foldOf.filter((each) => each !== fold).length + 1),
    )
  })
})
