import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { reopenCase } from '../../src/cases/reopen.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { readCandidate } from '../../src/triage/candidate.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { joinCandidate } from '../../src/triage/join.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { rejectSuggestion, restoreSuggestion } from '../../src/triage/reject.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import {
  asOfficer,
  assertRefused,
  caseFields,
  eventsOf,
  makeCase,
  oneWins,
  type MadeCandidate,
} from '../makers.ts'
import { makePrint, makeTold } from '../related.ts'

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
after(async () => {
  await fresh.close()
})

const told = (text: string, options = {}) => makeTold(fresh.sql, region, [text], options)
const suggest = (candidateId: number, other: object, score = 0.7) => fresh.sql`
  insert into suggestions ${fresh.sql({ candidateId, score, reasons: ['sama: gang'], ...other })}`
const seen = async (id: number, acting = analyst) =>
  (await readCandidate(fresh.sql, acting, { id })).suggestions
const reject = (id: number, target: { candidateId: number } | { caseId: number }) =>
  rejectSuggestion(fresh.sql, analyst, { id, target })
const closedCase = (options: object = {}) =>
  makeCase(fresh.sql, humas, { agencyCode: 'DPU', status: 'closed', ...options })
const kept = async ({ candidate }: { candidate: MadeCandidate }) => {
  await makePrint(fresh.sql, region, candidate)
}

test('rejected, a suggestion stays as history with who and when, and is offered no more', async () => {
  const [a, b, c] = [await told('Gelap'), await told('Lampu mati'), await told('Lampu padam')]
  await suggest(a.id, { otherId: b.id }, 0.9)
  await suggest(a.id, { otherId: c.id }, 0.6)
  const now = await reject(a.id, { candidateId: b.id })
  assert.deepEqual(
    now.map(({ candidateId, rejectedBy }) => [candidateId, rejectedBy?.name ?? null]),
    [
      [c.id, null],
      [b.id, 'Rahmat'],
    ],
  )
  assert.ok(now[1]?.rejectedAt instanceof Date)
  assert.deepEqual(await seen(a.id), now)
  assert.deepEqual(await eventsOf(fresh.sql, { candidateId: a.id }), [
    {
      kind: 'candidate.suggestion_rejected',
      officerId: analyst.officer.id,
      data: { candidateId: b.id, number: null },
    },
  ])
  const [row] = await fresh.sql`select version from candidates where id = ${a.id}`
  assert.equal(row?.['version'], 1)
})

test('a rejection is taken back by anybody who decides, and then offered again', async () => {
  const [a, b] = [await told('Gelap'), await told('Lampu mati')]
  await suggest(a.id, { otherId: b.id })
  const target = { candidateId: b.id }
  await reject(a.id, target)
  const [again] = await restoreSuggestion(fresh.sql, humas, { id: a.id, target })
  assert.deepEqual([again?.rejectedBy, again?.rejectedAt], [null, null])
  const kinds = (await eventsOf(fresh.sql, { candidateId: a.id })).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['candidate.suggestion_rejected', 'candidate.suggestion_restored'])
  const twice = restoreSuggestion(fresh.sql, humas, { id: a.id, target })
  await assertRefused(twice, 409, /tidak sedang ditolak/)
})

test('of two who reject at once the second is told by whom; decided and unknown ones are refused', async () => {
  const [a, b] = [await told('Gelap'), await told('Lampu mati')]
  await suggest(a.id, { otherId: b.id })
  const target = { candidateId: b.id }
  const refusal = await oneWins(
    rejectSuggestion(fresh.sql, humas, { id: a.id, target }),
    rejectSuggestion(fresh.sql, analyst, { id: a.id, target }),
  )
  assert.match(refusal.message, /sudah ditolak oleh (Sari|Rahmat) pada/)
  await assertRefused(reject(a.id, { caseId: 987_654 }), 409, /tidak ada lagi/)
  await assertRefused(reject(987_654, target), 404)
  const observer = await asOfficer(fresh.sql, region, 'observer')
  await assertRefused(rejectSuggestion(fresh.sql, observer, { id: a.id, target }), 403)
  await dismissCandidate(fresh.sql, humas, { id: a.id, reason: 'spam' })
  await assertRefused(reject(a.id, target), 409, /sudah diputuskan oleh Sari/)
})

