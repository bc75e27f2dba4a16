/** The staff app takes types only from the server, so two lists stand in both: here they are compared. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as screen from '../../dashboard/src/api.ts'
import { CASE_STATUSES } from '../../src/cases/transitions.ts'
import { DISMISS_REASONS } from '../../src/triage/reasons.ts'

test('the screen offers every reason of a dismissal that the server knows, and no other', () => {
  assert.deepEqual([...screen.DISMISS_REASONS], [...DISMISS_REASONS])
})

test('the screen filters by every status of a case that the server knows, and by no other', () => {
  assert.deepEqual([...screen.CASE_STATUSES].sort(), [...CASE_STATUSES].sort())
})
