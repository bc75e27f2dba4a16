import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cosine } from '../../src/group/embed.ts'
import { makeFold, meanOfTokens } from '../../src/group/fold.ts'

const vectorOf = (width: number, seed: number) =>
  Float32Array.from({ length: width }, (_, i) => Math.sin(seed * 7.3 + i * (seed + 0.37)))
const angle = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0) / Math.hypot(...a) / Math.hypot(...b)

test('the mean leaves out padding, and a text of padding alone has none', () => {
  const data = Float32Array.from([1, 2, 3, 4, 9, 9, 5, 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9])
  const mask = [
    [1, 1, 0],
    [1, 0, 0],
    [0, 0, 0],
  ]
  const means = meanOfTokens({ data, tokens: 3, width: 2, mask })
  assert.deepEqual(
    means.map((each) => [...each]),
    [
      [2, 3],
      [5, 6],
      [0, 0],
    ],
  )
})

test('a short vector is filled up with zeros and keeps its angles', () => {
  const fold = makeFold(8)
  const [a, b] = [vectorOf(8, 1), vectorOf(8, 2)]
  assert.equal(fold(a).length, 256)
  assert.ok(Math.abs(cosine(fold(a), fold(b)) - angle(a, b)) < 1e-5)
  assert.ok(
    fold(a)
      .subarray(8)
      .every((value) => value === 0),
  )
})

for (const width of [257, 384, 1024]) {
  test(`a vector of ${width} numbers is folded to 256 and nearly keeps its angles`, () => {
    const fold = makeFold(width)
    let worst = 0
    for (let n = 1; n <= 20; n += 1) {
      const a = vectorOf(width, n)
      const b = a.map((value, i) => value + vectorOf(width, n + 50)[i]! * (n / 10))
      assert.ok(Math.abs(Math.hypot(...fold(a)) - 1) < 1e-5)
      worst = Math.max(worst, Math.abs(cosine(fold(a), fold(b)) - angle(a, b)))
    }
    assert.ok(worst < 0.2, `cosines differ by up to ${worst}`)
  })
}

test('the fold is the same in each process and version: vectors in the database depend on it', () => {
  const folded = makeFold(384)(Float32Array.from({ length: 384 }, (_, i) => (i % 7) - 3))
  const known = [-0.080129, 0.074308, -0.024983, 0.084999, 0.078999, 0.071466]
  for (const [i, value] of known.entries()) assert.ok(Math.abs(folded[i]! - value) < 1e-5, `${i}`)
})

test('what is not a number, or has no direction, is all zero', () => {
  const fold = makeFold(300)
  for (const bad of [NaN, Infinity, 0]) {
    assert.equal(Math.hypot(...fold(new Float32Array(300).fill(bad))), 0)
  }
})
