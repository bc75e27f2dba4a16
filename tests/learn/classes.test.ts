import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  adaptClassModel,
  trainClasses,
  trainClassModel,
  type ClassRow,
} from '../../src/learn/classes.ts'
import { makeRandom } from '../../src/learn/linear.ts'
import { trainMany } from '../../src/learn/one-against-rest.ts'
import { classShares } from '../../src/read/classes.ts'
import { bagOf } from '../../src/read/class-features.ts'
import { normalize } from '../../src/read/normalize.ts'

const WORDS: Record<string, string[]> = {
  jalan: ['lubang', 'aspal', 'trotoar', 'jembatan', 'amblas'],
  air: ['pdam', 'keran', 'keruh', 'ledeng', 'meteran'],
  sampah: ['sampah', 'tumpuk', 'busuk', 'angkut', 'lalat'],
}
const LABELS = Object.keys(WORDS)
const FILLERS = 'tolong min sudah lama sekali di depan rumah kami warga minta segera'.split(' ')

/** Texts of five words, two of them of their class. */
function makeTexts(count: number, seed: number): { text: string; label: string }[] {
  const random = makeRandom(seed)
  const pick = (words: string[]): string => words[Math.floor(random() * words.length)]!
  return Array.from({ length: count }, (_, n) => {
    const label = LABELS[n % LABELS.length]!
    const own = WORDS[label]!
    const words = [pick(FILLERS), pick(own), pick(FILLERS), pick(own), pick(FILLERS)]
    return { text: words.join(' '), label }
  })
}

const rowOf = (
  { text, label }: { text: string; label: string },
  cues: number[] = [],
): ClassRow => ({
  tokens: normalize(text).tokens,
  key: text,
  label,
  importance: 1,
  cues,
})

describe('a model of classes', () => {
  it('tells texts that it has not seen, with shares that add up to 1', () => {
    const { predict } = trainClasses(makeTexts(120, 1), { bits: 12 })
    const unseen = makeTexts(60, 2)
    const right = unseen.filter(({ text, label }) => predict(text)[0]!.label === label)
    assert.ok(right.length >= 57, `${right.length} of 60`)
    const ranked = predict(unseen[0]!.text)
    assert.deepEqual(ranked.map(({ label }) => label).toSorted(), LABELS.toSorted())
    const total = ranked.reduce((sum, { score }) => sum + score, 0)
    assert.ok(Math.abs(total - 1) < 1e-6)
    assert.ok(ranked[0]!.score >= ranked[1]!.score)
  })

  it('is the same for the same texts', () => {
    const rows = makeTexts(60, 3).map((one) => rowOf(one))
    const [a, b] = [0, 1].map(() => trainClassModel(rows, { labels: LABELS, bits: 10 }))
    assert.deepEqual(a, b)
  })

  it('keeps nothing of what stands in one text only, however often the text was filed', () => {
    const secret = { text: 'rahasia pribadi zakiyamu', label: 'air' }
    const texts = [...makeTexts(60, 4), secret, secret]
    const model = trainClassModel(
      texts.map((one) => rowOf(one)),
      { labels: LABELS, bits: 16 },
    )
    const others = new Set(
      makeTexts(60, 4).flatMap(({ text }) => [...bagOf(normalize(text).tokens, 16).buckets]),
    )
    const stride = LABELS.length + 1
    for (const bucket of bagOf(normalize(secret.text).tokens, 16).buckets) {
      if (others.has(bucket)) continue
      const kept = model.weights.subarray(bucket * stride, (bucket + 1) * stride)
      assert.ok(kept.every((weight) => weight === 0))
    }
  })

  it('learns what a cue from outside says', () => {
    const texts = makeTexts(90, 5)
    const rows = texts.map(({ label }, n) =>
      rowOf({ text: `tolong min ${n % 7} sudah lama`, label }, [label === 'air' ? 2 : 0]),
    )
    const model = trainClassModel(rows, { labels: LABELS, bits: 10 })
    const { tokens } = normalize('tolong min sudah lama')
    const air = LABELS.indexOf('air')
    assert.ok(classShares(model, tokens, [2])[air]! > 0.5)
    assert.ok(classShares(model, tokens, [0])[air]! < 0.2)
  })

  it('is corrected by newer labels, the more of them the more, and keeps its weights', () => {
    const rows = makeTexts(90, 6).map((one) => rowOf(one))
    const model = trainClassModel(rows, { labels: LABELS, bits: 10 })
    const moved = makeTexts(60, 7).map((one) => rowOf({ ...one, label: 'air' }))
    const text = 'lubang aspal min'
    const airOf = (of: typeof model) => classShares(of, normalize(text).tokens, [])[1]!
    const held = adaptClassModel(model, moved, 100)
    const free = adaptClassModel(model, moved, 0.001)
    assert.ok(airOf(held) < airOf(free))
    assert.ok(airOf(free) > 0.5)
    assert.equal(free.weights, model.weights)
    assert.equal(adaptClassModel(model, [rowOf({ text, label: 'lain' })], 0.1), model)
  })

  it('gives every class the same share for an empty text and one class alone', () => {
    const rows = makeTexts(30, 8).map((one) => rowOf(one))
    const model = trainClassModel(rows, { labels: LABELS, bits: 10 })
    const shares = classShares(model, [], [])
    assert.ok(shares.every((share) => share > 0.05 && share < 0.9))
    const single = trainClassModel([rowOf({ text: 'lubang', label: 'jalan' })], {
      labels: ['jalan'],
    })
    assert.deepEqual([...classShares(single, normalize('apa saja').tokens, [])], [1])
  })
})

describe('one against the rest', () => {
  it('lets a rare class count as its balance says', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({
      buckets: Uint32Array.of(0, n < 2 ? 1 : 2),
      values: Float32Array.of(1, 0.1),
    }))
    const labels = rows.map((_, n) => (n < 2 ? 1 : 0))
    const importance = rows.map(() => 1)
    const rareBias = (balance: number): number => {
      const weights = trainMany(rows, labels, importance, {
        classes: 2,
        size: 3,
        cost: 0.1,
        balance,
      })
      return weights[1]! + weights[3 * 2 + 1]!
    }
    assert.ok(rareBias(1) > rareBias(0))
  })

  it('learns nothing from rows that count nothing', () => {
    const rows = [{ buckets: Uint32Array.of(0), values: Float32Array.of(1) }]
    const weights = trainMany(rows, [0], [0], { classes: 2, size: 1, cost: 1, balance: 0 })
    assert.deepEqual([...weights], [0, 0, 0, 0])
  })
})
