import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { declineCase } from '../../src/cases/decline.ts'
import { countLabels, isHeldOut, missingLabels, readLabels } from '../../src/learn/label.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { DISMISS_REASONS } from '../../src/triage/reasons.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { freshDatabase, freshRegion, makePost, makeSource, type Fresh } from '../helpers.ts'
import { asOfficer, caseFields, makeCandidate, makeCase } from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
})
after(() => fresh.close())
beforeEach(async () => {
  await fresh.sql`delete from samples`
  await fresh.sql`update voices set left_at = now() where left_at is null`
})

/** The labels of everything, whichever side of the split it is on. */
async function labels() {
  const { trained, heldOut } = await readLabels(fresh.sql, region.id)
  return [...trained, ...heldOut].sort((a, b) => a.id.localeCompare(b.id))
}
const candidate = (options: Parameters<typeof makeCandidate>[2] = {}) =>
  makeCandidate(fresh.sql, region, options)

/** A candidate whose decision is trained on, so that all of its voices can be looked at. */
async function trainedCandidate(options: Parameters<typeof makeCandidate>[2] = {}) {
  for (;;) {
    const made = await candidate(options)
    if (!isHeldOut(`c${made.id}`)) return made
    await fresh.sql`update voices set left_at = now() where candidate_id = ${made.id}`
  }
}

async function addVoice(candidateId: number, text: string, rung = 'near') {
  const { id: sourceId } = await makeSource(fresh.sql, { regionId: region.id })
  const { id } = await makePost(fresh.sql, { regionId: region.id, sourceId, text })
  await fresh.sql`
    insert into voices (candidate_id, post_id, rung, score)
    values (${candidateId}, ${id}, ${rung}, 0.9)`
}

test('an opened candidate is a complaint with the category and urgency that the person left', async () => {
  const { id, postId } = await candidate({ category: 'jalan', text: 'Got mampet di Kadia' })
  const fields = { ...caseFields(), category: 'drainase', urgent: true }
  await openCandidate(fresh.sql, humas, { id, ...fields })
  const [label, ...others] = await labels()
  assert.deepEqual(others, [])
  assert.deepEqual(label, {
    id: `p${postId}`,
    text: 'Got mampet di Kadia',
    title: undefined,
    channel: 'x',
    complaint: true,
    category: 'drainase',
    urgent: true,
    sure: true,
    weight: 1,
  })
})

