import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answerCase } from '../../src/cases/answer.ts'
import type { CaseStatus } from '../../src/cases/transitions.ts'
import { asOfficer, eventsOf, makeCase } from '../makers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
before(async () => {
  web = await startWeb()
})
after(() => web.close())

async function made(status: CaseStatus, agencyCode = 'DPU', confidential = false) {
  const desk = await asOfficer(web.fresh.sql, web.region, 'humas')
  return makeCase(web.fresh.sql, desk, { status, agencyCode, confidential, filed: true })
}

/** Each act on a case in a state that allows it, and the state it leads to. */
const ACTS: [act: string, from: CaseStatus, body: object, to: CaseStatus][] = [
  ['dispose', 'opened', { agencyCode: 'DKP', note: 'mohon ditangani' }, 'disposed'],
  ['start', 'disposed', {}, 'in_progress'],
  ['answer', 'in_progress', { text: 'Lubang sudah ditambal kemarin.' }, 'answered'],
  ['return', 'disposed', { reason: 'bukan wewenang kami' }, 'opened'],
  ['close', 'answered', { note: 'selesai' }, 'closed'],
  ['decline', 'opened', { reason: 'bukan aset pemerintah' }, 'declined'],
  ['reopen', 'closed', { reason: 'warga belum puas' }, 'disposed'],
]

for (const [act, from, body, to] of ACTS) {
  test(`${act} through the API brings a case from ${from} to ${to} and leaves one line of history`, async () => {
    const { cookie, officer } = await web.enter('humas')
    const { id } = await made(from)
    const before = await eventsOf(web.fresh.sql, { caseId: id })
    const { status, json } = await web.ask(`POST /api/cases/${id}/${act}`, { cookie, body })
    assert.equal(status, 200, JSON.stringify(json))
    assert.equal(json['status'], to)
    const now = await eventsOf(web.fresh.sql, { caseId: id })
    assert.equal(now.length, before.length + 1)
    assert.equal(now.at(-1)!.officerId, officer.id)
  })
}

test('answering through the API leaves the same history as the verb', async () => {
  const { cookie, officer } = await web.enter('agency', 'DPU')
  const [byVerb, byApi] = [await made('in_progress'), await made('in_progress')]
  const text = 'Lubang sudah ditambal kemarin.'
  await answerCase(web.fresh.sql, { region: web.region, officer }, { id: byVerb.id, text })
  await web.ask(`POST /api/cases/${byApi.id}/answer`, { cookie, body: { text } })
  const last = async (caseId: number) => (await eventsOf(web.fresh.sql, { caseId })).at(-1)
  assert.deepEqual(await last(byApi.id), await last(byVerb.id))
})

test('a case comes with its clocks and with what this officer may do now', async () => {
  const { id, number } = await made('disposed')
  const desk = await web.enter('humas')
  const agency = await web.enter('agency', 'DPU')
  const seen = await web.ask(`GET /api/cases/${id}`, { cookie: agency.cookie })
  assert.equal(seen.json['number'], number)
  assert.ok((seen.json['clocks'] as unknown[]).length > 0)
  assert.ok(seen.json['dueAt'])
  assert.deepEqual(seen.json['acts'], ['start', 'answer', 'return'])
  const byDesk = await web.ask(`GET /api/cases/${id}`, { cookie: desk.cookie })
  assert.ok((byDesk.json['acts'] as string[]).includes('dispose'))
})

test('an agency finds its own cases only, and another one does not exist for it', async () => {
  const mine = await made('disposed', 'DPU')
  const theirs = await made('disposed', 'DKP')
  const { cookie } = await web.enter('agency', 'DPU')
  const { json } = await web.ask('GET /api/cases?status=all&limit=200', { cookie })
  const ids = (json['items'] as { id: number }[]).map((item) => item.id)
  assert.ok(ids.includes(mine.id) && !ids.includes(theirs.id))
  assert.equal((await web.ask(`GET /api/cases/${theirs.id}`, { cookie })).status, 404)
  const body = { text: 'Lubang sudah ditambal kemarin.' }
  assert.equal((await web.ask(`POST /api/cases/${theirs.id}/answer`, { cookie, body })).status, 404)
})

test('who asked for secrecy stays unknown to the agency', async () => {
  const { id } = await made('disposed', 'DPU', true)
  const { cookie } = await web.enter('agency', 'DPU')
  const { status, text } = await web.ask(`GET /api/cases/${id}`, { cookie })
  assert.equal(status, 200)
  assert.doesNotMatch(text, /Pelapor Rekaan|0800-000-000|pagar hijau/)
})

test('an act in the wrong state is refused with 409, an empty reason with 422', async () => {
  const { cookie } = await web.enter('humas')
  const { id } = await made('opened')
  const wrong = await web.ask(`POST /api/cases/${id}/close`, { cookie, body: {} })
  assert.equal(wrong.status, 409)
  const empty = await web.ask(`POST /api/cases/${id}/decline`, { cookie, body: { reason: ' ' } })
  assert.equal(empty.status, 422)
  assert.ok((empty.json['fields'] as Record<string, string>)['reason'])
})

test('a screen that shows an old state may not act on it', async () => {
  const { cookie } = await web.enter('humas')
  const { id } = await made('disposed')
  const { status } = await web.ask(`POST /api/cases/${id}/start`, { cookie, body: { version: 1 } })
  assert.equal(status, 409)
})
