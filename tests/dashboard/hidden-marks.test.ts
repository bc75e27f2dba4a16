import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countHidden, cutHidden } from '../../dashboard/src/hidden-marks.ts'

/** Pieces as "words" or "[kind]". */
const cut = (text: string) =>
  cutHidden(text).map(({ text: piece, hidden }) => (hidden ? `[${hidden}]` : piece))

test('a plain text is one piece, and no text is none', () => {
  assert.deepEqual(cut('Lampu jalan mati, tolong!\nSudah seminggu.\t:('), [
    'Lampu jalan mati, tolong!\nSudah seminggu.\t:(',
  ])
  assert.deepEqual(cut(''), [])
})

test('marks that turn the direction of writing are cut out, each run as one', () => {
  assert.deepEqual(cut('aman\u202e\u2067nama\u2069'), ['aman', '[turn]', 'nama', '[turn]'])
})

test('characters without width inside a word are seen', () => {
  assert.deepEqual(cut('ju\u200bdi on\u00adline\ufeff'), [
    'ju',
    '[zero]',
    'di on',
    '[zero]',
    'line',
    '[zero]',
  ])
})

test('control characters are seen, line breaks and tabs are not among them', () => {
  assert.deepEqual(cut('a\u0007b\u009bc\nd\te'), ['a', '[control]', 'b', '[control]', 'c\nd\te'])
})

test('signs that pile up over a letter are seen from the fifth on; ordinary accents are not', () => {
  assert.deepEqual(cut(`e${'\u0301'.repeat(40)}x`), [`e${'\u0301'.repeat(4)}`, '[pile]', 'x'])
  assert.deepEqual(cut('café, ấ, ấ'), ['café, ấ, ấ'])
})

test('the joiner inside emoji stays where it belongs, elsewhere it is seen', () => {
  for (const text of ['👨‍👩‍👧', '👩🏽‍🚒', '❤️‍🔥', '🏴‍☠️']) assert.deepEqual(cut(text), [text])
  assert.deepEqual(cut('lam\u200dpu'), ['lam', '[zero]', 'pu'])
})

test('writing from right to left is plain text, not a trick', () => {
  assert.deepEqual(cut('السلام عليكم, lampu mati'), ['السلام عليكم, lampu mati'])
})

test('a text of hidden characters only makes few pieces, and no time passes', () => {
  const started = performance.now()
  const pieces = cutHidden('a\u200b'.repeat(50_000))
  assert.ok(pieces.length <= 401, `${pieces.length} pieces`)
  assert.equal(pieces.map(({ text }) => text).join('').length, 100_000)
  assert.ok(performance.now() - started < 500)
  assert.equal(countHidden('\u202e\u202e ada \u200b'), 3)
})

test('whatever the text, the pieces joined are the text', () => {
  const nasty = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(nasty, (text) => {
      const pieces = cutHidden(text)
      assert.equal(pieces.map((piece) => piece.text).join(''), text)
      let end = 0
      for (const { start, text: piece } of pieces) {
        assert.equal(start, end)
        end += piece.length
      }
    }),
  )
})
