import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventsOf, makeCandidate, makeCase } from '../makers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
let cookie: string
let officerId: number
before(async () => {
  web = await startWeb()
  const entered = await web.enter('humas')
  cookie = entered.cookie
  officerId = entered.officer.id
})
after(() => web.close())

type Row = { id: number; version: number; [key: string]: unknown }
const made = (options = {}) => makeCandidate(web.fresh.sql, web.region, options)
const patch = (id: number, body: object) => web.ask(`PATCH /api/candidates/${id}`, { cookie, body })
const bulk = (body: object) => web.ask('POST /api/candidates/bulk', { cookie, body })
const queue = async (query: string) => (await web.ask(`GET /api/queue?${query}`, { cookie })).json
const idsOf = async (query: string) => ((await queue(query))['items'] as Row[]).map(({ id }) => id)

test('a row tells how pressing it is and why, whose it is, and what a person has set', async () => {
  const dueAt = new Date(Date.now() + 40 * 3_600_000)
  const { id } = await made({ urgent: true, filed: true, dueAt })
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const { status, json } = await patch(id, {
    version: 1,
    category: 'air',
    labels: ['Pipa'],
    assignedTo: officerId,
    snoozedUntil: until,
  })
  assert.equal(status, 200)
  const parts = json['priorityParts'] as { kind: string; points: number }[]
  assert.deepEqual(
    parts.map(({ kind }) => kind),
    ['urgent', 'confidence', 'filed'],
  )
  assert.equal(
    json['priority'],
    parts.reduce((sum, { points }) => sum + points, 0),
  )
  const { id: assignedId, name } = json['assignedTo'] as { id: number; name: string }
  assert.equal(assignedId, officerId)
  assert.match(name, /^petugas-/)
  assert.deepEqual(
    [json['snoozedUntil'], json['labels'], json['corrected'], json['version']],
    [until, ['pipa'], ['category'], 2],
  )
  assert.deepEqual([...(await idsOf('label=pipa&snoozed=1'))], [id])
  assert.deepEqual(await idsOf('label=pipa'), [])
  assert.equal((await queue('label=pipa'))['snoozed'], 1)
})

test('the queue narrows by who has it, by modus, certainty and age, and lists all ids if asked', async () => {
  const { sql } = web.fresh
  const hours = (n: number) => new Date(Date.now() - n * 3_600_000)
  const [old, vague] = [await made({ at: hours(50) }), await made({ at: hours(1) })]
  await sql`update candidates set modus = '{suap}', probability = 0.6 where id = ${old.id}`
  await sql`update candidates set probability = 0.4 where id = ${vague.id}`
  await patch(old.id, { version: 1, assignedTo: officerId })
  assert.deepEqual(await idsOf('assigned=me'), [old.id])
  assert.deepEqual(await idsOf(`assigned=${officerId}&modus=suap&confidence=middle&age=49`), [
    old.id,
  ])
  assert.deepEqual(await idsOf('assigned=none&confidence=low&age=48'), [])
  assert.deepEqual(await idsOf('assigned=none&confidence=low'), [vague.id])
  const all = await queue('ids=1&limit=1')
  const { total, ids } = all as { total: number; ids: number[] }
  assert.equal(ids.length, total)
  assert.ok(ids.includes(old.id) && ids.includes(vague.id))
  assert.equal((await queue('limit=1'))['ids'], null)
})

test('rows are read again by their ids, in that order, without the unknown', async () => {
  const [one, two] = [await made(), await made()]
  const { json } = await web.ask(`GET /api/queue/rows?ids=${two.id},987654,${one.id}`, { cookie })
  assert.deepEqual(
    (json['items'] as Row[]).map(({ id }) => id),
    [two.id, one.id],
  )
})

test('a filter or a list of ids that makes no sense is refused with a sentence', async () => {
  const many = Array.from({ length: 201 }, (_, n) => n + 1).join(',')
  for (const path of [
    'queue?assigned=somebody',
    'queue?modus=mencuri',
    'queue?confidence=0.7',
    'queue?age=0',
    'queue?snoozed=2',
    'queue/rows',
    'queue/rows?ids=',
    'queue/rows?ids=1,x',
    `queue/rows?ids=${many}`,
  ]) {
    assert.equal((await web.ask(`GET /api/${path}`, { cookie })).status, 400, path)
  }
})

test('a change that cannot be, or comes too late, is refused and changes nothing', async () => {
  const { id } = await made()
  for (const body of [
    {},
    { category: 'air' },
    { version: 1, category: 'bukan' },
    { version: 1, urgent: 'ya' },
    { version: 1, labels: 'pipa' },
    { version: 1, snoozedUntil: 'besok' },
    { version: 1, assignedTo: -1 },
  ]) {
    assert.equal((await patch(id, body)).status, 400, JSON.stringify(body))
  }
  const wrong = await patch(id, { version: 1, agencyCode: 'TIDAK-ADA' })
  assert.deepEqual(
    [wrong.status, Object.keys(wrong.json['fields'] as object)],
    [422, ['agencyCode']],
  )
  // Confidentiality is no field of it.
  await web.fresh.sql`update candidates set confidential = true where id = ${id}`
  assert.equal((await patch(id, { version: 1, confidential: false })).json['confidential'], true)
  await patch(id, { version: 1, urgent: true })
  const late = await patch(id, { version: 1, category: 'air' })
  assert.equal(late.status, 409)
  assert.match(String(late.json['error']), /berubah sejak Anda membukanya, oleh petugas-\w+ pada/)
})

