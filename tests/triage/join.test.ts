import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { accuracy } from '../../src/trends/accuracy.ts'
import { balance } from '../../src/trends/balance.ts'
import { byCategoryAndKecamatan } from '../../src/trends/by-category-and-kecamatan.ts'
import { readCandidate } from '../../src/triage/candidate.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { joinCandidate } from '../../src/triage/join.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { splitCandidate } from '../../src/triage/split.ts'
import { undoSample } from '../../src/triage/undo-sample.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import {
  asOfficer,
  assertRefused,
  caseFields,
  eventsOf,
  makeCandidate,
  makeCase,
  oneWins,
} from '../makers.ts'
import { makeCopies, makePrint, makeTold, textsIn, voiceSaying } from '../related.ts'

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
after(() => fresh.close())

const LAMP = 'Lampu jalan mati di Gang Melati'
const DARK = 'Gelap sekali di gang kami'
const HOLE = 'Lubang besar di depan pasar'

type Options = Parameters<typeof makeTold>[3]
const told = (texts: string[], options: Options = {}) => makeTold(fresh.sql, region, texts, options)
const join = (id: number, otherId: number, version?: number) =>
  joinCandidate(fresh.sql, analyst, { id, otherId, version })
const undo = (id: number, acting = analyst) => undoDecision(fresh.sql, acting, { id })
const read = (id: number) => readCandidate(fresh.sql, analyst, { id })

test('joined, all voices speak in the other candidate, which knows what both knew', async () => {
  const soon = new Date(Date.now() + 3_600_000)
  const a = await told([DARK, `${DARK}!`], {
    at: new Date('2026-01-02T03:00:00Z'),
    urgent: true,
    confidential: true,
    kecamatanCode: '99.01.01',
    kelurahanCode: '99.01.01.1001',
    dueAt: soon,
  })
  const later = new Date(soon.getTime() + 3_600_000)
  const b = await told([LAMP], { at: new Date('2026-01-05T03:00:00Z'), dueAt: later })
  const row = await join(a.id, b.id, 1)
  assert.deepEqual([row.status, row.joinedId, row.voiceCount], ['joined', b.id, 0])
  assert.equal(row.decidedBy?.name, 'Rahmat')
  const grown = await read(b.id)
  assert.deepEqual(await textsIn(fresh.sql, b.id), [LAMP, DARK, `${DARK}!`])
  assert.deepEqual([grown.voiceCount, grown.version, grown.title], [3, 2, LAMP])
  assert.deepEqual([grown.urgent, grown.confidential, grown.status], [true, true, 'waiting'])
  assert.equal(grown.kelurahan?.code, '99.01.01.1001')
  assert.equal(grown.firstAt.toISOString(), '2026-01-02T03:00:00.000Z')
  assert.equal(grown.lastAt.toISOString(), '2026-01-05T03:00:00.000Z')
  assert.equal(grown.dueAt.getTime(), soon.getTime())
  const [first, moved] = grown.voices.toSorted((x, y) => x.id - y.id)
  assert.equal(first?.by, null)
  assert.deepEqual([moved?.rung, moved?.by?.name], ['person', 'Rahmat'])
  assert.deepEqual(moved?.reasons, [`disatukan Rahmat dari kandidat ${a.id}`])
})

test('both histories tell it, and no row is deleted', async () => {
  const a = await told([DARK])
  const b = await told([LAMP])
  await join(a.id, b.id)
  await undo(a.id)
  const officerId = analyst.officer.id
  const [moved] = (
    await fresh.sql`select id from voices where candidate_id = ${b.id} and left_at is not null`
  ).map((row) => row['id'])
  assert.deepEqual(await eventsOf(fresh.sql, { candidateId: a.id }), [
    { kind: 'candidate.joined', officerId, data: { into: b.id, voiceIds: a.voiceIds } },
    { kind: 'candidate.undone', officerId, data: { was: 'joined', from: b.id, voiceIds: [moved] } },
  ])
  assert.deepEqual(await eventsOf(fresh.sql, { candidateId: b.id }), [
    { kind: 'candidate.took_in', officerId, data: { from: a.id, voiceIds: a.voiceIds } },
    { kind: 'candidate.gave_back', officerId, data: { to: a.id, voiceIds: [moved] } },
  ])
  const rows = await fresh.sql`
    select v.candidate_id, v.left_by, v.rung from voices v
     where v.post_id = (select post_id from voices where id = ${a.voiceIds[0]!}) order by v.id`
  assert.deepEqual(
    rows.map((row) => [row['candidateId'], row['leftBy'], row['rung']]),
    [
      [a.id, officerId, 'first'],
      [b.id, officerId, 'person'],
      [a.id, null, 'first'],
    ],
  )
})

