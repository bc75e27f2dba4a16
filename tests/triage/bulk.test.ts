import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { changeAll, dismissAll, mergeAll, MOST_ITEMS, undoAll } from '../../src/triage/bulk.ts'
import { changeCandidate } from '../../src/triage/change.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { readRows } from '../../src/triage/queue.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { asOfficer, assertRefused, caseFields, eventsOf, makeCase } from '../makers.ts'
import { makePrint, makeTold } from '../related.ts'

let fresh: Fresh
let region: Region
let sari: Acting
let rahmat: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  sari = await asOfficer(fresh.sql, region, 'humas', { name: 'Sari' })
  rahmat = await asOfficer(fresh.sql, region, 'analyst', { name: 'Rahmat' })
})
after(() => fresh.close())

async function make(count: number) {
  const made: { id: number; version: number }[] = []
  for (let n = 0; n < count; n += 1) {
    made.push({ id: (await makeTold(fresh.sql, region, [`Lampu mati ${n}`])).id, version: 1 })
  }
  return made
}
const idsOf = (items: readonly { id: number }[]) => items.map(({ id }) => id)
const rows = (items: readonly { id: number }[]) => readRows(fresh.sql, sari, { ids: idsOf(items) })
const statuses = async (items: readonly { id: number }[]) =>
  (await rows(items)).map(({ status }) => status)
const kinds = async ({ id }: { id: number }) =>
  (await eventsOf(fresh.sql, { candidateId: id })).map(({ kind }) => kind)

test('many are dismissed at once, each with its history, and all taken back at once', async () => {
  const items = await make(4)
  const { done, refused } = await dismissAll(fresh.sql, rahmat, {
    items,
    reason: 'spam',
    note: ' a ',
  })
  assert.deepEqual(refused, [])
  assert.deepEqual(
    done,
    items.map(({ id }) => ({ id, version: 2 })),
  )
  const decided = await rows(items)
  assert.ok(
    decided.every((row) => row.dismissReason === 'spam' && row.decidedBy?.name === 'Rahmat'),
  )
  assert.deepEqual(await eventsOf(fresh.sql, { candidateId: items[0]!.id }), [
    {
      kind: 'candidate.dismissed',
      officerId: rahmat.officer.id,
      data: { reason: 'spam', note: 'a' },
    },
  ])
  const undone = await undoAll(fresh.sql, sari, { items: done })
  assert.deepEqual(idsOf(undone.done), idsOf(items))
  assert.deepEqual(await statuses(items), Array(4).fill('waiting'))
  assert.deepEqual(await kinds(items[3]!), ['candidate.dismissed', 'candidate.undone'])
})

test('what others decided or changed meanwhile is told with who and when; the rest is done', async () => {
  const items = await make(4)
  const [gone, changed, behind, free] = items
  await dismissCandidate(fresh.sql, rahmat, { id: gone!.id, reason: 'solved' })
  await changeCandidate(fresh.sql, rahmat, { id: changed!.id, change: { urgent: true } })
  const asked = [gone!, changed!, { ...behind!, version: 9 }, free!, { id: 987_654, version: 1 }]
  const { done, refused } = await dismissAll(fresh.sql, sari, { items: asked, reason: 'spam' })
  assert.deepEqual(done, [{ id: free!.id, version: 2 }])
  const said = new Map(refused.map(({ id, error }) => [id, error]))
  assert.match(said.get(gone!.id)!, /diputuskan oleh Rahmat pada \d+ \w+ \d\d\.\d\d/)
  assert.match(said.get(changed!.id)!, /berubah sejak Anda membukanya, oleh Rahmat pada/)
  assert.match(said.get(behind!.id)!, /berubah sejak Anda membukanya; muat ulang/)
  assert.match(said.get(987_654)!, /Kandidat 987654 tidak ditemukan/)
  assert.deepEqual(await statuses(items), ['dismissed', 'waiting', 'waiting', 'dismissed'])
})

test('many are merged into one case, which must not have ended, and taken back', async () => {
  const items = await make(3)
  const target = await makeCase(fresh.sql, sari, { agencyCode: 'DPU' })
  const { done } = await mergeAll(fresh.sql, sari, { items, caseId: target.id })
  assert.deepEqual(
    (await rows(items)).map(({ caseNumber }) => caseNumber),
    Array(3).fill(target.number),
  )
  await undoAll(fresh.sql, sari, { items: done })
  assert.deepEqual(await statuses(items), Array(3).fill('waiting'))
  const closed = await makeCase(fresh.sql, sari, { agencyCode: 'DPU', status: 'closed' })
  for (const made of [target, closed]) await makePrint(fresh.sql, region, made.candidate)
  const again = items.map(({ id }) => ({ id, version: 3 }))
  await assertRefused(
    mergeAll(fresh.sql, sari, { items: again, caseId: closed.id }),
    409,
    /ditutup/,
  )
  await assertRefused(mergeAll(fresh.sql, sari, { items: again, caseId: 987_654 }), 404, /Aduan/)
  assert.deepEqual(await statuses(items), Array(3).fill('waiting'))
})

