import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { answerCase } from '../../src/cases/answer.ts'
import { closeCase } from '../../src/cases/close.ts'
import { declineCase } from '../../src/cases/decline.ts'
import { disposeCase } from '../../src/cases/dispose.ts'
import { reopenCase } from '../../src/cases/reopen.ts'
import { startCase } from '../../src/cases/start.ts'
import { fileComplaint, type Ticket } from '../../src/intake/file.ts'
import { trackFiling } from '../../src/intake/track.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { asOfficer, assertRefused, caseFields, makeCandidate } from '../makers.ts'

const AGENCY = 'Dinas Pekerjaan Umum Kota Contoh'
let fresh: Fresh
let region: Region
let humas: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas', { name: 'Sari' })
})
after(() => fresh.close())

/** A filing that the line has read and grouped. */
async function filed(): Promise<Ticket & { candidateId: number }> {
  const ticket = await fileComplaint(fresh.sql, region, {
    text: 'Lampu jalan di depan pasar mati.',
    confidential: false,
    requestKey: randomUUID(),
    clientAddress: randomUUID(),
    instanceKey: Buffer.alloc(32, 7),
  })
  const { id: candidateId, voiceId } = await makeCandidate(fresh.sql, region, { filed: true })
  await fresh.sql`
    update voices set filing_id = (select id from filings where number = ${ticket.number})
     where id = ${voiceId}`
  return { ...ticket, candidateId }
}
const track = ({ number, secret }: Ticket) =>
  trackFiling(fresh.sql, { regionId: region.id, number, secret })
/** Which steps are done and which are to come. */
const stepsOf = async (ticket: Ticket) =>
  (await track(ticket)).steps.map(({ text, at }) => `${at ? 'x' : '-'} ${text}`)

test('a citizen sees each step from filing to the end, with the answer of the agency', async () => {
  const ticket = await filed()
  assert.equal((await track(ticket)).status, 'Menunggu verifikasi')
  assert.deepEqual(await stepsOf(ticket), [
    'x Laporan diterima',
    '- Laporan diverifikasi',
    '- Diteruskan ke perangkat daerah',
    '- Dijawab',
    '- Selesai',
  ])
  const fields = caseFields({ agencyCode: 'DPU' })
  const opened = await openCandidate(fresh.sql, humas, { id: ticket.candidateId, ...fields })
  const id = opened.caseId!
  const first = await track(ticket)
  assert.equal(first.status, 'Terverifikasi, menunggu diteruskan')
  assert.deepEqual([first.caseNumber, first.agency], [opened.number, null])

  await disposeCase(fresh.sql, humas, { id, agencyCode: 'DPU' })
  assert.equal((await track(ticket)).status, `Diteruskan ke ${AGENCY}`)
  assert.ok((await track(ticket)).dueAt instanceof Date)
  await startCase(fresh.sql, humas, { id })
  assert.equal((await track(ticket)).status, `Sedang ditindaklanjuti ${AGENCY}`)
  await answerCase(fresh.sql, humas, { id, text: 'Lampunya sudah kami ganti.' })
  const answered = await track(ticket)
  assert.deepEqual(
    [answered.status, answered.answer],
    ['Sudah dijawab', 'Lampunya sudah kami ganti.'],
  )
  await closeCase(fresh.sql, humas, { id })
  assert.equal((await track(ticket)).status, 'Selesai')
  assert.deepEqual(await stepsOf(ticket), [
    'x Laporan diterima',
    'x Laporan diverifikasi',
    `x Diteruskan ke ${AGENCY}`,
    'x Dijawab',
    'x Selesai',
  ])
  await reopenCase(fresh.sql, humas, { id, reason: 'Lampunya mati lagi' })
  assert.equal((await track(ticket)).status, `Ditinjau ulang oleh ${AGENCY}`)
  assert.equal((await stepsOf(ticket)).at(-1), '- Selesai')
})

test('a dismissed filing says so with a reason in words, and an undo takes that back', async () => {
  const ticket = await filed()
  await dismissCandidate(fresh.sql, humas, {
    id: ticket.candidateId,
    reason: 'elsewhere',
    note: 'rahasia',
  })
  const found = await track(ticket)
  assert.deepEqual(
    [found.status, found.reason],
    ['Tidak dilanjutkan', 'Masalah ini berada di luar wilayah kami.'],
  )
  assert.equal((await stepsOf(ticket)).at(-1), 'x Tidak dilanjutkan')
  assert.doesNotMatch(JSON.stringify(found), /rahasia|Sari/)
  await undoDecision(fresh.sql, humas, { id: ticket.candidateId })
  assert.equal((await track(ticket)).status, 'Menunggu verifikasi')
})

test('a declined case gives the reason that the government wrote', async () => {
  const ticket = await filed()
  const fields = { ...caseFields({ agencyCode: 'DPU' }), dispose: true }
  const { caseId } = await openCandidate(fresh.sql, humas, { id: ticket.candidateId, ...fields })
  await declineCase(fresh.sql, humas, { id: caseId!, reason: 'Jalan ini milik pengembang.' })
  const found = await track(ticket)
  assert.deepEqual(
    [found.status, found.reason],
    ['Tidak dapat ditindaklanjuti', 'Jalan ini milik pengembang.'],
  )
  assert.deepEqual((await stepsOf(ticket)).slice(2), [
    `x Diteruskan ke ${AGENCY}`,
    'x Tidak dilanjutkan',
  ])
})

test('number and secret may be typed in small letters and without hyphens', async () => {
  const { number, secret } = await filed()
  const typed = {
    number: number.toLowerCase(),
    secret: ` ${secret.toLowerCase().replaceAll('-', '')}`,
  }
  assert.equal((await track(typed)).number, number)
})

test('an unknown number, a wrong secret and the secret of another filing get the same answer', async () => {
  const mine = await filed()
  const other = await filed()
  const answers = [
    await assertRefused(track({ number: 'CTH-L-000000', secret: mine.secret }), 404),
    await assertRefused(track({ number: mine.number, secret: other.secret }), 404),
    await assertRefused(track({ number: mine.number, secret: '' }), 404),
    await assertRefused(track({ number: 'nonsense', secret: mine.secret }), 404),
  ]
  assert.equal(new Set(answers.map(({ message }) => message)).size, 1)
  assert.deepEqual(answers[0]?.fields, answers[1]?.fields)
})

test('a slip of the finger in the secret is named, whether or not the number exists', async () => {
  const { number, secret } = await filed()
  const slipped = (secret.startsWith('Z') ? 'Y' : 'Z') + secret.slice(1)
  for (const typed of [number, 'CTH-L-000000']) {
    const refusal = await assertRefused(track({ number: typed, secret: slipped }), 404)
    assert.deepEqual(Object.keys(refusal.fields), ['secret'])
  }
})