test('joining to one that stands in a case merges into the case, unless that has ended', async () => {
  const a = await told([DARK])
  const open = await makeCase(fresh.sql, humas, { agencyCode: 'DPU' })
  const row = await join(a.id, open.candidate.id)
  assert.deepEqual([row.status, row.caseId, row.joinedId], ['merged', open.id, null])
  assert.deepEqual(await textsIn(fresh.sql, a.id), [DARK])
  assert.equal((await undo(a.id)).status, 'waiting')
  const closed = await makeCase(fresh.sql, humas, { agencyCode: 'DPU', status: 'closed' })
  await assertRefused(join(a.id, closed.candidate.id), 409, /sudah ditutup; tinjau ulang/)
})

test('refused: itself, unknown, stale, decided, dismissed, and who has no right', async () => {
  const a = await told([DARK])
  const b = await told([LAMP])
  await assertRefused(join(a.id, a.id), 422, /dengan dirinya sendiri/)
  await assertRefused(join(a.id, 987_654), 404, /Kandidat 987654/)
  await assertRefused(join(a.id, b.id, 9), 409, /berubah sejak/)
  const observer = await asOfficer(fresh.sql, region, 'observer')
  await assertRefused(joinCandidate(fresh.sql, observer, { id: a.id, otherId: b.id }), 403)
  await dismissCandidate(fresh.sql, humas, { id: b.id, reason: 'spam' })
  await assertRefused(join(a.id, b.id), 409, /Kandidat tujuan sudah diabaikan oleh Sari pada/)
  await assertRefused(join(b.id, a.id), 409, /sudah diputuskan oleh Sari pada/)
})

test('two officers who join each into the other: one wins, the other is told, nobody waits for ever', async () => {
  for (let round = 0; round < 8; round += 1) {
    const a = await told([DARK])
    const b = await told([LAMP])
    const refusal = await oneWins(
      joinCandidate(fresh.sql, humas, { id: a.id, otherId: b.id }),
      joinCandidate(fresh.sql, analyst, { id: b.id, otherId: a.id }),
    )
    assert.equal(refusal.status, 409)
    assert.match(refusal.message, /sudah disatukan dengan kandidat ini oleh (Sari|Rahmat) pada/)
    const both = [await textsIn(fresh.sql, a.id), await textsIn(fresh.sql, b.id)]
    assert.deepEqual(
      both.map(({ length }) => length).toSorted((x, y) => x - y),
      [0, 2],
    )
  }
})

test('undone, exactly the voices that came with it and are still there come back', async () => {
  const a = await told([DARK, 'Kedua dari A', 'Ketiga dari A'])
  const b = await told([LAMP, HOLE])
  await join(a.id, b.id)
  const second = await voiceSaying(fresh.sql, b.id, 'Kedua dari A')
  const { candidate: c } = await splitCandidate(fresh.sql, analyst, {
    id: b.id,
    voiceIds: [second],
  })
  const row = await undo(a.id)
  assert.deepEqual([row.status, row.joinedId, row.voiceCount], ['waiting', null, 2])
  assert.deepEqual(await textsIn(fresh.sql, a.id), [DARK, 'Ketiga dari A'])
  assert.deepEqual(await textsIn(fresh.sql, b.id), [LAMP, HOLE])
  assert.deepEqual(await textsIn(fresh.sql, c.id), ['Kedua dari A'])
})

