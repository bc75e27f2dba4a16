import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { closeCase } from '../../src/cases/close.ts'
import { answerCase } from '../../src/cases/answer.ts'
import { disposeCase } from '../../src/cases/dispose.ts'
import { startCase } from '../../src/cases/start.ts'
import { readCase } from '../../src/cases/read.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { triageDue } from '../../src/region/triage-due.ts'
import { balance } from '../../src/trends/balance.ts'
import { readCandidate } from '../../src/triage/candidate.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { splitCandidate } from '../../src/triage/split.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { asOfficer, assertRefused, caseFields, eventsOf, oneWins } from '../makers.ts'
import { makeCopies, makeTold, textsIn, voiceSaying } from '../related.ts'

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
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [])
  await fresh.close()
})

const LAMP = 'Lampu jalan mati di Gang Melati'
const HOLE = 'Lubang besar di depan pasar'
const WASTE = 'Sampah menumpuk di Gang Melati'

type Options = Parameters<typeof makeTold>[3]
const told = (texts = [LAMP, HOLE, WASTE], options: Options = {}) =>
  makeTold(fresh.sql, region, texts, options)
const split = (id: number, voiceIds: number[], more: object = {}) =>
  splitCandidate(fresh.sql, analyst, { id, voiceIds, ...more })
/** What the machine read in a voice's message. */
const readAs = (voiceId: number, reading: Record<string, unknown>) => fresh.sql`
  update readings set ${fresh.sql(reading)}
   where id = (select coalesce(p.reading_id, f.reading_id) from voices v
                 left join posts p on p.id = v.post_id left join filings f on f.id = v.filing_id
                where v.id = ${voiceId})`

test('voices that are taken out become a waiting candidate of their own, with what they say', async () => {
  const { id, voiceIds } = await told()
  const area = { kecamatanCode: '99.01.01', kelurahanCode: '99.01.01.1001', place: 'Gang Melati' }
  await readAs(voiceIds[2]!, { category: 'sampah', urgent: true, ...area })
  const { candidate, left } = await split(id, [voiceIds[2]!], { version: 1 })
  assert.equal(candidate.status, 'waiting')
  assert.equal(candidate.splitFrom, id)
  assert.equal(candidate.title, 'Sampah menumpuk di Gang Melati · Gang Melati, Sumbersari')
  assert.equal(candidate.category, 'sampah')
  assert.equal(candidate.kelurahan?.name, 'Sumbersari')
  assert.deepEqual([candidate.urgent, candidate.voiceCount, candidate.version], [true, 1, 1])
  assert.deepEqual([left.voiceCount, left.version, left.title], [2, 2, LAMP])
  assert.deepEqual(await textsIn(fresh.sql, candidate.id), [WASTE])
  assert.deepEqual(await textsIn(fresh.sql, id), [LAMP, HOLE])
})

test('every row stays: the old voice has an end and who ended it, the new one says from where', async () => {
  const { id, voiceIds } = await told()
  const { candidate } = await split(id, [voiceIds[1]!])
  const [old] =
    await fresh.sql`select left_at, left_by, rung from voices where id = ${voiceIds[1]!}`
  assert.ok(old?.['leftAt'])
  assert.deepEqual([old['leftBy'], old['rung']], [analyst.officer.id, 'same'])
  const [voice] = (await readCandidate(fresh.sql, humas, { id: candidate.id })).voices
  assert.equal(voice?.rung, 'person')
  assert.deepEqual(voice.by, { id: analyst.officer.id, name: 'Rahmat' })
  assert.deepEqual(voice.reasons, [`dipisahkan Rahmat dari kandidat ${id}`])
  const prints = await fresh.sql`
    select f.candidate_id from fingerprints f join voices v on v.id = f.voice_id
     where v.id = any(${[voiceIds[1]!, voice.id]}::bigint[]) order by f.id`
  assert.deepEqual(
    prints.map((row) => row['candidateId']),
    [id, candidate.id],
  )
  const there = await eventsOf(fresh.sql, { candidateId: id })
  const here = await eventsOf(fresh.sql, { candidateId: candidate.id })
  assert.deepEqual(there.at(-1), {
    kind: 'candidate.split',
    officerId: analyst.officer.id,
    data: { into: candidate.id, voiceIds: [voiceIds[1]] },
  })
  assert.deepEqual(here, [
    {
      kind: 'candidate.split',
      officerId: analyst.officer.id,
      data: { from: id, voiceIds: [voiceIds[1]] },
    },
  ])
})

