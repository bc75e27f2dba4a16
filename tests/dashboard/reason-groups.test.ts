import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonGroups } from '../../dashboard/src/reason-groups.ts'

test('reasons stand by their kind, in the order in which one asks, each said once', () => {
  const groups = reasonGroups([
    { kind: 'place', text: 'Jalan Mawar' },
    { kind: 'complaint', text: 'mati total', start: 3, end: 9 },
    { kind: 'ramalan', text: 'apa saja' },
    { kind: 'complaint', text: 'mati total', start: 30, end: 39 },
    { kind: 'complaint', text: 'tolong' },
  ])
  assert.deepEqual(groups, [
    { kind: 'complaint', texts: ['mati total', 'tolong'] },
    { kind: 'place', texts: ['Jalan Mawar'] },
    { kind: 'ramalan', texts: ['apa saja'] },
  ])
})

test('very many reasons of one kind are cut', () => {
  const many = Array.from({ length: 5000 }, (_, n) => ({ kind: 'complaint', text: `kata ${n}` }))
  assert.equal(reasonGroups(many)[0]?.texts.length, 100)
  assert.deepEqual(reasonGroups([]), [])
})