test('undone, what only its voices had said is forgotten there', async () => {
  const a = await told([DARK])
  const b = await told([LAMP])
  await fresh.sql`
    update readings set urgent = true, place = 'gang kami', kecamatan_code = '99.01.01'
     where id = (select p.reading_id from posts p join voices v on v.post_id = p.id
                  where v.id = ${a.voiceIds[0]!})`
  await fresh.sql`
    update candidates set urgent = true, place = 'gang kami', kecamatan_code = '99.01.01'
     where id = ${a.id}`
  await join(a.id, b.id)
  const grown = await read(b.id)
  assert.deepEqual(
    [grown.urgent, grown.place, grown.kecamatan?.code],
    [true, 'gang kami', '99.01.01'],
  )
  await undo(a.id)
  const [left, back] = [await read(b.id), await read(a.id)]
  assert.deepEqual([left.urgent, left.place, left.kecamatan], [false, null, null])
  assert.deepEqual([back.urgent, back.place, back.voiceCount], [true, 'gang kami', 1])
})

test('not undone: when the other was decided since, or moved on, or would be left empty', async () => {
  const a = await told([DARK])
  const b = await told([LAMP])
  await join(a.id, b.id)
  await openCandidate(fresh.sql, humas, { id: b.id, ...caseFields() })
  const decided = /tempat suaranya bergabung sudah diputuskan oleh Sari pada .*; batalkan/
  await assertRefused(undo(a.id), 409, decided)
  await undo(b.id, humas)

  const c = await told([HOLE])
  await join(b.id, c.id)
  await assertRefused(undo(a.id), 409, /sudah diputuskan oleh Rahmat pada/)
  await undo(b.id)
  const own = await voiceSaying(fresh.sql, b.id, LAMP)
  const { candidate: d } = await splitCandidate(fresh.sql, analyst, {
    id: b.id,
    voiceIds: [own],
  })
  await assertRefused(undo(a.id), 409, /akan kosong/)
  await undo(d.id)
  assert.equal((await undo(a.id)).status, 'waiting')
  assert.deepEqual(await textsIn(fresh.sql, b.id), [LAMP])
})

test('what was split off takes in the candidate it came from, and both acts are undone apart', async () => {
  const x = await told([LAMP, DARK, HOLE])
  const voiceIds = [x.voiceIds[1]!]
  const { candidate: y } = await splitCandidate(fresh.sql, analyst, { id: x.id, voiceIds })
  await join(x.id, y.id)
  assert.equal((await textsIn(fresh.sql, y.id)).length, 3)
  await undo(x.id)
  assert.deepEqual(await textsIn(fresh.sql, y.id), [DARK])
  assert.deepEqual(await textsIn(fresh.sql, x.id), [LAMP, HOLE])
  await undo(y.id)
  assert.equal((await textsIn(fresh.sql, x.id)).length, 3)
})

test('of two who undo a join at once one wins', async () => {
  const a = await told([DARK])
  const b = await told([LAMP])
  await join(a.id, b.id)
  const refusal = await oneWins(undo(a.id, humas), undo(a.id, analyst))
  assert.match(refusal.message, /masih menunggu/)
})

test('copies go with their original, and the numbers of both sides are right', async () => {
  const a = await told([DARK, `${DARK} 1`, `${DARK} 2`])
  await makeCopies(fresh.sql, a.voiceIds[0]!, a.voiceIds.slice(1))
  const b = await told([LAMP])
  await join(a.id, b.id)
  const [joined, grown] = [await read(a.id), await read(b.id)]
  assert.deepEqual([joined.voiceCount, joined.copyCount], [0, 0])
  assert.deepEqual([grown.voiceCount, grown.copyCount], [4, 2])
  await undo(a.id)
  const [back, left] = [await read(a.id), await read(b.id)]
  assert.deepEqual([back.voiceCount, back.copyCount], [3, 2])
  assert.deepEqual([left.voiceCount, left.copyCount], [1, 0])
})

