import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementOf, POINTS } from '../../src/practice/points.ts'

test('the same act with the same reason or case is whole, another reason or case is half', () => {
  const spam = { act: 'dismiss', reason: 'spam' } as const
  const unclear = { act: 'dismiss', reason: 'unclear' } as const
  assert.equal(agreementOf(spam, spam), 'whole')
  assert.equal(agreementOf(spam, unclear), 'act')
  assert.equal(agreementOf({ act: 'merge', caseId: 1 }, { act: 'merge', caseId: 1 }), 'whole')
  assert.equal(agreementOf({ act: 'merge', caseId: 1 }, { act: 'merge', caseId: 2 }), 'act')
})

test('opening needs nothing besides, and another act is worth nothing', () => {
  assert.equal(agreementOf({ act: 'open' }, { act: 'open' }), 'whole')
  assert.equal(agreementOf({ act: 'open' }, { act: 'merge', caseId: 1 }), 'none')
  assert.equal(agreementOf({ act: 'open' }, { act: 'dismiss', reason: 'spam' }), 'none')
})

test('half is half, and none is none', () => {
  assert.equal(POINTS.act * 2, POINTS.whole)
  assert.equal(POINTS.none, 0)
})
