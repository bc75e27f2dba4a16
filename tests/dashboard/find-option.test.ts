import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findOptions, keyOf } from '../../dashboard/src/pages/queue/find-option.ts'

const OPTIONS = [
  { code: 'DLH', name: 'DLH: Dinas Lingkungan Hidup' },
  { code: 'PUPR', name: 'Dinas PUPR: Pekerjaan Umum' },
  { code: 'PDAM', name: 'PDAM Tirta' },
  { code: '71', name: 'Kadia, Wua-Wua' },
]
const found = (typed: string, most?: number) =>
  findOptions(OPTIONS, typed, most).map(({ code }) => code)

test('without words the first ones stand as they are', () => {
  assert.deepEqual(found('', 2), ['DLH', 'PUPR'])
  assert.deepEqual(found('  '), ['DLH', 'PUPR', 'PDAM', '71'])
})

test('what begins with the words comes before what only holds them', () => {
  assert.deepEqual(found('p'), ['PDAM', 'PUPR', 'DLH'])
  assert.deepEqual(found('dinas'), ['PUPR', 'DLH'])
})

test('each word must be there, in any order, whatever its case and signs', () => {
  assert.deepEqual(found('HIDUP dinas'), ['DLH'])
  assert.deepEqual(found('wua wua'), ['71'])
  assert.deepEqual(found('air bersih'), [])
})

test('a code finds its option', () => {
  assert.deepEqual(found('pdam'), ['PDAM'])
})

test('signs and accents make no difference', () => {
  assert.equal(keyOf('  Jl. Séntral–Raya '), 'jl sentral raya')
  assert.equal(keyOf('…'), '')
})
