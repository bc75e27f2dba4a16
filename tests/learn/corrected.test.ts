/** A correction of what waits is a label at once, and gives way to the decision that follows. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { countLabels, readLabels } from '../../src/learn/label.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import type { Change } from '../../src/triage/check-change.ts'
import { changeCandidate } from '../../src/triage/change.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'
import { asOfficer, caseFields, makeCandidate } from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
})
after(() => fresh.close())
beforeEach(() => fresh.sql`update voices set left_at = now() where left_at is null`)

async function labels() {
  const { trained, heldOut } = await readLabels(fresh.sql, region.id)
  return [...trained, ...heldOut].map(({ complaint, category, urgent }) => ({
    complaint,
    category,
    urgent,
  }))
}
const make = async () => (await makeCandidate(fresh.sql, region)).id
const change = (id: number, wish: Change) => changeCandidate(fresh.sql, humas, { id, change: wish })

test('a category that a person set on what waits is a label, and goes when it is set back', async () => {
  const id = await make()
  assert.deepEqual(await labels(), [])
  await change(id, { category: 'air' })
  assert.deepEqual(await labels(), [{ complaint: true, category: 'air', urgent: false }])
  assert.equal((await countLabels(fresh.sql, region.id)).corrected, 1)
  await change(id, { category: 'jalan' })
  assert.deepEqual(await labels(), [])
})

test('who says that it is urgent says that it is a complaint; of what kind, nobody has said', async () => {
  const id = await make()
  await change(id, { urgent: true })
  assert.deepEqual(await labels(), [{ complaint: true, category: null, urgent: true }])
})

test('a category taken away, an agency and a label say nothing of the reading', async () => {
  const id = await make()
  await change(id, { category: null, agencyCode: 'DPU', labels: ['pasar'] })
  assert.deepEqual(await labels(), [])
})

test('what speaks in it only after the correction is no label', async () => {
  const id = await make()
  await change(id, { category: 'air' })
  await fresh.sql`
    update voices set joined_at = now() + interval '1 minute' where candidate_id = ${id}`
  assert.deepEqual(await labels(), [])
})

test('the decision that follows says more: opened as the case, dismissed as its reason', async () => {
  const opened = await make()
  await change(opened, { category: 'air' })
  await openCandidate(fresh.sql, humas, { id: opened, ...caseFields(), category: 'sampah' })
  assert.deepEqual(await labels(), [{ complaint: true, category: 'sampah', urgent: false }])

  await fresh.sql`update voices set left_at = now() where left_at is null`
  const [spam, solved] = [await make(), await make()]
  for (const id of [spam, solved]) await change(id, { category: 'air' })
  await dismissCandidate(fresh.sql, humas, { id: spam, reason: 'spam' })
  await dismissCandidate(fresh.sql, humas, { id: solved, reason: 'solved' })
  assert.deepEqual(
    (await labels()).sort((a, b) => Number(a.complaint) - Number(b.complaint)),
    [
      { complaint: false, category: null, urgent: false },
      { complaint: true, category: 'air', urgent: false },
    ],
  )
})

test('merged into a case of another kind, a corrected candidate keeps its own', async () => {
  const first = await make()
  const { caseId } = await openCandidate(fresh.sql, humas, { id: first, ...caseFields() })
  await fresh.sql`update voices set left_at = now() where left_at is null`
  const second = await make()
  await change(second, { category: 'drainase' })
  await mergeCandidate(fresh.sql, humas, { id: second, caseId: caseId! })
  assert.deepEqual(await labels(), [{ complaint: true, category: 'drainase', urgent: false }])
})
