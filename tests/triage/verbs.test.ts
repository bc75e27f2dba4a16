import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { disposeCase } from '../../src/cases/dispose.ts'
import { startCase } from '../../src/cases/start.ts'
import { readCase } from '../../src/cases/read.ts'
import { connectPostgres } from '../../src/db/connect.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { readCandidate } from '../../src/triage/candidate.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import {
  asOfficer,
  assertRefused,
  caseFields,
  eventsOf,
  makeCandidate,
  makeCase,
  oneWins,
} from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
let analyst: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas', { name: 'Sari' })
  analyst = await asOfficer(fresh.sql, region, 'analyst', { name: 'Rahmat' })
})
after(() => fresh.close())

const waiting = () => makeCandidate(fresh.sql, region)
type Decide = (acting: Acting, id: number, version?: number) => Promise<{ status: string }>
const dismiss: Decide = (acting, id, version) =>
  dismissCandidate(fresh.sql, acting, { id, version, reason: 'spam', note: 'Iklan' })
const open: Decide = (acting, id, version) =>
  openCandidate(fresh.sql, acting, { id, version, ...caseFields() })
const merge: Decide = async (acting, id, version) => {
  const { id: caseId } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  return mergeCandidate(fresh.sql, acting, { id, version, caseId })
}

for (const [name, decide, status] of [
  ['dismiss', dismiss, 'dismissed'],
  ['merge', merge, 'merged'],
  ['open', open, 'opened'],
] as const) {
  test(`${name}: works, leaves a history row and a higher version`, async () => {
    const { id } = await waiting()
    const row = await decide(analyst, id, 1)
    assert.equal(row.status, status)
    const found = await readCandidate(fresh.sql, analyst, { id })
    assert.equal(found.version, 2)
    assert.deepEqual(found.decidedBy, { id: analyst.officer.id, name: 'Rahmat' })
    const kinds = (await eventsOf(fresh.sql, { candidateId: id })).map(({ kind }) => kind)
    assert.deepEqual(kinds, [`candidate.${status}`])
  })

  test(`${name}: a decided candidate is refused with who decided and when`, async () => {
    const { id } = await waiting()
    await dismiss(humas, id)
    const sentence =
      /^Kandidat ini sudah diputuskan oleh Sari pada \d+ \w+ \d\d\.\d\d; muat ulang untuk melihatnya\.$/
    await assertRefused(decide(analyst, id), 409, sentence)
    assert.equal((await eventsOf(fresh.sql, { candidateId: id })).length, 1)
  })

  test(`${name}: an officer without the right is refused, and the candidate still waits`, async () => {
    const { id } = await waiting()
    const observer = await asOfficer(fresh.sql, region, 'observer')
    await assertRefused(decide(observer, id), 403, /tidak berhak memutuskan kandidat/)
    assert.equal((await readCandidate(fresh.sql, observer, { id })).status, 'waiting')
  })

  test(`${name}: of two officers at once one wins, and the other hears who`, async () => {
    const { id } = await waiting()
    const refusal = await oneWins(decide(humas, id), dismiss(analyst, id))
    assert.equal(refusal.status, 409)
    assert.match(refusal.message, /diputuskan oleh (Sari|Rahmat) pada/)
    assert.equal((await eventsOf(fresh.sql, { candidateId: id })).length, 1)
  })

  test(`${name}: a screen that is behind is refused; unknown candidates do not exist`, async () => {
    const { id } = await waiting()
    await assertRefused(decide(humas, id, 7), 409, /berubah sejak Anda membukanya/)
    await assertRefused(decide(humas, 987_654), 404, /Kandidat 987654 tidak ditemukan/)
  })

  test(`${name}: undone, the candidate waits again and the history has both lines`, async () => {
    const { id } = await waiting()
    await decide(humas, id)
    const row = await undoDecision(fresh.sql, analyst, { id, version: 2 })
    assert.equal(row.status, 'waiting')
    assert.deepEqual(
      [row.caseId, row.dismissReason, row.decidedBy, row.version],
      [null, null, null, 3],
    )
    const events = await eventsOf(fresh.sql, { candidateId: id })
    assert.deepEqual(
      events.map(({ kind }) => kind),
      [`candidate.${status}`, 'candidate.undone'],
    )
    assert.equal(events[1]?.data['was'], status)
    assert.equal((await dismiss(humas, id)).status, 'dismissed')
  })
}

test('a dismissal needs one of the seven reasons', async () => {
  const { id } = await waiting()
  const reason = 'karena' as 'spam'
  await assertRefused(dismissCandidate(fresh.sql, humas, { id, reason }), 422, /tidak dikenal/)
})

