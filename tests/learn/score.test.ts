import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bootstrap } from '../../src/learn/bootstrap.ts'
import { share, wilson } from '../../src/learn/interval.ts'
import type { Prediction } from '../../src/learn/prediction.ts'
import { makeRandom } from '../../src/learn/linear.ts'
import { scoreClasses } from '../../src/learn/score-classes.ts'
import { scoreGenre } from '../../src/learn/score-genre.ts'
import { scoreReader, scoreRows } from '../../src/learn/score.ts'
import { worstErrors } from '../../src/learn/worst-errors.ts'
import { emptyReading } from './readings.ts'

type Made = Partial<Prediction['example']> & {
  probability: number
  found?: boolean
  categories?: Prediction['categories']
  readUrgent?: boolean
}

/** A prediction; found where the probability is at least one half, unless told. */
function row({ probability, found, categories = [], readUrgent = false, ...label }: Made) {
  return {
    example: {
      id: 'a',
      text: 'a',
      complaint: false,
      category: null,
      urgent: false,
      sure: true,
      weight: 1,
      ...label,
    },
    complaint: found ?? probability >= 0.5,
    probability,
    categories,
    urgent: readUrgent,
  } satisfies Prediction
}

const near = (actual: number | undefined, expected: number, tolerance = 5e-4) =>
  assert.ok(Math.abs((actual ?? NaN) - expected) <= tolerance, `${actual} is not ${expected}`)