test('a merged candidate is a complaint of its case, and the voices of one case share one weight', async () => {
  const first = await trainedCandidate({ text: 'Lampu mati di lorong satu' })
  const opened = await openCandidate(fresh.sql, humas, {
    id: first.id,
    ...caseFields(),
    category: 'penerangan',
  })
  const second = await trainedCandidate({ text: 'Gelap sekali lorong satu' })
  await addVoice(second.id, 'Kapan lampu lorong satu menyala')
  await mergeCandidate(fresh.sql, humas, { id: second.id, caseId: opened.caseId! })
  const all = await labels()
  assert.equal(all.length, 3)
  assert.ok(all.every(({ complaint, category }) => complaint && category === 'penerangan'))
  assert.ok(Math.abs(all.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-9)
})

test('a dismissal is "no complaint" only for the reasons that say so', async () => {
  const says: Record<string, boolean> = {}
  for (const reason of DISMISS_REASONS) {
    const { id, postId } = await candidate({ text: `alasan ${reason}` })
    await dismissCandidate(fresh.sql, humas, { id, reason })
    const label = (await labels()).find((each) => each.id === `p${postId}`)
    assert.notEqual(label?.complaint, true, reason)
    says[reason] = label !== undefined
  }
  assert.deepEqual(says, {
    not_complaint: true,
    unclear: false,
    elsewhere: false,
    private: true,
    spam: true,
    duplicate_source: false,
    solved: false,
  })
})

test('a decision that is taken back takes its label with it', async () => {
  const opened = await candidate({ text: 'satu' })
  await openCandidate(fresh.sql, humas, { id: opened.id, ...caseFields() })
  const dismissed = await candidate({ text: 'dua' })
  await dismissCandidate(fresh.sql, humas, { id: dismissed.id, reason: 'spam' })
  assert.equal((await labels()).length, 2)
  for (const { id } of [opened, dismissed]) await undoDecision(fresh.sql, humas, { id })
  assert.deepEqual(await labels(), [])
})

test('what waits, what joined after the decision and what only replies are no labels', async () => {
  await candidate({ text: 'masih menunggu' })
  const { id } = await trainedCandidate({ text: 'Pipa bocor' })
  await addVoice(id, 'sama min', 'reply')
  await openCandidate(fresh.sql, humas, { id, ...caseFields() })
  await addVoice(id, 'Pipa bocor juga')
  assert.deepEqual(
    (await labels()).map(({ text }) => text),
    ['Pipa bocor'],
  )
})

test('a case that was declined later is no label: two people said two things', async () => {
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU', status: 'opened' })
  assert.equal((await labels()).length, 1)
  await declineCase(fresh.sql, humas, { id, reason: 'Bukan aset pemerintah' })
  assert.deepEqual(await labels(), [])
})

test('what a citizen filed is a label, but not what was filed in confidence', async () => {
  for (const confidential of [false, true]) {
    const text = confidential ? 'rahasia' : 'terbuka'
    const { id } = await candidate({ filed: true, confidential, text })
    await openCandidate(fresh.sql, humas, { id, ...caseFields() })
  }
  const found = await labels()
  assert.deepEqual(
    found.map(({ text, channel, title }) => [text, channel, title]),
    [['terbuka', 'filed', undefined]],
  )
})

test('the verdicts of the daily sample are labels, and triage wins over them', async () => {
  const { id: sourceId } = await makeSource(fresh.sql, { regionId: region.id })
  const sampled: number[] = []
  for (const verdict of ['complaint', 'not_complaint', null]) {
    const text = `sampel ${verdict}`
    const { id } = await makePost(fresh.sql, { regionId: region.id, sourceId, text })
    await sample(id, sourceId, verdict)
    sampled.push(id)
  }
  const decided = await candidate({ text: 'sampel lalu diputuskan' })
  await sample(decided.postId!, sourceId, 'complaint')
  await dismissCandidate(fresh.sql, humas, { id: decided.id, reason: 'private' })
  const found = new Map((await labels()).map((label) => [label.id, label.complaint]))
  assert.deepEqual(
    [...sampled.map((id) => found.get(`p${id}`)), found.get(`p${decided.postId}`)],
    [true, false, undefined, false],
  )
  assert.equal((await countLabels(fresh.sql, region.id)).sampled, 2)
})

async function sample(postId: number, sourceId: number, verdict: string | null) {
  await fresh.sql`
    insert into samples (region_id, post_id, drawn_on, drawn_before, channel, stratum_size,
                         stratum_drawn, source_id, verdict, decided_by, decided_at)
    values (${region.id}, ${postId}, '2026-11-20', now(), 'x', 10, 1, ${sourceId}, ${verdict},
            ${verdict && humas.officer.id}, ${verdict && new Date()})`
}

test('one decision in five is held out, by one text, and the same ones for ever', async () => {
  const share = Array.from({ length: 5000 }, (_, n) => isHeldOut(`c${n}`)).filter(Boolean).length
  assert.ok(share > 900 && share < 1100, String(share))
  for (let n = 0; n < 12; n += 1) {
    const { id } = await candidate({ text: `Jembatan ${n} putus` })
    await addVoice(id, `Jembatan ${n} masih putus`)
    await openCandidate(fresh.sql, humas, { id, ...caseFields() })
  }
  const once = await readLabels(fresh.sql, region.id)
  const again = await readLabels(fresh.sql, region.id)
  assert.deepEqual(once, again)
  assert.ok(once.heldOut.every(({ text }) => !text.includes('masih')))
  const trained = new Set(once.trained.map(({ id }) => id))
  assert.ok(once.heldOut.every(({ id }) => !trained.has(id)))
})

test('a text that is held out is not trained on under another candidate', async () => {
  const seen = { trained: false, heldOut: false }
  while (!seen.trained || !seen.heldOut) {
    const { id } = await candidate({ text: 'Promo pulsa murah!' })
    await dismissCandidate(fresh.sql, humas, { id, reason: 'spam' })
    if (isHeldOut(`c${id}`)) seen.heldOut = true
    else seen.trained = true
  }
  const { trained, heldOut } = await readLabels(fresh.sql, region.id)
  assert.ok(heldOut.length > 0)
  assert.deepEqual(trained, [])
})

test('what is missing before the first training is said in a sentence', () => {
  const counts = { opened: 0, merged: 0, dismissed: 0, sampled: 0, corrected: 0 }
  const of = (complaints: number, others: number) =>
    missingLabels({ ...counts, decisions: complaints + others, complaints, others })
  assert.equal(of(50, 10), null)
  assert.equal(
    of(52, 4),
    'Belum cukup untuk melatih: perlu 4 keputusan lagi, 6 keputusan "bukan aduan" lagi.',
  )
  assert.match(of(0, 0)!, /60 keputusan lagi, 10 keputusan "aduan" lagi/)
})
