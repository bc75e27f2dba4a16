import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  actsFor,
  CASE_ACTS,
  CASE_STATUSES,
  type CaseStatus,
  isCaseAct,
  nextStatus,
  RIGHT_OF_ACT,
} from '../../src/cases/transitions.ts'
import { can, ROLES } from '../../src/people/roles.ts'

test('the line of a case is open, dispose, start, answer, close', () => {
  let status = nextStatus('opened', 'dispose')!
  for (const act of ['start', 'answer', 'close'] as const) status = nextStatus(status, act)!
  assert.equal(status, 'closed')
})

test('a case cannot be closed before it is answered, nor answered before an agency has it', () => {
  for (const status of ['opened', 'disposed', 'in_progress', 'declined'] as const) {
    assert.equal(nextStatus(status, 'close'), null)
  }
  assert.equal(nextStatus('opened', 'answer'), null)
})

test('a declined case is at its end', () => {
  for (const act of CASE_ACTS) assert.equal(nextStatus('declined', act), null)
})

test('random walks never leave the table, and closed is only reached through answered', () => {
  const walk = fc.array(fc.constantFrom(...CASE_ACTS), { maxLength: 60 })
  fc.assert(
    fc.property(walk, (acts) => {
      let status: CaseStatus = CASE_STATUSES[0]
      let before: CaseStatus = status
      for (const act of acts) {
        const next = nextStatus(status, act)
        if (next === null) continue
        assert.ok(CASE_STATUSES.includes(next))
        before = status
        status = next
        if (status === 'closed') assert.equal(before, 'answered')
        if (status === 'answered') assert.ok(['disposed', 'in_progress'].includes(before))
      }
    }),
    { numRuns: 2000 },
  )
})

test('every state can be reached, and from every state but declined a case can come to an end', () => {
  const reached = new Set(['opened'])
  for (let round = 0; round < CASE_STATUSES.length; round++) {
    for (const status of CASE_STATUSES.filter((each) => reached.has(each))) {
      for (const act of CASE_ACTS) reached.add(nextStatus(status, act) ?? status)
    }
  }
  assert.deepEqual([...reached].sort(), [...CASE_STATUSES].sort())
  for (const status of CASE_STATUSES) {
    if (status === 'declined') continue
    assert.ok(
      CASE_ACTS.some((act) => nextStatus(status, act) !== null),
      status,
    )
  }
})

test('an officer is offered exactly the acts that the state and the role allow', () => {
  assert.deepEqual(actsFor('agency', 'disposed'), ['start', 'answer', 'return'])
  assert.deepEqual(actsFor('humas', 'answered'), ['close', 'reopen'])
  assert.deepEqual(actsFor('leader', 'disposed'), [])
  for (const role of ROLES) {
    for (const status of CASE_STATUSES) {
      for (const act of CASE_ACTS) {
        const isOffered = actsFor(role, status).includes(act)
        const isAllowed = nextStatus(status, act) !== null && can(role, RIGHT_OF_ACT[act])
        assert.equal(isOffered, isAllowed)
      }
    }
  }
})

test('a word that is no act is recognised as none', () => {
  assert.ok(isCaseAct('return'))
  assert.ok(!isCaseAct('constructor'))
})