describe('score', () => {
  // By hand: ranked 1 0 1 1 0 0; AP = 1/3 (1/1 + 2/3 + 3/4) = 0.80556.
  const rows = [
    row({ probability: 0.95, complaint: true, channel: 'x' }),
    row({ probability: 0.85, channel: 'x' }),
    row({ probability: 0.65, complaint: true, channel: 'x', sure: false }),
    row({ probability: 0.35, complaint: true, channel: 'news' }),
    row({ probability: 0.15, channel: 'news' }),
    row({ probability: 0.05, channel: 'news', sure: false }),
  ]

  it('gives the figures that one counts by hand', () => {
    const { all, sure } = scoreRows(rows)
    assert.deepEqual(
      [all.posts, all.complaints, all.found, all.right, sure.posts, sure.complaints],
      [6, 3, 3, 2, 4, 2],
    )
    near(all.precision?.value, 2 / 3)
    near(all.recall?.value, 2 / 3)
    near(all.f1?.value, 2 / 3)
    near(all.averagePrecision?.value, 0.80556)
    // Sure ones: 1 0 1 0; AP = 1/2 (1 + 2/3).
    near(sure.averagePrecision?.value, 0.83333)
    // From 0.35 on: three of four, none missed.
    assert.deepEqual(all.bestF1?.threshold, 0.35)
    near(all.bestF1?.f1, 6 / 7)
  })

  it('gives the calibration error that one counts by hand, bin by bin', () => {
    const { all } = scoreRows(rows)
    // One row in each of six bins: (0.05 + 0.85 + 0.35 + 0.65 + 0.15 + 0.05) / 6.
    near(all.calibrationError?.value, 0.35)
    assert.equal(all.bins.length, 10)
    assert.deepEqual(all.bins[1], {
      from: 0.1,
      to: 0.2,
      posts: 1,
      meanProbability: 0.15,
      complaintShare: 0,
    })
    assert.deepEqual(
      all.bins.map((bin) => bin.posts),
      [1, 1, 0, 1, 0, 0, 1, 0, 1, 1],
    )
    assert.equal(scoreRows([row({ probability: 1 })]).all.bins[9]?.posts, 1)
  })

  it('scores each channel by itself', () => {
    const { channels } = scoreRows(rows)
    assert.deepEqual(
      channels.map(({ channel, posts, complaints, found }) => [channel, posts, complaints, found]),
      [
        ['news', 3, 1, 0],
        ['x', 3, 2, 3],
      ],
    )
    assert.equal(channels[0]?.precision, null)
    near(channels[1]?.f1 ?? NaN, 0.8)
  })

  it('scores urgency, and categories of the complaints that were found only', () => {
    const scores = scoreRows([
      row({ probability: 1, complaint: true, category: 'air', categories: ['air', 'jalan'] }),
      row({ probability: 1, complaint: true, category: 'jalan', categories: ['air', 'jalan'] }),
      row({ probability: 1, complaint: true, category: 'jalan', urgent: true, readUrgent: true }),
      row({ probability: 0, complaint: true, category: 'sampah', urgent: true }),
      row({ probability: 1, categories: ['aparat'], readUrgent: true }),
    ])
    const { texts, accuracy, topThree, macroF1, classes, confusions } = scores.categories
    assert.equal(texts, 3)
    near(accuracy?.value, 1 / 3)
    near(topThree?.value, 2 / 3)
    // air: 2·1/(1+2); jalan: 0. What was read as nothing is no class.
    near(macroF1?.value, 1 / 3)
    assert.deepEqual(
      classes.map(({ label, labelled, read, right }) => [label, labelled, read, right]),
      [
        ['air', 1, 2, 1],
        ['jalan', 2, 0, 0],
      ],
    )
    assert.deepEqual(confusions, [
      { label: 'jalan', read: '-', texts: 1 },
      { label: 'jalan', read: 'air', texts: 1 },
    ])
    near(scores.urgent.precision?.value, 0.5)
    near(scores.urgent.recall?.value, 0.5)
  })

  it('says nothing where there is nothing to say it of', () => {
    for (const scores of [scoreRows([]), scoreRows([row({ probability: 0 })])]) {
      assert.equal(scores.all.recall, null)
      assert.equal(scores.all.f1, null)
      assert.equal(scores.all.averagePrecision, null)
      assert.equal(scores.all.bestF1, null)
      assert.equal(scores.categories.accuracy, null)
      assert.deepEqual(JSON.parse(JSON.stringify(scores)), scores)
    }
  })

  it('refuses a probability that is none', () => {
    for (const probability of [NaN, -0.1, 1.1]) {
      assert.throws(() => scoreRows([row({ probability })]), /score: a was read with/)
    }
  })

  it('has a reader read text, title and channel of each example', () => {
    const seen: unknown[] = []
    const scores = scoreReader(
      (message) => {
        seen.push(message)
        return { ...emptyReading, complaint: true, probability: 0.9, category: 'air' }
      },
      [row({ probability: 0, title: 'b', channel: 'news' }).example],
    )
    assert.deepEqual(seen, [{ text: 'a', title: 'b', channel: 'news' }])
    assert.equal(scores.all.found, 1)
  })

  it('names the wrong verdicts of which the reader was surest', () => {
    const wrong = worstErrors([...rows, row({ probability: 0.9, complaint: true, id: 'b' })], 5)
    assert.deepEqual(
      wrong.map(({ probability }) => probability),
      [0.85, 0.35],
    )
  })

  it('scores letters and news by the share that is found', () => {
    const letters = [0.9, 0.9, 0.9, 0.1].map((probability) => row({ probability, complaint: true }))
    assert.equal(scoreGenre(letters).found?.value, 0.75)
  })
})

const anyRows = fc.array(
  fc.record({
    probability: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
    complaint: fc.boolean(),
    found: fc.boolean(),
    sure: fc.boolean(),
    channel: fc.constantFrom('x', 'news'),
  }),
  { minLength: 1, maxLength: 30 },
)

