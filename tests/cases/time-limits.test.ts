import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answerCase } from '../../src/cases/answer.ts'
import { declineCase } from '../../src/cases/decline.ts'
import { disposeCase } from '../../src/cases/dispose.ts'
import { readCase } from '../../src/cases/read.ts'
import { reopenCase } from '../../src/cases/reopen.ts'
import { returnCase } from '../../src/cases/return-case.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { asOfficer, eventsOf, makeCase } from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
})
after(() => fresh.close())

const at = (time: string) => new Date(`${time}+07:00`)
const clocksOf = async (id: number) => (await readCase(fresh.sql, humas, { id })).clocks

test('disposition starts one clock for each rung of the stage "answer", by the calendar', async () => {
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU', status: 'opened' })
  const now = at('2026-12-22T10:00:00')
  const row = await disposeCase(fresh.sql, humas, { id, agencyCode: 'DPU', now })
  // Two days of a six-day week after Tuesday: Wednesday 23, Friday 25 (24 is cuti bersama in this pack).
  assert.equal(row.dueAt?.toISOString(), at('2026-12-25T23:59:59').toISOString())
  assert.equal(row.dueRung, 'whatsapp')
  const rungs = region.clocks.filter(({ stage }) => stage === 'answer').map(({ rung }) => rung)
  assert.deepEqual((await clocksOf(id)).map(({ rung }) => rung).sort(), rungs.sort())
})

test('the first answer stops all clocks; a later answer keeps the first time', async () => {
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  const first = new Date()
  const text = 'Lubang sudah kami tambal.'
  const answered = await answerCase(fresh.sql, humas, { id, text, now: first })
  assert.equal(answered.dueAt, null)
  assert.ok((await clocksOf(id)).every(({ stoppedAt }) => stoppedAt?.getTime() === first.getTime()))

  await reopenCase(fresh.sql, humas, { id, reason: 'Lubangnya muncul lagi' })
  const again = await answerCase(fresh.sql, humas, { id, text: 'Ditambal ulang dengan beton.' })
  assert.equal(again.answeredAt?.getTime(), first.getTime())
  assert.equal((await readCase(fresh.sql, humas, { id })).answer, 'Ditambal ulang dengan beton.')
})

test('reopening starts new clocks beside the stopped ones', async () => {
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU', status: 'closed' })
  const before = await clocksOf(id)
  const row = await reopenCase(fresh.sql, humas, { id, reason: 'Lubangnya muncul lagi' })
  assert.equal(row.closedAt, null)
  assert.notEqual(row.dueAt, null)
  const clocks = await clocksOf(id)
  assert.equal(clocks.length, before.length * 2)
  assert.equal(clocks.filter(({ stoppedAt }) => stoppedAt === null).length, before.length)
})

test('a transfer and a return leave the first clocks running: the citizen still waits', async () => {
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  const before = await clocksOf(id)
  await disposeCase(fresh.sql, humas, { id, agencyCode: 'DKP', note: 'Salah alamat' })
  await returnCase(fresh.sql, humas, { id, reason: 'Bukan wewenang DKP' })
  await disposeCase(fresh.sql, humas, { id, agencyCode: 'KOMINFO' })
  assert.deepEqual(await clocksOf(id), before)
  const kinds = (await eventsOf(fresh.sql, { caseId: id })).map(({ kind }) => kind)
  assert.deepEqual(kinds.slice(-3), ['case.transferred', 'case.returned', 'case.disposed'])
})

test('declining stops the clocks', async () => {
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  const row = await declineCase(fresh.sql, humas, { id, reason: 'Jalan milik perumahan' })
  assert.equal(row.dueAt, null)
  assert.notEqual(row.closedAt, null)
})
