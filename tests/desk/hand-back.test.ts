import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { holdCandidate } from '../../src/desk/hold.ts'
import { changeRole } from '../../src/people/change-role.ts'
import { disableOfficer } from '../../src/people/disable-officer.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { changeAll, undoAll } from '../../src/triage/bulk.ts'
import { changeCandidate } from '../../src/triage/change.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { listQueue, readRows } from '../../src/triage/queue.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { asOfficer, eventsOf } from '../makers.ts'
import { makeTold } from '../related.ts'

let fresh: Fresh
let region: Region
let admin: Acting
let sari: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  admin = await asOfficer(fresh.sql, region, 'admin', { name: 'Admin' })
  sari = await asOfficer(fresh.sql, region, 'humas', { name: 'Sari' })
})
after(() => fresh.close())

const made = () => makeTold(fresh.sql, region, ['Jalan berlubang di depan pasar'])
const analyst = () => asOfficer(fresh.sql, region, 'analyst')
const give = (id: number, { officer }: Acting) =>
  changeCandidate(fresh.sql, sari, { id, change: { assignedTo: officer.id } })

/** A candidate that was given to that officer. */
async function given(to: Acting): Promise<number> {
  const { id } = await made()
  await give(id, to)
  return id
}
const rowOf = async (id: number) => (await readRows(fresh.sql, sari, { ids: [id] }))[0]!

test('what was given to an officer who may not decide any more is anybody’s, with a line of history each', async () => {
  const [leaver, stayer] = [await analyst(), await analyst()]
  const [one, two, kept] = [await given(leaver), await given(leaver), await given(stayer)]
  const { id } = leaver.officer
  await changeRole(fresh.sql, admin, { id, role: 'leader' })
  for (const freed of [one, two]) {
    const { assignedTo, version } = await rowOf(freed)
    assert.deepEqual([assignedTo, version], [null, 3])
    const [, last] = await eventsOf(fresh.sql, { candidateId: freed })
    assert.deepEqual(last, {
      kind: 'candidate.changed',
      officerId: admin.officer.id,
      data: { assignedTo: [id, null] },
    })
  }
  assert.equal((await rowOf(kept)).assignedTo?.id, stayer.officer.id)
})

test('so it is when the officer is shut out, and the candidate that was held is free at once', async () => {
  const leaver = await analyst()
  const id = await given(leaver)
  await holdCandidate(fresh.sql, leaver, { id, doing: 'deciding' })
  await disableOfficer(fresh.sql, admin, { id: leaver.officer.id })
  assert.equal((await rowOf(id)).assignedTo, null)
  const held = await holdCandidate(fresh.sql, sari, { id, doing: 'deciding' })
  assert.equal(held.isMine, true)
  assert.equal(held.holds.length, 1)
})

test('a role that may still decide keeps what it was given', async () => {
  const mover = await analyst()
  const id = await given(mover)
  await changeRole(fresh.sql, admin, { id: mover.officer.id, role: 'humas' })
  assert.equal((await rowOf(id)).assignedTo?.id, mover.officer.id)
})

test('what is decided keeps its name, and comes back without one that may not decide any more', async () => {
  const [leaver, stayer] = [await analyst(), await analyst()]
  const [single, many, kept] = [await given(leaver), await given(leaver), await given(stayer)]
  for (const id of [single, many, kept]) {
    await dismissCandidate(fresh.sql, sari, { id, reason: 'spam' })
  }
  await disableOfficer(fresh.sql, admin, { id: leaver.officer.id })
  assert.equal((await rowOf(single)).assignedTo?.id, leaver.officer.id)
  await undoDecision(fresh.sql, sari, { id: single })
  await undoAll(fresh.sql, sari, { items: [many, kept].map((id) => ({ id, version: 3 })) })
  assert.deepEqual(
    await Promise.all([single, many, kept].map(async (id) => (await rowOf(id)).assignedTo?.id)),
    [undefined, undefined, stayer.officer.id],
  )
})

test('whoever is quicker, nothing stays with an officer who is shut out', async () => {
  const leaver = await analyst()
  const { id: officerId } = leaver.officer
  const ids = await Promise.all(Array.from({ length: 12 }, async () => (await made()).id))
  const change = { assignedTo: officerId }
  const [first, ...others] = ids
  const giving = [
    ...ids.slice(0, 6).map((id) => give(id, leaver)),
    changeAll(fresh.sql, sari, { items: others.map((id) => ({ id, version: 1, change })) }),
  ]
  const outcomes = await Promise.allSettled([
    ...giving,
    disableOfficer(fresh.sql, admin, { id: officerId }),
    give(first!, leaver),
  ])
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') assert.match(String(outcome.reason), /tidak berhak|berubah/)
  }
  const left = await listQueue(fresh.sql, sari, { assigned: officerId })
  assert.equal(left.total, 0)
})

test('nothing is left broken', async () => {
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
})