describe('score, for any rows', () => {
  it('does not depend on the order of the rows, intervals included', () => {
    fc.assert(
      fc.property(anyRows, fc.integer(), (made, seed) => {
        const rows = made.map(row)
        const next = makeRandom(seed)
        const mixed = rows
          .map((each) => ({ each, at: next() }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each)
        assert.deepEqual(scoreRows(mixed), scoreRows(rows))
      }),
      { numRuns: 30 },
    )
  })

  it('gives an average precision of 1 to a perfect ranking, and never more', () => {
    fc.assert(
      fc.property(anyRows, (made) => {
        const rows = made.map(row)
        const { averagePrecision, f1 } = scoreRows(rows).all
        for (const figure of [averagePrecision, f1]) {
          if (figure) assert.ok(figure.value >= 0 && figure.value <= 1 + 1e-12)
        }
        if (averagePrecision === null) return
        const perfect = made.map((each) =>
          row({ ...each, probability: each.complaint ? 0.7 : 0.6 }),
        )
        assert.equal(scoreRows(perfect).all.averagePrecision?.value, 1)
        const blind = made.map((each) => row({ ...each, probability: 0.5 }))
        const base = made.filter(({ complaint }) => complaint).length / made.length
        near(scoreRows(blind).all.averagePrecision?.value, base, 1e-12)
      }),
      { numRuns: 30 },
    )
  })

  it('finds hardly any calibration error where probabilities come true', () => {
    const next = makeRandom(1)
    const rows = Array.from({ length: 20_000 }, () => {
      const probability = next()
      return row({ probability, complaint: next() < probability })
    })
    const { calibrationError } = scoreRows(rows).all
    assert.ok(calibrationError && calibrationError.value < 0.02 && calibrationError.high < 0.03)
    const bold = rows.map((each) => ({ ...each, probability: each.probability > 0.5 ? 1 : 0 }))
    near(scoreRows(bold).all.calibrationError?.value, 0.25, 0.02)
  })
})

describe('intervals', () => {
  it('gives the Wilson intervals of the books', () => {
    // R. Newcombe, Statistics in Medicine 17, 1998, table I, method 3.
    for (const [part, whole, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilson(part, whole)
      near(interval.low, low, 1e-4)
      near(interval.high, high, 1e-4)
    }
    assert.deepEqual(wilson(0, 0), { low: 0, high: 1 })
    assert.equal(wilson(7, 7).high, 1)
    assert.equal(share(0, 0), null)
  })

  it('draws an interval that agrees with the formula where there is one', () => {
    const isRight = Array.from({ length: 400 }, (_, n) => n % 4 === 0)
    const measure = (times: Uint16Array) => [
      isRight.reduce((sum, right, n) => sum + (right ? times[n]! : 0), 0) / 400,
      Number.NaN,
    ]
    const [interval, nothing] = bootstrap(400, measure)
    near(interval?.low, wilson(100, 400).low, 0.01)
    near(interval?.high, wilson(100, 400).high, 0.01)
    assert.equal(nothing, null)
    assert.deepEqual(bootstrap(400, measure), [interval, nothing])
  })

  it('takes less than five seconds for ten thousand posts', () => {
    const next = makeRandom(2)
    const rows = Array.from({ length: 10_000 }, () =>
      row({ probability: next(), complaint: next() < 0.15 }),
    )
    const start = performance.now()
    scoreRows(rows)
    assert.ok(performance.now() - start < 5_000)
  })
})

describe('scoreClasses', () => {
  it('takes the plain mean of the F1 of all classes that were labelled or read', () => {
    const scores = scoreClasses([
      { label: 'a', ranked: ['a', 'b', 'c', 'd'] },
      { label: 'a', ranked: ['b', 'c', 'd', 'a'] },
      { label: 'b', ranked: ['b'] },
      { label: 'b', ranked: ['c', 'b'] },
    ])
    near(scores.accuracy?.value, 0.5)
    near(scores.topThree?.value, 0.75)
    // a: 2·1/(2+1), b: 2·1/(2+2), c: 0.
    near(scores.macroF1?.value, (2 / 3 + 1 / 2) / 3)
    assert.ok(scores.macroF1!.low <= scores.macroF1!.value)
  })
})
