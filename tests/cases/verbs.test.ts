import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answerCase } from '../../src/cases/answer.ts'
import { closeCase } from '../../src/cases/close.ts'
import { declineCase } from '../../src/cases/decline.ts'
import { disposeCase } from '../../src/cases/dispose.ts'
import { listCases } from '../../src/cases/list.ts'
import { readCase } from '../../src/cases/read.ts'
import { reopenCase } from '../../src/cases/reopen.ts'
import { returnCase } from '../../src/cases/return-case.ts'
import { startCase } from '../../src/cases/start.ts'
import type { CaseAct, CaseStatus } from '../../src/cases/transitions.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { asOfficer, assertRefused, eventsOf, makeCase, oneWins } from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
let dpu: Acting
let dkp: Acting
let analyst: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas', { name: 'Sari' })
  dpu = await asOfficer(fresh.sql, region, 'agency', { name: 'Budi', agencyCode: 'DPU' })
  dkp = await asOfficer(fresh.sql, region, 'agency', { name: 'Wati', agencyCode: 'DKP' })
  analyst = await asOfficer(fresh.sql, region, 'analyst', { name: 'Rahmat' })
})
after(() => fresh.close())

const newCase = (status: CaseStatus) => makeCase(fresh.sql, humas, { agencyCode: 'DPU', status })

type Verb = {
  act: CaseAct
  from: CaseStatus
  to: CaseStatus
  wrong: CaseStatus
  event: string
  by: () => Acting
  run: (acting: Acting, id: number, version?: number) => Promise<{ status: CaseStatus }>
}

/** Each verb answers the same four questions below. */
const VERBS: Verb[] = [
  {
    act: 'dispose',
    from: 'opened',
    to: 'disposed',
    wrong: 'answered',
    event: 'case.disposed',
    by: () => humas,
    run: (acting, id, version) =>
      disposeCase(fresh.sql, acting, { id, version, agencyCode: 'DPU', note: 'Mohon dicek' }),
  },
  {
    act: 'start',
    from: 'disposed',
    to: 'in_progress',
    wrong: 'in_progress',
    event: 'case.started',
    by: () => dpu,
    run: (acting, id, version) => startCase(fresh.sql, acting, { id, version }),
  },
  {
    act: 'answer',
    from: 'in_progress',
    to: 'answered',
    wrong: 'closed',
    event: 'case.answered',
    by: () => dpu,
    run: (acting, id, version) =>
      answerCase(fresh.sql, acting, { id, version, text: 'Lubang sudah kami tambal.' }),
  },
  {
    act: 'close',
    from: 'answered',
    to: 'closed',
    wrong: 'disposed',
    event: 'case.closed',
    by: () => humas,
    run: (acting, id, version) => closeCase(fresh.sql, acting, { id, version }),
  },
  {
    act: 'decline',
    from: 'in_progress',
    to: 'declined',
    wrong: 'answered',
    event: 'case.declined',
    by: () => humas,
    run: (acting, id, version) =>
      declineCase(fresh.sql, acting, { id, version, reason: 'Jalan ini milik perumahan' }),
  },
  {
    act: 'reopen',
    from: 'closed',
    to: 'disposed',
    wrong: 'disposed',
    event: 'case.reopened',
    by: () => humas,
    run: (acting, id, version) =>
      reopenCase(fresh.sql, acting, { id, version, reason: 'Lubangnya muncul lagi' }),
  },
  {
    act: 'return',
    from: 'disposed',
    to: 'opened',
    wrong: 'answered',
    event: 'case.returned',
    by: () => dpu,
    run: (acting, id, version) =>
      returnCase(fresh.sql, acting, { id, version, reason: 'Bukan wewenang kami' }),
  },
]

