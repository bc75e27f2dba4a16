import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonWords, markCommon } from '../../dashboard/src/common-words.ts'

const MINE = ['Lampu jalan di Jl. Saranani sudah 2 minggu MATI, tolong pak']
const THEIRS = ['tolong pak, di Jl Saranani gelap', 'lampu mati']

test('the telling words that both sides say are common; those that stand in any text are not', () => {
  assert.deepEqual([...commonWords(MINE, THEIRS)].sort(), ['lampu', 'mati', 'saranani'])
  assert.equal(commonWords(MINE, ['Sampah menumpuk']).size, 0)
  assert.equal(commonWords([], []).size, 0)
})

test('the pieces of a marked text are the text, and each common word is one of them', () => {
  const common = commonWords(MINE, THEIRS)
  const pieces = markCommon(MINE[0]!, common)
  assert.equal(pieces.map(({ text }) => text).join(''), MINE[0])
  const marked = pieces.filter(({ isCommon }) => isCommon).map(({ text }) => text)
  assert.deepEqual(marked, ['Lampu', 'Saranani', 'MATI'])
  assert.deepEqual(markCommon('', common), [])
})

test('a word is marked as a whole, also beside emoji and other letters', () => {
  const common = new Set(['mati', 'lampu'])
  const marked = (text: string) =>
    markCommon(text, common)
      .filter(({ isCommon }) => isCommon)
      .map(({ text }) => text)
  assert.deepEqual(marked('matikan lampu-lampu 🙏🏽mati'), ['lampu', 'lampu', 'mati'])
})

test('a very long text is marked in no time', () => {
  const text = 'lampu jalan mati '.repeat(20_000)
  const start = performance.now()
  const pieces = markCommon(text, commonWords([text], [text]))
  assert.equal(pieces.map((piece) => piece.text).join(''), text)
  assert.ok(performance.now() - start < 2_000)
})