test('each is changed as told, and what it was sent back as a change undoes all', async () => {
  const items = await make(3)
  const before = await rows(items)
  const wishes = [
    { category: 'air', labels: ['pipa'] },
    { assignedTo: rahmat.officer.id, snoozedUntil: new Date(Date.now() + 3_600_000) },
    { category: 'jalan' },
  ] as const
  const asked = items.map((item, n) => ({
    ...item,
    change: { ...wishes[n]!, labels: [...(n === 0 ? ['pipa'] : [])] },
  }))
  const { done, refused } = await changeAll(fresh.sql, sari, { items: asked })
  assert.deepEqual(refused, [])
  assert.deepEqual(
    done.map(({ version, was }) => [version, was]),
    [
      [2, { category: 'jalan', labels: [] }],
      [2, { assignedTo: null, snoozedUntil: null }],
      [1, undefined],
    ],
  )
  const back = done.map(({ was, ...item }) => ({ ...item, change: was ?? {} }))
  assert.deepEqual((await changeAll(fresh.sql, rahmat, { items: back })).refused, [])
  const without = (all: typeof before) =>
    all.map((row) => ({ ...row, version: 0, priority: 0, priorityParts: [] }))
  assert.deepEqual(without(await rows(items)), without(before))
  assert.deepEqual(await kinds(items[1]!), ['candidate.changed', 'candidate.changed'])
  assert.deepEqual(await kinds(items[2]!), [])
})

test('a change that does not fit one of them is refused there, and done to the others', async () => {
  const [late, fine] = await make(2)
  await fresh.sql`update candidates set due_at = now() - interval '1 hour' where id = ${late!.id}`
  const change = { snoozedUntil: new Date(Date.now() + 3_600_000) }
  const items = [late!, fine!].map((item) => ({ ...item, change }))
  const { done, refused } = await changeAll(fresh.sql, sari, { items })
  assert.deepEqual(idsOf(done), [fine!.id])
  assert.match(refused[0]!.error, /Batas waktu kandidat ini sudah lewat/)
})

test('what waits or was opened is not taken back in bulk', async () => {
  const [waiting, opened] = await make(2)
  await openCandidate(fresh.sql, sari, { id: opened!.id, ...caseFields() })
  const items = [waiting!, { ...opened!, version: 2 }]
  const { done, refused } = await undoAll(fresh.sql, sari, { items })
  assert.deepEqual(done, [])
  assert.match(refused[0]!.error, /masih menunggu/)
  assert.match(refused[1]!.error, /satu per satu/)
})

test('nothing, too many, or one of them twice is refused before anything happens', async () => {
  const [one] = await make(1)
  const dismiss = (items: { id: number; version: number }[]) =>
    dismissAll(fresh.sql, sari, { items, reason: 'spam' })
  await assertRefused(dismiss([]), 422, /sedikitnya satu/)
  await assertRefused(dismiss(Array(MOST_ITEMS + 1).fill(one)), 422, /paling banyak 1000/)
  await assertRefused(dismiss([one!, one!]), 422, /dua kali/)
  const observer = await asOfficer(fresh.sql, region, 'observer')
  await assertRefused(dismissAll(fresh.sql, observer, { items: [one!], reason: 'spam' }), 403)
  assert.deepEqual(await statuses([one!]), ['waiting'])
})

test('of two who act on the same ones at once, each is decided once and nobody waits for ever', async () => {
  const items = await make(12)
  const [a, b] = await Promise.all([
    dismissAll(fresh.sql, sari, { items, reason: 'spam' }),
    dismissAll(fresh.sql, rahmat, { items: items.toReversed(), reason: 'unclear' }),
    ...items
      .slice(0, 4)
      .map(({ id }) =>
        dismissCandidate(fresh.sql, sari, { id, version: 1, reason: 'solved' }).catch(() => null),
      ),
  ])
  const all = [...idsOf(a.done), ...idsOf(b.done)]
  assert.equal(new Set(all).size, all.length)
  for (const item of items) assert.deepEqual(await kinds(item), ['candidate.dismissed'])
})

test('a thousand at once are one transaction with a whole ledger', async () => {
  const first = await makeTold(fresh.sql, region, ['Yang pertama'])
  const { sql } = fresh
  const made = await sql<{ id: number }[]>`
    insert into candidates (region_id, title, probability, voice_count, first_at, last_at, due_at)
    select region_id, title || n, probability, 0, first_at, last_at, due_at
      from candidates, generate_series(1, ${MOST_ITEMS}) n where id = ${first.id}
    returning id`
  const items = made.map(({ id }) => ({ id, version: 1 }))
  const start = performance.now()
  const { done } = await dismissAll(sql, sari, { items, reason: 'duplicate_source' })
  assert.ok(performance.now() - start < 5000)
  assert.equal(done.length, MOST_ITEMS)
  assert.deepEqual(await brokenInvariants(sql, region.id), [])
})