test('what only the taken voices had said is forgotten by those that stay; what was known stays', async () => {
  const { id, voiceIds } = await told([LAMP, HOLE])
  await readAs(voiceIds[1]!, { urgent: true, emergency: true, probability: 0.99, place: 'pasar' })
  await fresh.sql`
    update candidates set urgent = true, emergency = true, place = 'pasar', agency_code = 'DPU' where id = ${id}`
  const { left } = await split(id, [voiceIds[1]!])
  assert.deepEqual([left.urgent, left.emergency, left.place], [false, false, null])
  assert.equal(left.agency?.code, 'DPU')
})

test('without its first voice a candidate is named after the next one', async () => {
  const { id, voiceIds } = await told()
  const { left } = await split(id, [voiceIds[0]!])
  assert.equal(left.title, HOLE)
  const undone = await undoDecision(fresh.sql, analyst, {
    id: (await fresh.sql`select id from candidates where split_from = ${id}`)[0]!['id'] as number,
  })
  assert.equal(undone.status, 'joined')
  assert.equal((await readCandidate(fresh.sql, analyst, { id })).title, LAMP)
})

test('the last voice stays', async () => {
  const { id, voiceIds } = await told([LAMP, HOLE])
  await assertRefused(split(id, voiceIds), 409, /Suara terakhir tidak dapat dipisahkan/)
  await assertRefused(split(id, []), 422, /sedikitnya satu suara/)
  assert.equal((await textsIn(fresh.sql, id)).length, 2)
})

test('confidential stays confidential, and nobody waits longer than before', async () => {
  const dueAt = new Date(Date.now() + 60_000)
  const late = await told(undefined, { confidential: true, dueAt })
  const { candidate } = await split(late.id, [late.voiceIds[1]!])
  assert.equal(candidate.confidential, true)
  assert.equal(candidate.dueAt.getTime(), dueAt.getTime())
  const dueFar = new Date(Date.now() + 90 * 24 * 3_600_000)
  const early = await told(undefined, { dueAt: dueFar })
  const now = new Date()
  const made = await split(early.id, [early.voiceIds[1]!], { now })
  assert.equal(made.candidate.dueAt.getTime(), triageDue(region, now).getTime())
})

test('a voice is taken out of a case that it does not belong to; the case keeps its history', async () => {
  const { id, voiceIds } = await told()
  const { caseId } = await openCandidate(fresh.sql, humas, { id, ...caseFields() })
  const { candidate, left } = await split(id, [voiceIds[1]!])
  assert.deepEqual([candidate.status, candidate.caseId], ['waiting', null])
  assert.deepEqual([left.status, left.caseId], ['opened', caseId])
  const found = await readCase(fresh.sql, humas, { id: caseId! })
  assert.equal(found.voiceCount, 2)
  assert.ok(found.events.some(({ kind }) => kind === 'candidate.split'))
  await undoDecision(fresh.sql, analyst, { id: candidate.id })
  assert.deepEqual(await textsIn(fresh.sql, id), [LAMP, HOLE, WASTE])
  assert.equal((await readCase(fresh.sql, humas, { id: caseId! })).voiceCount, 3)
})

test('out of a closed case a voice is heard again, but nothing disappears back into it', async () => {
  const { id, voiceIds } = await told()
  const opened = await openCandidate(fresh.sql, humas, { id, ...caseFields({ agencyCode: 'DPU' }) })
  const caseId = opened.caseId!
  const { candidate } = await split(id, [voiceIds[1]!])
  await disposeCase(fresh.sql, humas, { id: caseId, agencyCode: 'DPU' })
  await startCase(fresh.sql, humas, { id: caseId })
  await answerCase(fresh.sql, humas, { id: caseId, text: 'Lampu sudah diganti.' })
  await closeCase(fresh.sql, humas, { id: caseId })
  await assertRefused(
    undoDecision(fresh.sql, analyst, { id: candidate.id }),
    409,
    /sudah ditutup; tinjau ulang/,
  )
  const again = await split(id, [voiceIds[2]!])
  assert.equal(again.candidate.status, 'waiting')
})

