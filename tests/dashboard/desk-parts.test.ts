/** Small rules of the desk: what is selected, what is found by a few letters, whose initials these are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzzyFind, fuzzyScore } from '../../dashboard/src/fuzzy.ts'
import { pressedKey } from '../../dashboard/src/key-name.ts'
import { nextAfter } from '../../dashboard/src/pages/queue/rows.ts'
import { initials } from '../../dashboard/src/pages/queue/initials.ts'
import {
  extended,
  MOST_SELECTED,
  ranged,
  toggled,
  within,
} from '../../dashboard/src/pages/queue/selection.ts'
import { addStep, dropStep, steps } from '../../dashboard/src/pages/queue/steps.ts'

const NONE = new Set<number>()
const IDS = [5, 3, 9, 1]

test('x selects a row and takes it out again', () => {
  assert.deepEqual([...toggled(NONE, 3)], [3])
  assert.deepEqual([...toggled(new Set([3]), 3)], [])
})

test('with Shift the rows on the way are selected, and going back takes them out', () => {
  const down = extended(extended(NONE, 5, 3), 3, 9)
  assert.deepEqual([...down], [5, 3, 9])
  assert.deepEqual([...extended(down, 9, 3)], [5, 3])
})

test('all rows between two are selected, whichever stands above', () => {
  assert.deepEqual([...ranged(NONE, IDS, 1, 3)], [3, 9, 1])
})

test('no more are selected than the server takes at once', () => {
  const many = Array.from({ length: MOST_SELECTED + 5 }, (_, index) => index)
  assert.equal(ranged(NONE, many, 0, many.length - 1).size, MOST_SELECTED)
  assert.equal(toggled(new Set(many.slice(0, MOST_SELECTED)), -1).size, MOST_SELECTED)
})

test('what has left the list is not acted on, and the order is that of the list', () => {
  assert.deepEqual(within(new Set([1, 2, 5]), IDS), [5, 1])
})

test('a few letters find what was meant, whole words before scattered letters', () => {
  const labels = ['Buka aduan', 'Gabungkan', 'Ke Petugas', 'Keluar', 'Abaikan']
  const find = (query: string) => fuzzyFind(labels, query, (label) => label)
  assert.equal(find('gab')[0], 'Gabungkan')
  assert.equal(find('kpet')[0], 'Ke Petugas')
  assert.equal(find('ba')[0], 'Abaikan')
  assert.deepEqual(find('xyz'), [])
  assert.deepEqual(find(' '), labels)
})

test('accents and capitals are no obstacle, and signs of expressions mean themselves', () => {
  assert.ok(fuzzyScore('resume', 'Résumé mingguan') > 0)
  assert.equal(fuzzyScore('.*', 'Gabungkan'), 0)
})

test('initials are those of the first and last word of a name, without its titles', () => {
  assert.deepEqual(
    ['Sari Rekaan', 'dr. Budi Santoso Rekaan', 'Tuti', ' ', 'Éva ni Wayan'].map(initials),
    ['SR', 'BR', 'T', '?', 'ÉW'],
  )
})

test('the last fifty steps can be taken back, older ones are forgotten', () => {
  const undo = async () => true
  for (let id = 1; id <= 60; id++) addStep({ id, what: `langkah ${id}`, undo })
  assert.deepEqual([steps.get().length, steps.get()[0]?.id, steps.get().at(-1)?.id], [50, 11, 60])
  const middle = steps.get()[20]!
  dropStep(middle)
  assert.ok(!steps.get().includes(middle))
})

test('Caps Lock makes no other key of a letter, Shift does', () => {
  const press = (key: string, shiftKey = false) => pressedKey({ key, shiftKey })
  assert.deepEqual([press('J'), press('j', true), press('J', true)], ['j', 'J', 'J'])
  assert.deepEqual([press('*', true), press('?', true), press('.')], ['*', '?', '.'])
  assert.deepEqual([press('ArrowDown', true), press('Escape')], ['Shift+ArrowDown', 'Escape'])
})

test('after a decision one stands on the row below that stays, else above, and stays where nothing left', () => {
  assert.deepEqual([nextAfter(IDS, 3), nextAfter(IDS, 1), nextAfter([3], 3)], [9, 9, null])
  assert.deepEqual([nextAfter(IDS, 3, [3, 9]), nextAfter(IDS, 9, [9, 1, 3])], [1, 5])
  assert.deepEqual([nextAfter(IDS, 9, [5, 3]), nextAfter(IDS, 7, [5])], [9, null])
})
