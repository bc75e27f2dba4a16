import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '../../src/people/officer.ts'
import { answerPractice, drawnPractice, LEAST_DECISIONS } from '../../src/practice/practice.ts'
import type { Region } from '../../src/region/region.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { DISMISS_REASONS } from '../../src/triage/reasons.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'
import { asOfficer, assertRefused, caseFields, makeCandidate, makeCase } from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
let trainee: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas', { name: 'Sari Rekaan' })
  trainee = await asOfficer(fresh.sql, region, 'analyst', { name: 'Rahmat Rekaan' })
})
after(() => fresh.close())

const draw = (limit = 20, seen: number[] = []) => drawnPractice(fresh.sql, trainee, { limit, seen })
const answer = (id: number, choice: Parameters<typeof answerPractice>[2]['choice']) =>
  answerPractice(fresh.sql, trainee, { id, choice })

/** Each table with its number of rows and a hash of all that stands in them. */
async function everything(): Promise<string[]> {
  const tables = await fresh.sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`
  const states: string[] = []
  for (const { name } of tables) {
    const [row] = await fresh.sql<{ state: string }[]>`
      select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as state
        from ${fresh.sql(name)} t`
    states.push(`${name} ${row!.state}`)
  }
  return states
}

let dismissedId: number
let mergedId: number
let openedId: number
let target: { id: number; number: string }

test('with too few decisions nothing is drawn, and it is said how many there must be', async () => {
  const { id } = await makeCandidate(fresh.sql, region)
  await dismissCandidate(fresh.sql, humas, { id, reason: 'spam' })
  const { items, available, least } = await draw()
  assert.deepEqual(items, [])
  assert.equal(available, 1)
  assert.equal(least, LEAST_DECISIONS)
})

test('a drawn item tells nothing of its end and of no person', async () => {
  for (const reason of DISMISS_REASONS) {
    const { id } = await makeCandidate(fresh.sql, region, { text: `Contoh ${reason}` })
    await dismissCandidate(fresh.sql, humas, { id, reason })
    dismissedId = id
  }
  target = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  openedId = (await makeCandidate(fresh.sql, region, { filed: true, text: 'Lampu padam' })).id
  await openCandidate(fresh.sql, humas, { id: openedId, ...caseFields() })
  mergedId = (await makeCandidate(fresh.sql, region, { text: 'Lubang yang sama di pasar' })).id
  await mergeCandidate(fresh.sql, humas, { id: mergedId, caseId: target.id })

  const { items, available } = await draw()
  assert.equal(available, 11)
  assert.equal(items.length, 11)
  const text = JSON.stringify(items)
  for (const secret of ['dismissReason', 'status', 'caseNumber', 'note', 'decided']) {
    assert.doesNotMatch(text, new RegExp(`"${secret}`), secret)
  }
  assert.doesNotMatch(text, /warga_rekaan|Warga Rekaan|Pelapor Rekaan|0800-000|pagar hijau/)
  const opened = items.find(({ id }) => id === openedId)!
  assert.equal(opened.voices[0]!.text, 'Lampu padam')
  assert.ok(!opened.cases.some(({ title }) => title === ''), 'cases have titles')
})

test('the case that was chosen stands among those of that time, the one that was opened does not', async () => {
  const { items } = await draw()
  const merged = items.find(({ id }) => id === mergedId)!
  assert.ok(merged.cases.some(({ id }) => id === target.id))
  const made = await answer(openedId, { act: 'open' })
  const opened = items.find(({ id }) => id === openedId)!
  assert.ok(!opened.cases.some(({ id }) => id === made.case!.id))
})

test('a voice that came after the decision is not shown', async () => {
  const late = await makeCandidate(fresh.sql, region, { text: 'Suara yang datang kemudian' })
  const at = new Date(Date.now() + 60_000)
  await fresh.sql`
    update voices set candidate_id = ${dismissedId}, joined_at = ${at} where id = ${late.voiceId}`
  await fresh.sql`delete from candidates where id = ${late.id}`
  const item = (await draw()).items.find(({ id }) => id === dismissedId)!
  assert.equal(item.voiceCount, 1)
  assert.equal(item.voices.length, 1)
  assert.notEqual(item.voices[0]!.text, 'Suara yang datang kemudian')
})

test('what was done is told at once, with points by the rule and the role but no name', async () => {
  const { id } = await makeCandidate(fresh.sql, region, { text: 'Promo pulsa' })
  await dismissCandidate(fresh.sql, humas, {
    id,
    reason: 'spam',
    note: 'Kata Sari akun ini milik Bu Lastri, 0812 3456 7890',
  })
  const whole = await answer(id, { act: 'dismiss', reason: 'spam' })
  assert.deepEqual([whole.agrees, whole.points, whole.role], ['whole', 10, 'humas'])
  assert.equal(whole.note, 'Kata [nama] akun ini milik Bu [nama], [nomor]')
  assert.equal((await answer(id, { act: 'dismiss', reason: 'unclear' })).points, 5)
  assert.equal((await answer(id, { act: 'open' })).points, 0)
  const merged = await answer(mergedId, { act: 'merge', caseId: target.id })
  assert.equal(merged.agrees, 'whole')
  assert.equal(merged.case!.number, target.number)
  assert.doesNotMatch(JSON.stringify([whole, merged]), /Sari/)
})

test('nothing confidential and nothing that waits is for practice', async () => {
  const waiting = await makeCandidate(fresh.sql, region)
  const secret = await makeCandidate(fresh.sql, region, { filed: true, confidential: true })
  await dismissCandidate(fresh.sql, humas, { id: secret.id, reason: 'unclear' })
  const ids = (await draw()).items.map(({ id }) => id)
  for (const { id } of [waiting, secret]) {
    assert.ok(!ids.includes(id))
    await assertRefused(answer(id, { act: 'open' }), 404)
  }
})

test('what was seen comes last, and the three acts come in turn', async () => {
  const { items } = await draw()
  const some = items.slice(0, 6).map(({ id }) => id)
  const next = await draw(6, some)
  assert.ok(next.items.every(({ id }) => !some.includes(id)))
  const few = await draw(3)
  const acts = []
  for (const { id } of few.items) acts.push((await answer(id, { act: 'open' })).made.act)
  assert.deepEqual(acts.sort(), ['dismiss', 'merge', 'open'])
})

test('practice touches nothing: every table is the same before and after', async () => {
  const before = await everything()
  const { items } = await draw()
  for (const { id, cases } of items) {
    await answer(id, { act: 'open' })
    await answer(id, { act: 'dismiss', reason: 'spam' })
    await answer(id, { act: 'merge', caseId: cases[0]?.id ?? 1 })
  }
  assert.deepEqual(await everything(), before)
  assert.ok(before.length > 20)
})

test('only who may decide may practise', async () => {
  for (const role of ['leader', 'observer'] as const) {
    const other = await asOfficer(fresh.sql, region, role)
    await assertRefused(drawnPractice(fresh.sql, other, { limit: 1, seen: [] }), 403)
    const choice = { act: 'open' } as const
    await assertRefused(answerPractice(fresh.sql, other, { id: openedId, choice }), 403)
  }
})