test('what is dismissed, stale, gone or unknown is refused with a sentence', async () => {
  const { id, voiceIds } = await told()
  const other = await told()
  await assertRefused(split(id, [voiceIds[1]!], { version: 9 }), 409, /berubah sejak/)
  await assertRefused(split(id, [other.voiceIds[0]!]), 409, /tidak lagi di kandidat ini/)
  await assertRefused(split(987_654, [1]), 404, /Kandidat 987654/)
  await split(id, [voiceIds[1]!])
  await assertRefused(split(id, [voiceIds[1]!]), 409, /tidak lagi di kandidat ini/)
  const observer = await asOfficer(fresh.sql, region, 'observer')
  await assertRefused(splitCandidate(fresh.sql, observer, { id, voiceIds }), 403)
  await dismissCandidate(fresh.sql, humas, { id: other.id, reason: 'spam' })
  const sentence = /sudah diputuskan oleh Sari pada/
  await assertRefused(split(other.id, [other.voiceIds[0]!]), 409, sentence)
})

test('of two officers who take out the same voice at once one wins', async () => {
  const { id, voiceIds } = await told()
  const [, second] = voiceIds
  const refusal = await oneWins(
    splitCandidate(fresh.sql, analyst, { id, voiceIds: [second!] }),
    splitCandidate(fresh.sql, humas, { id, voiceIds: [second!] }),
  )
  assert.match(refusal.message, /tidak lagi di kandidat ini/)
})

test('undone, the voice speaks again as it did before, and both histories tell it', async () => {
  const { id, voiceIds } = await told()
  const first = await readCandidate(fresh.sql, analyst, { id })
  const { candidate } = await split(id, [voiceIds[1]!])
  const row = await undoDecision(fresh.sql, analyst, { id: candidate.id, version: 1 })
  assert.deepEqual([row.status, row.joinedId, row.voiceCount], ['joined', id, 0])
  const back = await readCandidate(fresh.sql, analyst, { id })
  const kept = (voice: (typeof back.voices)[number]) => ({ ...voice, id: null })
  assert.deepEqual(back.voices.map(kept), first.voices.map(kept))
  assert.deepEqual([back.voiceCount, back.version], [3, 3])
  const rows = await fresh.sql`
    select id from voices where post_id = (select post_id from voices where id = ${voiceIds[1]!})`
  assert.equal(rows.length, 3)
  for (const candidateId of [id, candidate.id]) {
    const kinds = (await eventsOf(fresh.sql, { candidateId })).map(({ kind }) => kind)
    assert.deepEqual(kinds, ['candidate.split', 'candidate.split_undone'])
  }
  const again = undoDecision(fresh.sql, analyst, { id: candidate.id })
  await assertRefused(again, 409, /sudah dipindahkan lagi/)
})

test('a split is not undone after somebody has decided on where the voice came from', async () => {
  const { id, voiceIds } = await told()
  const { candidate } = await split(id, [voiceIds[1]!])
  await dismissCandidate(fresh.sql, humas, { id, reason: 'spam' })
  await assertRefused(
    undoDecision(fresh.sql, analyst, { id: candidate.id }),
    409,
    /Kandidat asalnya sudah diputuskan oleh Sari pada/,
  )
  await undoDecision(fresh.sql, humas, { id })
  assert.equal((await undoDecision(fresh.sql, analyst, { id: candidate.id })).status, 'joined')
})

test('copies: an original that leaves hands over to the eldest copy, or takes its copies along', async () => {
  const copy = (n: number) => `${LAMP} (${n})`
  const texts = [HOLE, LAMP, copy(1), copy(2), copy(3)]
  const { id, voiceIds } = await told(texts)
  await makeCopies(fresh.sql, voiceIds[1]!, voiceIds.slice(2))
  const before = await readCandidate(fresh.sql, analyst, { id })
  assert.deepEqual([before.voiceCount, before.copyCount], [5, 3])
  const original = before.voices.find(({ text }) => text === LAMP)
  assert.equal(original?.copies?.count, 3)

  const { candidate: alone, left } = await split(id, [voiceIds[1]!])
  assert.deepEqual([alone.voiceCount, alone.copyCount], [1, 0])
  assert.deepEqual([left.voiceCount, left.copyCount], [4, 2])
  const heir = await voiceSaying(fresh.sql, id, copy(1))
  const { candidate: together } = await split(id, [heir], { withCopies: true })
  assert.deepEqual([together.voiceCount, together.copyCount], [3, 2])
  assert.deepEqual(await textsIn(fresh.sql, id), [HOLE])
  const { voices } = await readCandidate(fresh.sql, analyst, { id: together.id })
  const first = voices.find(({ text }) => text === copy(1))!
  assert.equal(first.copyOf, null)
  assert.deepEqual(
    voices.filter(({ copyOf }) => copyOf === first.id).map(({ text }) => text),
    [copy(2), copy(3)],
  )
})

test('nothing is lost in the balance', async () => {
  assert.equal((await balance(fresh.sql, region.id)).unaccounted, 0)
})
