import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { findJsonLines } from '../../src/region/json-lines.ts'

describe('findJsonLines', () => {
  test('knows the line of each value, in objects and lists, also of texts with braces', () => {
    const text = '{\n  "a": "x, {y} \\" [z]",\n  "b": [\n    1,\n    { "c": true }\n  ]\n}'
    const { lineOf, repeated } = findJsonLines(text)
    assert.deepEqual(Object.fromEntries(lineOf), {
      '': 1,
      a: 2,
      b: 3,
      'b.0': 4,
      'b.1': 5,
      'b.1.c': 5,
    })
    assert.deepEqual(repeated, [])
  })

  test('finds a key that stands twice, which JSON.parse hides', () => {
    const { repeated } = findJsonLines('{"a": 1,\n"b": {"a": 2},\n"a": 3}')
    assert.deepEqual(repeated, [{ path: 'a', line: 3 }])
  })

  test('counts as many values as any JSON has, and is not deep where the text is', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 3 })), (values) => {
        const { lineOf } = findJsonLines(JSON.stringify(values, null, 2))
        assert.equal(values.filter((_, index) => lineOf.has(`${index}`)).length, values.length)
      }),
    )
    const deep = 20_000
    const { lineOf } = findJsonLines(`${'[\n'.repeat(100)}1${']'.repeat(100)}`)
    assert.equal(lineOf.get(Array(100).fill('0').join('.')), 101)
    assert.ok(findJsonLines('['.repeat(deep) + ']'.repeat(deep)).lineOf.size <= deep)
  })
})
