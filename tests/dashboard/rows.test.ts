import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CandidateRow, CandidateStatus } from '../../dashboard/src/api.ts'
import { viewOf, type Loaded } from '../../dashboard/src/pages/queue/rows.ts'

const AT = '2026-11-20T03:00:00.000Z'
const LOADED_AT = 1_000
const POLLED_AT = 6_000
const NEVER = new Map<number, number>()

function row(id: number, change: Partial<CandidateRow> = {}): CandidateRow {
  return {
    id,
    status: 'waiting',
    filed: false,
    title: `Kandidat ${id}`,
    excerpt: '',
    probability: 0.9,
    category: 'jalan',
    agency: null,
    kecamatan: null,
    kelurahan: null,
    place: null,
    urgent: false,
    emergency: false,
    calls: [],
    confidential: false,
    modus: [],
    voiceCount: 1,
    copyCount: 0,
    channels: ['x'],
    sources: [],
    firstAt: AT,
    lastAt: AT,
    dueAt: AT,
    version: 1,
    caseId: null,
    caseNumber: null,
    joinedId: null,
    splitFrom: null,
    dismissReason: null,
    decidedBy: null,
    decidedAt: null,
    ...change,
  }
}

const list = (items: CandidateRow[], at: number, total = items.length): Loaded => ({
  answer: { items, total, oldestAt: AT, urgent: items.filter(({ urgent }) => urgent).length },
  at,
})
const loaded = (...items: CandidateRow[]) => list(items, LOADED_AT)
const polled = (...items: CandidateRow[]) => list(items, POLLED_AT)
const see = (
  before: Loaded,
  poll: Loaded | null,
  touched: ReadonlyMap<number, number> = NEVER,
  status: CandidateStatus = 'waiting',
) => viewOf(status, before, poll, touched)
const ids = (rows: CandidateRow[]) => rows.map(({ id }) => id)

test('without a poll the rows are those that were loaded, in their order', () => {
  const view = see(loaded(row(3), row(1), row(2)), null)
  assert.deepEqual(ids(view.rows), [3, 1, 2])
  assert.deepEqual([view.fresh, view.gone.size, view.total], [0, 0, 3])
})

test('a poll in another order moves no row, and brings each in its newest version', () => {
  const view = see(loaded(row(1), row(2)), polled(row(2, { version: 2, voiceCount: 7 }), row(1)))
  assert.deepEqual(ids(view.rows), [1, 2])
  assert.equal(view.rows[1]?.voiceCount, 7)
})

test('what is new is counted and not shown; the totals are those of the poll', () => {
  const view = see(loaded(row(1)), polled(row(9, { urgent: true }), row(1), row(8)))
  assert.deepEqual(ids(view.rows), [1])
  assert.deepEqual([view.fresh, view.total, view.urgent], [2, 3, 1])
})

test('a row that somebody else has decided stays in its place and is marked', () => {
  const view = see(loaded(row(1), row(2), row(3)), polled(row(1), row(3)))
  assert.deepEqual(ids(view.rows), [1, 2, 3])
  assert.deepEqual([...view.gone], [2])
})

test('a poll that was cut off at its limit calls nothing gone', () => {
  const view = see(loaded(row(1), row(2)), list([row(1)], POLLED_AT, 500))
  assert.equal(view.gone.size, 0)
})

test('what was decided here leaves at once, and the total does not count it any more', () => {
  const decided = row(2, { status: 'dismissed', version: 2 })
  const early = see(loaded(row(1), decided), null)
  assert.deepEqual([ids(early.rows), early.total], [[1], 1])
  // The poll was answered before the decision was saved: it still has the old version.
  const late = see(loaded(row(1), decided), polled(row(1), row(2)))
  assert.deepEqual([ids(late.rows), late.total], [[1], 1])
  // This one knows of it: nothing is taken off twice.
  const known = see(loaded(row(1), decided), polled(row(1)))
  assert.deepEqual([ids(known.rows), known.total], [[1], 1])
})

test('a row that was brought back here is not called gone by a poll from before', () => {
  const before = loaded(row(1), row(2, { version: 3 }))
  const touched = new Map([[2, POLLED_AT + 1]])
  assert.equal(see(before, polled(row(1)), touched).gone.size, 0)
  assert.deepEqual([...see(before, polled(row(1)), new Map([[2, LOADED_AT]])).gone], [2])
})

test('a poll that is older than the list says nothing', () => {
  const view = see(list([row(1)], POLLED_AT), list([row(1), row(2)], LOADED_AT))
  assert.deepEqual([ids(view.rows), view.fresh, view.gone.size, view.total], [[1], 0, 0, 1])
})

test('an older version from a poll does not overwrite what this browser knows', () => {
  const view = see(loaded(row(1, { version: 4, title: 'baru' })), polled(row(1, { version: 3 })))
  assert.equal(view.rows[0]?.title, 'baru')
})

test('in the list of the dismissed, a row that waits again leaves', () => {
  const back = row(1, { status: 'waiting', version: 3 })
  const view = see(loaded(back, row(2, { status: 'dismissed' })), null, NEVER, 'dismissed')
  assert.deepEqual([ids(view.rows), view.total], [[2], 1])
})
