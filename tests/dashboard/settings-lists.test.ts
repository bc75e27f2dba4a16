import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WatchWord } from '../../dashboard/src/api.ts'
import { findAgencies, routesByCategory } from '../../dashboard/src/pages/region/agency-lists.ts'
import { countShown, shownWords } from '../../dashboard/src/pages/watch-words/shown-words.ts'

const word = (text: string, of: Partial<WatchWord> = {}): WatchWord => ({
  id: null,
  word: text,
  category: 'jalan',
  off: false,
  isFromPack: true,
  packCategory: 'jalan',
  note: '',
  changedBy: null,
  changedAt: null,
  heard: { count: 1, lastAt: null },
  ...of,
})
const WORDS = [
  word('jalan rusak'),
  word('Lubang', { off: true }),
  word('sampah', { category: 'sampah', heard: { count: 0, lastAt: null } }),
  word('halte', { category: null, isFromPack: false, packCategory: null }),
]

test('watch words are shown by category, in the order in which they come', () => {
  const shown = shownWords(WORDS, { filter: 'all', search: '' })
  assert.deepEqual(
    shown.map(({ category, words }) => [category, words.length]),
    [
      ['jalan', 2],
      ['sampah', 1],
      [null, 1],
    ],
  )
})

test('a filter and a search narrow them, whatever the case of the letters', () => {
  const found = (filter: 'all' | 'own' | 'off' | 'unheard', search = '') =>
    shownWords(WORDS, { filter, search }).flatMap(({ words }) => words.map((each) => each.word))
  assert.deepEqual(found('own'), ['halte'])
  assert.deepEqual(found('off'), ['Lubang'])
  assert.deepEqual(found('unheard'), ['sampah'])
  assert.deepEqual(found('all', ' LUB'), ['Lubang'])
  assert.deepEqual(found('own', 'lub'), [])
  assert.deepEqual(countShown(WORDS), { all: 4, own: 1, off: 1, unheard: 1 })
})

const AGENCIES = [
  {
    code: 'DPU',
    name: 'Dinas Pekerjaan Umum',
    short: 'DPU',
    aliases: ['pupr'],
    routes: [{ category: 'jalan' as const, words: [] }],
  },
  {
    code: 'BPJN',
    name: 'Balai Jalan Nasional',
    short: 'BPJN',
    aliases: [],
    routes: [{ category: 'jalan' as const, words: ['jalan nasional'] }],
  },
]

test('a category goes to its default, and elsewhere by words', () => {
  assert.deepEqual(routesByCategory(AGENCIES).get('jalan'), {
    usual: 'DPU',
    others: [{ agency: 'BPJN', words: ['jalan nasional'] }],
  })
  assert.equal(routesByCategory(AGENCIES).get('air'), undefined)
})

test('an agency is found by any way to name it', () => {
  assert.deepEqual(
    findAgencies(AGENCIES, ' PUPR ').map(({ code }) => code),
    ['DPU'],
  )
  assert.equal(findAgencies(AGENCIES, '').length, 2)
})
