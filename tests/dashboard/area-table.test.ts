import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Areas } from '../../dashboard/src/api.ts'
import { tableOf } from '../../dashboard/src/pages/trends/area-table.ts'

type Place = string | null
const cell = (category: Place, kecamatan: Place, candidates: number): Areas['cells'][number] => ({
  category,
  kecamatan,
  candidates,
  cases: 0,
})
const CELLS = [
  cell('jalan', 'utara', 2),
  cell('sampah', 'utara', 5),
  cell('sampah', 'selatan', 1),
  cell(null, 'selatan', 9),
  cell('jalan', null, 20),
]

test('rows and columns stand largest first, and what is unknown last, however much it is', () => {
  const table = tableOf(CELLS)
  assert.deepEqual(table.categories, ['jalan', 'sampah', null])
  assert.deepEqual(table.kecamatan, ['selatan', 'utara', null])
})

test('each count stands where it belongs, and a pair that nobody told of is zero', () => {
  const table = tableOf(CELLS)
  assert.equal(table.count('sampah', 'utara'), 5)
  assert.equal(table.count(null, 'selatan'), 9)
  assert.equal(table.count('jalan', 'selatan'), 0)
  assert.equal(table.count('air', 'barat'), 0)
})

test('the sums of the rows, of the columns and of all agree', () => {
  const table = tableOf(CELLS)
  const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)
  assert.equal(table.total, 37)
  assert.equal(sum(table.categories.map(table.ofCategory)), 37)
  assert.equal(sum(table.kecamatan.map(table.ofKecamatan)), 37)
  for (const category of table.categories) {
    const inRow = table.kecamatan.map((column) => table.count(category, column))
    assert.equal(sum(inRow), table.ofCategory(category))
  }
})

test('the same pair twice is added up', () => {
  const table = tableOf([cell('jalan', 'utara', 2), cell('jalan', 'utara', 3)])
  assert.deepEqual([table.count('jalan', 'utara'), table.total], [5, 5])
})

test('a row or a column with nothing in it is left out, and no cells are an empty table', () => {
  const table = tableOf([cell('jalan', 'utara', 1), cell('air', 'barat', 0)])
  assert.deepEqual([table.categories, table.kecamatan], [['jalan'], ['utara']])
  assert.deepEqual(tableOf([]).categories, [])
  assert.equal(tableOf([]).total, 0)
})