test('the balance counts a joined voice where it speaks now, and areas count the problem once', async () => {
  const own = await freshDatabase()
  const here = await freshRegion(own.sql)
  const sari = await asOfficer(own.sql, here, 'humas')
  const [a, b] = [
    await makeCandidate(own.sql, here, { kecamatanCode: '99.01.01' }),
    await makeCandidate(own.sql, here, { kecamatanCode: '99.01.01', filed: true }),
  ]
  for (const made of [a, b]) await makePrint(own.sql, here, made)
  await joinCandidate(own.sql, sari, { id: a.id, otherId: b.id })
  const waits = await balance(own.sql, here.id)
  assert.deepEqual([waits.posts.waiting, waits.filings.waiting, waits.unaccounted], [1, 1, 0])
  const cells = await byCategoryAndKecamatan(own.sql, here, 7)
  assert.deepEqual(
    cells.map(({ candidates }) => candidates),
    [1],
  )
  await openCandidate(own.sql, sari, { id: b.id, ...caseFields() })
  const opened = await balance(own.sql, here.id)
  assert.deepEqual([opened.posts.opened, opened.filings.opened, opened.unaccounted], [1, 1, 0])
  assert.deepEqual(await brokenInvariants(own.sql, here.id), [])
  await own.close()
})

test('the figures of the reader do not change because a person moved what it heard', async () => {
  const own = await freshDatabase()
  const here = await freshRegion(own.sql)
  const sari = await asOfficer(own.sql, here, 'humas')
  const [a, b] = [await makeCandidate(own.sql, here), await makeCandidate(own.sql, here)]
  const heard = async () => {
    const { total } = await accuracy(own.sql, here, 7)
    return [total.accepted, total.rejected]
  }
  await joinCandidate(own.sql, sari, { id: a.id, otherId: b.id })
  await undoDecision(own.sql, sari, { id: a.id })
  await openCandidate(own.sql, sari, { id: a.id, ...caseFields() })
  assert.deepEqual(await heard(), [1, 0])
  await dismissCandidate(own.sql, sari, { id: b.id, reason: 'spam' })
  assert.deepEqual(await heard(), [1, 1])
  await own.close()
})

test('a join waits for grouping that grows the same two candidates in its own order', async () => {
  const a = await told([DARK])
  const b = await told([LAMP])
  const begun = Promise.withResolvers<void>()
  const grouping = fresh.sql.begin(async (tx) => {
    await tx`
      select pg_advisory_xact_lock(hashtextextended(${`dengar:group:${region.id}`}, 0))`
    await tx`update candidates set probability = 0.95 where id = ${b.id}`
    begun.resolve()
    await wait(300)
    await tx`update candidates set probability = 0.95 where id = ${a.id}`
  })
  await begun.promise
  const [joined] = await Promise.all([join(a.id, b.id), grouping])
  assert.equal(joined.status, 'joined')
})

test('a sample that was taken back leaves the candidate that its voice was moved to', async () => {
  const { id } = await told([LAMP])
  const found = await told([DARK])
  await fresh.sql`update voices set officer_id = ${analyst.officer.id} where id = ${found.voiceIds[0]!}`
  const [post] = await fresh.sql<{ postId: number; sourceId: number }[]>`
    select p.id as post_id, p.source_id from posts p join voices v on v.post_id = p.id
     where v.id = ${found.voiceIds[0]!}`
  const { postId, sourceId } = post!
  const drawn = { drawnOn: '2026-01-01', drawnBefore: new Date(), channel: 'x', sourceId }
  const size = { stratumSize: 1, stratumDrawn: 1, verdict: 'complaint' }
  const by = { decidedBy: analyst.officer.id, decidedAt: new Date() }
  const [sample] = await fresh.sql<{ id: number }[]>`
    insert into samples ${fresh.sql({ regionId: region.id, postId, ...drawn, ...size, ...by })}
    returning id`
  await join(found.id, id)
  await undoSample(fresh.sql, analyst, { id: sample!.id })
  assert.deepEqual(await textsIn(fresh.sql, id), [LAMP])
  assert.equal((await read(id)).voiceCount, 1)
  await assertRefused(undo(found.id), 409, /sudah dipindahkan lagi/)
})
