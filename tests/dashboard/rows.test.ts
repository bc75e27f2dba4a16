import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CandidateRow } from '../../dashboard/src/api.ts'
import {
  lostFrom,
  merged,
  stillOwn,
  viewOf,
  type Belongs,
  type Listing,
} from '../../dashboard/src/pages/queue/rows.ts'
import { makeRow } from './make-row.ts'

const AT = '2026-11-20T03:00:00.000Z'
const WAITING: Belongs = { status: 'waiting', snoozed: false }

const listing = (at: number, ids: number[], total = ids.length): Listing => ({
  ids,
  total,
  oldestAt: AT,
  urgent: 0,
  snoozed: 0,
  at,
})
const loaded = (...ids: number[]) => listing(1_000, ids)
const polled = (...ids: number[]) => listing(6_000, ids)
const own = (...rows: CandidateRow[]) => new Map(rows.map((row) => [row.id, row]))
const NOBODY = new Set<number>()

type Given = { touched?: Map<number, CandidateRow>; unsent?: Set<number>; belongs?: Belongs }
const see = (before: Listing, later: Listing | null, given: Given = {}) =>
  viewOf({
    belongs: given.belongs ?? WAITING,
    loaded: before,
    polled: later,
    touched: given.touched ?? new Map(),
    unsent: given.unsent ?? NOBODY,
  })

test('without a later look the rows are those that were loaded, in their order', () => {
  const view = see(loaded(3, 1, 2), null)
  assert.deepEqual([view.ids, view.fresh, view.total], [[3, 1, 2], [], 3])
})

test('a later look in another order moves no row', () => {
  assert.deepEqual(see(loaded(1, 2), polled(2, 1)).ids, [1, 2])
})

test('what is new is counted and not shown; the totals are those of the later look', () => {
  const view = see(loaded(1), { ...polled(9, 1, 8), urgent: 1 })
  assert.deepEqual([view.ids, view.fresh, view.total, view.urgent], [[1], [9, 8], 3, 1])
})

test('a row that somebody else has decided stays in its place, and is asked after', () => {
  assert.deepEqual(see(loaded(1, 2, 3), polled(1, 3)).ids, [1, 2, 3])
  assert.deepEqual(lostFrom(loaded(1, 2, 3), polled(1, 3)), [2])
})

test('a look that was cut off at its limit calls nothing lost, nor does one from before', () => {
  assert.deepEqual(lostFrom(loaded(1, 2), listing(6_000, [1], 500)), [])
  assert.deepEqual(lostFrom(listing(6_000, [1, 2]), loaded(1)), [])
})

test('what was decided here leaves at once, and the total does not count it any more', () => {
  const touched = own(makeRow(2, { status: 'dismissed', version: 2 }))
  const early = see(loaded(1, 2), null, { touched })
  assert.deepEqual([early.ids, early.total], [[1], 1])
  // This look was answered before the decision was saved: it still has the row.
  const late = see(loaded(1, 2), polled(1, 2), { touched })
  assert.deepEqual([late.ids, late.total], [[1], 1])
  // This one knows of it: nothing is taken off twice.
  const known = see(loaded(1, 2), polled(1), { touched })
  assert.deepEqual([known.ids, known.total], [[1], 1])
})

test('a decision that the server does not know yet keeps its row in sight', () => {
  const touched = own(makeRow(2, { status: 'dismissed', version: 2 }))
  const view = see(loaded(1, 2), null, { touched, unsent: new Set([2]) })
  assert.deepEqual([view.ids, view.total], [[1, 2], 2])
})

test('a row that was brought back here stands where it stood', () => {
  const touched = own(makeRow(2, { version: 3 }))
  assert.deepEqual(see(loaded(1, 2, 3), polled(1, 3), { touched }).ids, [1, 2, 3])
})

test('what was put off here leaves the queue, and what was woken leaves the sleeping', () => {
  const asleep = own(makeRow(2, { snoozedUntil: AT }))
  assert.deepEqual(see(loaded(1, 2), null, { touched: asleep }).ids, [1])
  const belongs: Belongs = { status: 'waiting', snoozed: true }
  assert.deepEqual(see(loaded(1, 2), null, { touched: asleep, belongs }).ids, [1, 2])
  assert.deepEqual(see(loaded(1, 2), null, { touched: own(makeRow(2)), belongs }).ids, [1])
})

test('a look that is older than the list says nothing', () => {
  const view = see(listing(6_000, [1]), loaded(1, 2))
  assert.deepEqual([view.ids, view.fresh, view.total], [[1], [], 1])
})

test('in the list of the dismissed, a row that waits again leaves', () => {
  const belongs: Belongs = { status: 'dismissed', snoozed: false }
  const view = see(loaded(1, 2), null, { belongs, touched: own(makeRow(1, { version: 3 })) })
  assert.deepEqual([view.ids, view.total], [[2], 1])
})

test('an older version never replaces what this browser knows, the same one does', () => {
  const known = own(makeRow(1, { version: 4, title: 'baru' }), makeRow(2, { version: 2 }))
  const next = merged(known, [
    makeRow(1, { version: 3, title: 'lama' }),
    makeRow(2, { version: 2, title: 'dari server' }),
    makeRow(3),
  ])
  assert.deepEqual(
    [...next.values()].map(({ title }) => title),
    ['baru', 'dari server', 'Kandidat 3'],
  )
})

test('ten thousand rows are looked through in a few milliseconds', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => index + 1)
  const start = performance.now()
  for (let turn = 0; turn < 10; turn++) see(loaded(...ids), polled(...ids.toReversed()))
  assert.ok((performance.now() - start) / 10 < 30)
})

test('what was decided here is counted nowhere any more, and what was put off among the sleeping', () => {
  const now = { ...polled(1, 2, 3), urgent: 2, snoozed: 4 }
  const touched = own(
    makeRow(1, { status: 'dismissed', urgent: true, version: 2 }),
    makeRow(2, { snoozedUntil: AT, version: 2 }),
  )
  const view = see(loaded(1, 2, 3), now, { touched })
  assert.deepEqual([view.total, view.urgent, view.snoozed], [1, 1, 5])
  const belongs: Belongs = { status: 'waiting', snoozed: true }
  const woken = see(loaded(1), { ...polled(1), snoozed: 1 }, { touched: own(makeRow(1)), belongs })
  assert.deepEqual([woken.total, woken.snoozed], [0, 0])
})

test('a row that was only changed here stays in sight when a colleague decides on it', () => {
  const mine = own(makeRow(1, { labels: ['pasar'], version: 2 }), makeRow(2, { version: 2 }))
  const told = [
    makeRow(1, { status: 'dismissed', version: 3 }),
    makeRow(2, { labels: ['banjir'], version: 3 }),
  ]
  const touched = new Map(stillOwn(mine, told))
  assert.deepEqual([...touched.keys()], [2])
  assert.deepEqual(see(loaded(1, 2), null, { touched }).ids, [1, 2])
})

test('the answer to an own decision keeps it own, an older word changes nothing', () => {
  const mine = own(makeRow(1, { status: 'dismissed', version: 2 }))
  const answer = makeRow(1, { status: 'dismissed', version: 2, dismissReason: 'spam' })
  assert.equal(stillOwn(mine, [answer]).get(1)?.dismissReason, 'spam')
  assert.equal(stillOwn(mine, [makeRow(1)]).get(1)?.status, 'dismissed')
})
