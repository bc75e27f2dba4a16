import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bears, cleanLabel, labelsWith } from '../../dashboard/src/pages/queue/label-change.ts'

const rows = [{ labels: ['banjir'] }, { labels: ['banjir', 'rapat'] }, { labels: [] }]

test('a label is on all, some or none of the rows', () => {
  assert.equal(bears(rows, 'banjir'), 'some')
  assert.equal(bears(rows.slice(0, 2), 'banjir'), 'all')
  assert.equal(bears(rows, 'prioritas'), 'none')
})

test('each row keeps its other labels; one that is so already does not change', () => {
  assert.deepEqual(
    rows.map((row) => labelsWith(row, 'rapat', true)),
    [['banjir', 'rapat'], null, ['rapat']],
  )
  assert.deepEqual(
    rows.map((row) => labelsWith(row, 'banjir', false)),
    [[], ['rapat'], null],
  )
})

test('what only looks different is the label that is known', () => {
  assert.equal(cleanLabel('  Rapat   Senin ', ['rapat senin']), 'rapat senin')
  assert.equal(cleanLabel('rapat\nselasa', ['rapat senin']), 'rapat selasa')
  assert.equal(cleanLabel('   ', []), null)
  assert.equal(cleanLabel('x'.repeat(500), [])?.length, 40)
})
