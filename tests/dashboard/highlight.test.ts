import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Reason } from '../../dashboard/src/api.ts'
import { cutByReasons } from '../../dashboard/src/highlight.ts'

const reason = (start?: number, end?: number, kind = 'complaint'): Reason => ({
  kind,
  text: `${start} sampai ${end}`,
  ...(start === undefined ? {} : { start }),
  ...(end === undefined ? {} : { end }),
})
/** Pieces as "words" or "words (kinds)". */
const cut = (text: string, ...reasons: Reason[]) =>
  cutByReasons(text, reasons).map((piece) => {
    const kinds = piece.reasons.map(({ kind }) => kind).join('+')
    return kinds ? `${piece.text} (${kinds})` : piece.text
  })

test('a text without reasons is one piece, and no text is none', () => {
  assert.deepEqual(cut('lampu mati'), ['lampu mati'])
  assert.deepEqual(cut(''), [])
  assert.deepEqual(cut('', reason(0, 3)), [])
})

test('a reason has its piece, and what stands around it is plain', () => {
  assert.deepEqual(cut('ada lampu mati', reason(4, 9)), ['ada ', 'lampu (complaint)', ' mati'])
  assert.deepEqual(cut('lampu', reason(0, 5)), ['lampu (complaint)'])
})

test('reasons that overlap each keep their words', () => {
  const pieces = cut('lampu jalan mati', reason(0, 11, 'category'), reason(6, 16, 'urgent'))
  assert.deepEqual(pieces, ['lampu  (category)', 'jalan (category+urgent)', ' mati (urgent)'])
})

test('a reason inside another, and two on the same words', () => {
  const pieces = cut('abcdef', reason(0, 6, 'a'), reason(2, 4, 'b'), reason(2, 4, 'c'))
  assert.deepEqual(pieces, ['ab (a)', 'cd (a+b+c)', 'ef (a)'])
})

test('a span that leaves the text is cut to it, or left out', () => {
  assert.deepEqual(cut('abc', reason(-5, 2)), ['ab (complaint)', 'c'])
  assert.deepEqual(cut('abc', reason(1, 99)), ['a', 'bc (complaint)'])
  assert.deepEqual(cut('abc', reason(3, 9), reason(50, 60), reason(-9, -1)), ['abc'])
})

test('an empty, turned round, or half a span marks nothing', () => {
  assert.deepEqual(cut('abc', reason(1, 1), reason(2, 1), reason(1), reason(undefined, 2)), ['abc'])
  assert.deepEqual(cut('abc', reason(Number.NaN, 2), reason(0, Number.NaN)), ['abc'])
})

test('spans that the server counts behind emoji stand on their words', () => {
  const text = '🙏🏽 lampu mati 😡'
  const start = text.indexOf('lampu')
  assert.deepEqual(cut(text, reason(start, start + 5)), ['🙏🏽 ', 'lampu (complaint)', ' mati 😡'])
})

test('a border inside a surrogate pair does not tear the character apart', () => {
  assert.deepEqual(cut('a😡b', reason(0, 2)), ['a😡 (complaint)', 'b'])
  assert.deepEqual(cut('a😡b', reason(2, 4)), ['a', '😡b (complaint)'])
})

test('whatever the spans are, the pieces joined are the text, and each is well-formed', () => {
  const offset = fc.integer({ min: -3, max: 40 })
  const spans = fc.array(fc.tuple(offset, offset), { maxLength: 8 })
  fc.assert(
    fc.property(fc.string({ maxLength: 30, unit: 'grapheme' }), spans, (text, pairs) => {
      const pieces = cutByReasons(
        text,
        pairs.map(([start, end]) => reason(start, end)),
      )
      assert.equal(pieces.map((piece) => piece.text).join(''), text)
      assert.ok(pieces.every((piece) => piece.text !== '' && piece.text.isWellFormed()))
    }),
  )
})