test('nothing is merged into a case that has ended, or that does not exist', async () => {
  const { id } = await waiting()
  for (const status of ['closed', 'declined'] as const) {
    const { id: caseId } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU', status })
    await assertRefused(mergeCandidate(fresh.sql, humas, { id, caseId }), 409, /sudah dit/)
  }
  await assertRefused(
    mergeCandidate(fresh.sql, humas, { id, caseId: 999_999 }),
    404,
    /Aduan 999999/,
  )
})

test('a decision does not collide with grouping that refers to the same case', async () => {
  const { id } = await waiting()
  const other = await waiting()
  const { id: caseId } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  const begun = Promise.withResolvers<void>()
  const grouping = fresh.sql.begin(async (tx) => {
    const suggestion = { candidateId: other.id, caseId, score: 0.5 }
    await tx`insert into suggestions ${tx(suggestion)}`
    begun.resolve()
    await wait(200)
    await tx`update candidates set voice_count = voice_count + 1 where id = ${id}`
  })
  await begun.promise
  const [merged] = await Promise.all([mergeCandidate(fresh.sql, humas, { id, caseId }), grouping])
  assert.equal(merged.status, 'merged')
  assert.equal((await readCandidate(fresh.sql, humas, { id })).voiceCount, 2)
})

test('a merge does not collide with grouping that keeps the same case open and wants the candidate', async () => {
  // The embedded database has one connection: nothing collides.
  if (!fresh.url) return
  const { id } = await waiting()
  const { id: caseId } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  const grouping = await connectPostgres(fresh.url, 1)
  await grouping.sql`begin`
  await grouping.sql`select from cases where id = ${caseId} for share`
  const merging = mergeCandidate(fresh.sql, humas, { id, caseId })
  await wait(100)
  await grouping.sql`select from candidates where id = ${id} for no key update`
  await grouping.sql`commit`
  await grouping.close()
  assert.equal((await merging).status, 'merged')
})

test('a waiting candidate has nothing to undo', async () => {
  const { id } = await waiting()
  await assertRefused(undoDecision(fresh.sql, humas, { id }), 409, /masih menunggu/)
})

test('of two who undo at once one wins', async () => {
  const { id } = await waiting()
  await dismiss(humas, id)
  const refusal = await oneWins(
    undoDecision(fresh.sql, humas, { id }),
    undoDecision(fresh.sql, analyst, { id }),
  )
  assert.equal(refusal.status, 409)
})

test('undoing an opening withdraws the case with its clocks, until the agency has begun', async () => {
  const { id } = await waiting()
  const fields = caseFields({ agencyCode: 'DPU' })
  const { caseId } = await openCandidate(fresh.sql, humas, { id, ...fields, dispose: true })
  await undoDecision(fresh.sql, humas, { id })
  const withdrawn = await readCase(fresh.sql, humas, { id: caseId! })
  assert.equal(withdrawn.status, 'declined')
  assert.equal(withdrawn.dueAt, null)
  assert.ok(withdrawn.events.some(({ kind }) => kind === 'case.withdrawn'))

  const again = await openCandidate(fresh.sql, humas, { id, ...fields, dispose: true })
  await startCase(fresh.sql, humas, { id: again.caseId! })
  await assertRefused(undoDecision(fresh.sql, humas, { id }), 409, /sudah ditangani/)
})

test('an analyst takes back an opening, but not one that Humas has sent to an agency since', async () => {
  const { id } = await waiting()
  const fields = caseFields({ agencyCode: 'DPU' })
  const { caseId } = await openCandidate(fresh.sql, analyst, { id, ...fields })
  await disposeCase(fresh.sql, humas, { id: caseId!, agencyCode: 'DPU' })
  await assertRefused(undoDecision(fresh.sql, analyst, { id }), 403, /mendisposisikan aduan/)
  assert.equal((await readCase(fresh.sql, humas, { id: caseId! })).status, 'disposed')
  assert.equal((await undoDecision(fresh.sql, humas, { id })).status, 'waiting')
})

test('an opening is not undone while another candidate stands in its case', async () => {
  const first = await waiting()
  const other = await waiting()
  const { caseId } = await openCandidate(fresh.sql, humas, { id: first.id, ...caseFields() })
  await mergeCandidate(fresh.sql, humas, { id: other.id, caseId: caseId! })
  await assertRefused(
    undoDecision(fresh.sql, humas, { id: first.id }),
    409,
    /memuat 1 kandidat lain/,
  )
  await undoDecision(fresh.sql, humas, { id: other.id })
  assert.equal((await undoDecision(fresh.sql, humas, { id: first.id })).status, 'waiting')
})
