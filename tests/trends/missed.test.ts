import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allocate } from '../../src/triage/allocate.ts'
import { missedBy, missedOf, type DrawnPost } from '../../src/trends/missed.ts'

const post = (more: Partial<DrawnPost>): DrawnPost => ({
  day: '2026-11-22',
  channel: 'x',
  sourceId: 1,
  category: null,
  size: 100,
  isComplaint: false,
  ...more,
})
const posts = (count: number, more: Partial<DrawnPost> = {}) =>
  Array.from({ length: count }, () => post(more))

test('each post stands for as many as were set aside for one that was judged', () => {
  const { setAside, judged, found, missed, unknown } = missedOf([
    ...posts(9),
    post({ isComplaint: true }),
    ...posts(5, { channel: 'news', size: 400 }),
  ])
  assert.deepEqual([setAside, judged, found, unknown], [500, 15, 1, 0])
  assert.equal(missed!.value, 10)
  assert.ok(missed!.low >= 1)
  assert.ok(missed!.high > 100, 'five of 400 say little')
})

test('what nobody judged, or the text did not tell, is not in the share', () => {
  const { missed } = missedOf([
    post({ isComplaint: true }),
    ...posts(3),
    ...posts(6, { isComplaint: null }),
  ])
  assert.equal(missed!.value, 25)
})

test('a day that nobody judged is taken to be like the others of its channel', () => {
  const idle = posts(5, { day: '2026-11-23', size: 300, isComplaint: null })
  const { setAside, missed } = missedOf([post({ isComplaint: true }), ...posts(3), ...idle])
  assert.equal(setAside, 400)
  assert.equal(missed!.value, 100)
})

test('a channel that nobody judged is not spoken of', () => {
  const silent = posts(2, { channel: 'tiktok', size: 70, isComplaint: null })
  const { setAside, unknown, drawn } = missedOf([...posts(4), ...silent])
  assert.deepEqual([setAside, unknown, drawn], [100, 70, 6])
})

test('without any verdict there is no figure', () => {
  const { missed, unknown } = missedOf(posts(3, { isComplaint: null }))
  assert.deepEqual([missed, unknown], [null, 100])
  assert.equal(missedOf([]).missed, null)
})

test('by source and by category the figures add up to the whole', () => {
  const all = [
    ...posts(6),
    ...posts(3, { sourceId: 2, category: 'jalan', isComplaint: true }),
    ...posts(4, { channel: 'news', size: 40, sourceId: 3 }),
    post({ channel: 'news', size: 40, sourceId: 3, category: 'jalan', isComplaint: true }),
    ...posts(8, { day: '2026-11-23', size: 60 }),
  ]
  const whole = missedOf(all).missed!.value
  for (const keyOf of [
    (each: DrawnPost) => each.sourceId,
    (each: DrawnPost) => each.category,
    (each: DrawnPost) => each.channel,
  ]) {
    const parts = [...missedBy<unknown>(all, keyOf).values()]
    const sum = parts.reduce((total, each) => total + each.missed!.value, 0)
    assert.ok(Math.abs(sum - whole) < 1e-9, `${sum}, not ${whole}`)
    assert.ok(Math.abs(parts.reduce((total, each) => total + each.setAside, 0) - 200) < 1e-9)
  }
})

test('whatever was judged, the interval is in order and holds what is certain', () => {
  const row = fc.record({
    day: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22'),
    channel: fc.constantFrom('x', 'news', 'tiktok'),
    isComplaint: fc.constantFrom(true, false, null),
  })
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 80 }),
      fc.integer({ min: 80, max: 5000 }),
      (rows, size) => {
        const { missed, found, setAside, judged } = missedOf(
          rows.map((each) => post({ ...each, size })),
        )
        if (!missed) return assert.equal(judged, 0)
        assert.ok(missed.low <= missed.value + 1e-9 && missed.value <= missed.high + 1e-9)
        assert.ok(missed.low >= found - 1e-9 && missed.high <= setAside + 1e-9)
        if (found === 0) assert.equal(missed.value, 0)
        assert.ok(judged === setAside || missed.high > 0)
      },
    ),
  )
})

/** Chance that can be repeated (a linear congruential generator; the high bits are good enough here). */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A month of a town: [channel, set aside a day, share of complaints among them]. */
type Town = [channel: string, size: number, share: number][]
const TOWNS: Record<string, Town> = {
  'few misses in a large town': [
    ['x', 600, 0.01],
    ['news', 300, 0.002],
    ['facebook', 100, 0.02],
  ],
  'many misses': [
    ['x', 200, 0.1],
    ['news', 100, 0.02],
    ['tiktok', 10, 0.3],
  ],
  'a small town': [
    ['x', 25, 0.04],
    ['news', 10, 0.01],
  ],
  'almost none': [
    ['x', 500, 0.0005],
    ['news', 200, 0.0005],
  ],
}

/** Sets aside, draws and judges 30 days. @returns how many were missed in truth, and what is estimated */
function month(town: Town, chance: () => number) {
  const drawn: DrawnPost[] = []
  let truth = 0
  for (let day = 0; day < 30; day++) {
    // Some days are busier than others.
    const sizes = town.map(([, size]) => Math.max(1, Math.round(size * (0.5 + chance()))))
    const counts = allocate(sizes, 20)
    for (const [index, [channel, , share]] of town.entries()) {
      const size = sizes[index]!
      const complaints = Array.from({ length: size }, () => chance() < share)
      truth += complaints.filter(Boolean).length
      // Each was set aside by chance, so the first ones are as good as any.
      for (const isComplaint of complaints.slice(0, counts[index])) {
        drawn.push(post({ day: String(day), channel, size, isComplaint }))
      }
    }
  }
  return { truth, missed: missedOf(drawn).missed! }
}

for (const [name, town] of Object.entries(TOWNS)) {
  test(`the interval holds the truth in 95 of 100 months, and is not off to one side: ${name}`, () => {
    const next = chanceFrom(20_261_122)
    const MONTHS = 400
    let held = 0
    let bias = 0
    let all = 0
    for (let n = 0; n < MONTHS; n++) {
      const { truth, missed } = month(town, next)
      if (missed.low <= truth && truth <= missed.high) held++
      bias += missed.value - truth
      all += truth
    }
    assert.ok(held / MONTHS >= 0.95, `${held} of ${MONTHS}`)
    assert.ok(Math.abs(bias) / all < 0.15, `off by ${((bias / all) * 100).toFixed(1)} %`)
  })
}