test('labels in use and colleagues are listed', async () => {
  const { id } = await made()
  await patch(id, { version: 1, labels: ['dilihat lagi'] })
  const labels = await web.ask('GET /api/labels', { cookie })
  assert.ok(
    (labels.json['items'] as { label: string; count: number }[]).some(
      ({ label, count }) => label === 'dilihat lagi' && count === 1,
    ),
  )
  const leader = await web.enter('leader')
  const { json } = await web.ask('GET /api/colleagues', { cookie: leader.cookie })
  const colleagues = json['items'] as { id: number; role: string }[]
  assert.ok(colleagues.some((one) => one.id === officerId && one.role === 'humas'))
  assert.ok(!colleagues.some((one) => one.id === leader.officer.id))
})

test('a bulk act tells what was done and what was not, and is taken back as one', async () => {
  const [one, two] = [await made(), await made()]
  const items = [
    { id: one.id, version: 1 },
    { id: two.id, version: 7 },
  ]
  const done = await bulk({ act: 'dismiss', items, reason: 'spam' })
  assert.equal(done.status, 200)
  assert.deepEqual(done.json['done'], [{ id: one.id, version: 2 }])
  assert.equal((done.json['refused'] as Row[])[0]?.id, two.id)
  const undone = await web.ask('POST /api/candidates/bulk/undo', {
    cookie,
    body: { items: done.json['done'] },
  })
  assert.deepEqual(undone.json, { done: [{ id: one.id, version: 3 }], refused: [] })

  const target = await makeCase(web.fresh.sql, await actingHumas(), { agencyCode: 'DPU' })
  const merged = await bulk({ act: 'merge', items: undone.json['done'], caseId: target.id })
  assert.deepEqual(merged.json['done'], [{ id: one.id, version: 4 }])
})

test('what a bulk change answers is sent back as it is to undo it', async () => {
  const [one, two] = [await made(), await made()]
  const until = new Date(Date.now() + 7_200_000).toISOString()
  const changed = await bulk({
    act: 'change',
    items: [
      { id: one.id, version: 1, change: { category: 'air', place: 'depan pasar' } },
      { id: two.id, version: 1, change: { snoozedUntil: until, labels: ['nanti'] } },
    ],
  })
  type Done = { id: number; version: number; was: object }
  const done = changed.json['done'] as Done[]
  assert.deepEqual(
    done.map(({ was }) => was),
    [
      { category: 'jalan', place: null },
      { labels: [], snoozedUntil: null },
    ],
  )
  const back = done.map(({ id, version, was }) => ({ id, version, change: was }))
  const undone = await bulk({ act: 'change', items: back })
  assert.deepEqual(
    (undone.json['done'] as Done[]).map(({ was }) => was),
    [
      { category: 'air', place: 'depan pasar' },
      { labels: ['nanti'], snoozedUntil: until },
    ],
  )
  assert.equal((await eventsOf(web.fresh.sql, { candidateId: one.id })).length, 2)
})

test('a bulk act without items, with too many, or of a kind that is not known is refused', async () => {
  const many = Array.from({ length: 1001 }, (_, n) => ({ id: n + 1, version: 1 }))
  for (const body of [
    { act: 'dismiss', items: [], reason: 'spam' },
    { act: 'dismiss', items: many, reason: 'spam' },
    { act: 'dismiss', items: [{ id: 1 }], reason: 'spam' },
    { act: 'dismiss', items: [{ id: 1, version: 1 }], reason: 'malas' },
    { act: 'merge', items: [{ id: 1, version: 1 }] },
    { act: 'open', items: [{ id: 1, version: 1 }] },
    {},
  ]) {
    assert.equal((await bulk(body)).status, 400, JSON.stringify(body).slice(0, 60))
  }
})

test('a thousand changes with long titles are taken, a body without end is not', async () => {
  const change = { title: 'ä'.repeat(190), place: 'ö'.repeat(100) }
  const items = Array.from({ length: 1000 }, (_, n) => ({ id: n + 900_000, version: 1, change }))
  const { status, json } = await bulk({ act: 'change', items })
  assert.deepEqual([status, (json['refused'] as Row[]).length], [200, 1000])
  const huge = await bulk({ act: 'change', items: [{ ...items[0], x: 'x'.repeat(1_000_001) }] })
  assert.equal(huge.status, 413)
})

async function actingHumas() {
  const { officer } = await web.enter('humas')
  return { region: web.region, officer }
}