for (const verb of VERBS) {
  test(`${verb.act}: works and leaves one history row by its officer`, async () => {
    const { id } = await newCase(verb.from)
    const before = await eventsOf(fresh.sql, { caseId: id })
    const row = await verb.run(verb.by(), id)
    assert.equal(row.status, verb.to)
    const added = (await eventsOf(fresh.sql, { caseId: id })).slice(before.length)
    assert.deepEqual(
      added.map(({ kind, officerId }) => [kind, officerId]),
      [[verb.event, verb.by().officer.id]],
    )
  })

  test(`${verb.act}: a wrong state is refused with who and when, and nothing changes`, async () => {
    const { id, number } = await newCase(verb.wrong)
    const before = await eventsOf(fresh.sql, { caseId: id })
    const sentence = new RegExp(
      `^Aduan ${number} .* oleh Sari pada \\d+ \\w+ \\d\\d\\.\\d\\d, jadi tidak`,
    )
    await assertRefused(verb.run(verb.by(), id), 409, sentence)
    assert.equal((await readCase(fresh.sql, humas, { id })).status, verb.wrong)
    assert.deepEqual(await eventsOf(fresh.sql, { caseId: id }), before)
  })

  test(`${verb.act}: an officer without the right is refused`, async () => {
    const { id } = await newCase(verb.from)
    await assertRefused(verb.run(analyst, id), 403, /^Peran Anda tidak berhak/)
    assert.equal((await readCase(fresh.sql, humas, { id })).status, verb.from)
  })

  test(`${verb.act}: of two at once one wins and the other is told who did what`, async () => {
    const { id } = await newCase(verb.from)
    const { version } = await readCase(fresh.sql, humas, { id })
    const count = (await eventsOf(fresh.sql, { caseId: id })).length
    const refusal = await oneWins(
      verb.run(verb.by(), id, version),
      verb.run(verb.act === 'return' ? humas : verb.by(), id, version),
    )
    assert.ok(refusal.status === 409 || refusal.status === 404, refusal.message)
    if (refusal.status === 409) assert.match(refusal.message, /oleh (Sari|Budi) pada/)
    assert.equal((await eventsOf(fresh.sql, { caseId: id })).length, count + 1)
  })

  test(`${verb.act}: a version that is not the one on the screen is refused`, async () => {
    const { id } = await newCase(verb.from)
    const { version } = await readCase(fresh.sql, humas, { id })
    await assertRefused(verb.run(verb.by(), id, version - 1), 409, /sudah diubah oleh Sari pada/)
  })

  test(`${verb.act}: a case of another region does not exist`, async () => {
    await assertRefused(verb.run(verb.by(), 999_999), 404, /^Aduan 999999 tidak ditemukan/)
  })
}

test('an agency officer does not learn that the case of another agency exists', async () => {
  const { id } = await newCase('disposed')
  await assertRefused(readCase(fresh.sql, dkp, { id }), 404, /tidak ditemukan/)
  await assertRefused(startCase(fresh.sql, dkp, { id }), 404, /tidak ditemukan/)
  await assertRefused(answerCase(fresh.sql, dkp, { id, text: 'Sudah beres semuanya' }), 404)
  const { items } = await listCases(fresh.sql, dkp, { status: 'all', agency: 'DPU' })
  assert.equal(items.length, 0)
})

test('an agency does not see a case before it is sent there, nor after it was sent back', async () => {
  const { id } = await newCase('opened')
  await assertRefused(readCase(fresh.sql, dpu, { id }), 404)
  await disposeCase(fresh.sql, humas, { id, agencyCode: 'DPU' })
  assert.deepEqual((await readCase(fresh.sql, dpu, { id })).acts, ['start', 'answer', 'return'])
  const row = await returnCase(fresh.sql, dpu, { id, reason: 'Bukan wewenang kami' })
  assert.equal(row.agency, null)
  await assertRefused(readCase(fresh.sql, dpu, { id }), 404)
})

test('a short answer or reason and an unknown agency are refused with their field', async () => {
  const { id } = await newCase('disposed')
  const answer = await assertRefused(answerCase(fresh.sql, dpu, { id, text: '  ok ' }), 422)
  assert.deepEqual(Object.keys(answer.fields), ['text'])
  const reason = await assertRefused(declineCase(fresh.sql, humas, { id, reason: 'tdk' }), 422)
  assert.deepEqual(Object.keys(reason.fields), ['reason'])
  const agency = await assertRefused(disposeCase(fresh.sql, humas, { id, agencyCode: 'X' }), 422)
  assert.deepEqual(Object.keys(agency.fields), ['agencyCode'])
  await assertRefused(
    disposeCase(fresh.sql, humas, { id, agencyCode: 'DPU' }),
    409,
    /sudah ada pada/,
  )
})