test('a suggestion follows the other candidate to where it stands now, and back', async () => {
  const [a, b, c] = [await told('Gelap'), await told('Lampu mati'), await told('Lampu padam')]
  await suggest(a.id, { otherId: b.id })
  await joinCandidate(fresh.sql, analyst, { id: b.id, otherId: c.id })
  assert.equal((await seen(a.id))[0]?.candidateId, c.id)
  const { caseId, number } = await openCandidate(fresh.sql, humas, { id: c.id, ...caseFields() })
  const [there] = await seen(a.id)
  assert.deepEqual(
    [there?.candidateId, there?.caseId, there?.caseNumber, there?.caseStatus],
    [null, caseId, number, 'opened'],
  )
  await undoDecision(fresh.sql, humas, { id: c.id })
  await undoDecision(fresh.sql, analyst, { id: b.id })
  assert.equal((await seen(a.id))[0]?.candidateId, b.id)
  await dismissCandidate(fresh.sql, humas, { id: b.id, reason: 'solved' })
  assert.deepEqual(await seen(a.id), [])
})

test('two guesses that lead to one place are one, and what was rejected there stays rejected', async () => {
  const [a, b] = [await told('Gelap'), await told('Lampu mati')]
  const open = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  await kept(open)
  await suggest(a.id, { otherId: b.id }, 0.9)
  await suggest(a.id, { caseId: open.id }, 0.5)
  assert.equal((await seen(a.id)).length, 2)
  await reject(a.id, { candidateId: b.id })
  await mergeCandidate(fresh.sql, humas, { id: b.id, caseId: open.id })
  const [only, ...others] = await seen(a.id)
  assert.deepEqual([only?.caseId, only?.score, others.length], [open.id, 0.9, 0])
  assert.equal(only?.rejectedBy?.name, 'Rahmat')
  await restoreSuggestion(fresh.sql, humas, { id: a.id, target: { caseId: open.id } })
  assert.equal((await seen(a.id))[0]?.rejectedBy, null)
})

test('what was guessed of a joined candidate is offered where its voices speak, but never itself', async () => {
  const [a, b, c] = [await told('Gelap'), await told('Lampu mati'), await told('Lampu padam')]
  await suggest(a.id, { otherId: b.id })
  await suggest(a.id, { otherId: c.id })
  await joinCandidate(fresh.sql, analyst, { id: a.id, otherId: b.id })
  assert.deepEqual(
    (await seen(b.id)).map(({ candidateId }) => candidateId),
    [c.id],
  )
  await reject(b.id, { candidateId: c.id })
  assert.equal((await seen(b.id))[0]?.rejectedBy?.name, 'Rahmat')
})

test('a closed case is told of as closed, so that it may be opened again; a declined one is not', async () => {
  const a = await told('Gelap')
  const [closed, declined] = [await closedCase(), await closedCase({ status: 'declined' })]
  await suggest(a.id, { caseId: closed.id })
  await suggest(a.id, { caseId: declined.id })
  const [only, ...others] = await seen(a.id)
  assert.deepEqual([only?.caseId, only?.caseStatus, others.length], [closed.id, 'closed', 0])
  const merging = mergeCandidate(fresh.sql, humas, { id: a.id, caseId: closed.id })
  await assertRefused(merging, 409, /sudah ditutup; tinjau ulang/)
  await reopenCase(fresh.sql, humas, { id: closed.id, reason: 'Padam lagi sejak kemarin.' })
  await mergeCandidate(fresh.sql, humas, { id: a.id, caseId: closed.id })
  assert.deepEqual(await seen(a.id), [])
})

test('an observer does not read the address that ends the title of a filing', async () => {
  const a = await told('Gelap')
  const filed = await told('Lampu mati', { filed: true, title: 'Lampu mati · Rumah pagar hijau' })
  await suggest(a.id, { otherId: filed.id })
  const observer = await asOfficer(fresh.sql, region, 'observer')
  assert.equal((await seen(a.id))[0]?.title, 'Lampu mati · Rumah pagar hijau')
  assert.equal((await seen(a.id, observer))[0]?.title, 'Lampu mati')
})

test('nothing of all this is lost', async () => {
  await fresh.sql`
    insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at, embedder_id)
    select ${region.id}, v.candidate_id, v.id, sha256('x'),
           array_fill(0, array[256])::vector::halfvec, now(), e.id
      from voices v cross join embedders e
     where e.status = 'active' and not exists (select 1 from fingerprints f where f.voice_id = v.id)`
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
})
