import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Act } from '../../dashboard/src/pages/queue/act.ts'
import { changed, inverseOf, isDoneBefore, onlyOwn } from '../../dashboard/src/pages/queue/act.ts'
import { makeRow } from './make-row.ts'

const SARI = { id: 7, name: 'Sari Rekaan' }
const BUDI = { id: 8, name: 'Budi Rekaan' }
const items = [{ id: 1, version: 1 }]
const NAMES = {
  agency: (code: string) => ({ code, name: `Dinas ${code}`, short: code }),
  area: (code: string) => ({ code, name: `Wilayah ${code}` }),
  officer: (id: number) => ({ id, name: '' }),
}

test('a decision whose answer was lost is recognised: same officer, same decision', () => {
  const act: Act = { kind: 'dismiss', items, reason: 'spam', note: '' }
  const mine = makeRow(1, { status: 'dismissed', dismissReason: 'spam', decidedBy: SARI })
  assert.equal(isDoneBefore(act, mine, SARI.id), true)
  assert.equal(isDoneBefore(act, { ...mine, decidedBy: BUDI }, SARI.id), false)
  assert.equal(isDoneBefore(act, { ...mine, dismissReason: 'unclear' }, SARI.id), false)
  assert.equal(isDoneBefore(act, { ...mine, status: 'waiting' }, SARI.id), false)
})

test('a merge is the same only into the same case, a join only with the same candidate', () => {
  const merge: Act = { kind: 'merge', items, caseId: 5, number: 'K-5' }
  const row = makeRow(1, { status: 'merged', caseId: 5, decidedBy: SARI })
  assert.deepEqual(
    [isDoneBefore(merge, row, SARI.id), isDoneBefore(merge, { ...row, caseId: 6 }, SARI.id)],
    [true, false],
  )
  const join: Act = { kind: 'join', items, otherId: 9 }
  const joined = makeRow(1, { status: 'joined', joinedId: 9, decidedBy: SARI })
  assert.equal(isDoneBefore(join, joined, SARI.id), true)
  assert.equal(isDoneBefore(join, { ...joined, joinedId: 3 }, SARI.id), false)
})

test('a change is done when every field is as it was asked, whoever set it', () => {
  const change = { agencyCode: 'DPU', labels: ['pasar'] }
  const act: Act = { kind: 'change', items: [{ id: 1, version: 1, change }] }
  const row = makeRow(1, { agency: NAMES.agency('DPU'), labels: ['pasar'] })
  assert.equal(isDoneBefore(act, row, SARI.id), true)
  assert.equal(isDoneBefore(act, { ...row, labels: [] }, SARI.id), false)
})

test('what takes a change back names the same fields with their old values, and no other', () => {
  const row = makeRow(1, { category: 'jalan', place: 'depan pasar', assignedTo: BUDI })
  const change = { category: 'sampah' as const, assignedTo: 7, labels: ['x'] }
  assert.deepEqual(inverseOf(row, change), { category: 'jalan', assignedTo: 8, labels: [] })
})

test('a change and its inverse leave the row as it was, two versions later', () => {
  const row = makeRow(1, { kecamatan: NAMES.area('99.01'), urgent: false, snoozedUntil: null })
  const change = { kecamatanCode: null, urgent: true, snoozedUntil: '2026-11-21T00:00:00.000Z' }
  const after = changed(row, change, NAMES)
  assert.deepEqual([after.kecamatan, after.urgent, after.version], [null, true, 2])
  assert.deepEqual(changed(after, inverseOf(row, change), NAMES), { ...row, version: 3 })
})

test('what is taken back is what this officer did, in the version that it left', () => {
  const act: Act = { kind: 'undo', items: [1, 2, 3, 4].map((id) => ({ id, version: 2 })) }
  // Changed once more by the same officer; refused; done before that; done by an earlier page.
  const versions = new Map([
    [1, 3],
    [2, 0],
    [3, 1],
  ])
  assert.deepEqual(onlyOwn(act, (id) => versions.get(id)).items, [
    { id: 1, version: 3 },
    { id: 4, version: 2 },
  ])
})
