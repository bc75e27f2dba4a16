/** A database that has been at work under an older version keeps everything, and the new version works on it. */
import assert from 'node:assert/strict'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { MIGRATIONS, migrate } from '../../src/db/migrate.ts'
import { nextCandidate } from '../../src/desk/next.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { readCandidate } from '../../src/triage/candidate.ts'
import { changeCandidate } from '../../src/triage/change.ts'
import { listQueue } from '../../src/triage/queue.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { asOfficer, makeCandidate, type MadeCandidate } from '../makers.ts'
import { makePrint } from '../related.ts'

/** The last migration before the triage desk. */
const BEFORE = '0009_search.sql'

let fresh: Fresh
let region: Region
let sari: Acting
let urgent: MadeCandidate
let filed: MadeCandidate
let dismissed: MadeCandidate
before(async () => {
  fresh = await freshDatabase()
  await fresh.sql.unsafe('drop schema public cascade; create schema public')
  const folder = await mkdtemp(path.join(tmpdir(), 'dengar-upgrade-'))
  for (const name of (await readdir(MIGRATIONS)).filter((each) => each <= BEFORE)) {
    await cp(path.join(MIGRATIONS, name), path.join(folder, name))
  }
  await migrate(fresh.sql, folder)
  await rm(folder, { recursive: true })
  await fill()
})
after(() => fresh.close())

async function fill(): Promise<void> {
  const { sql } = fresh
  region = await freshRegion(sql)
  sari = await asOfficer(sql, region, 'analyst', { name: 'Sari' })
  const late = new Date(Date.now() - 3_600_000)
  urgent = await makeCandidate(sql, region, { urgent: true, dueAt: late })
  filed = await makeCandidate(sql, region, { filed: true })
  dismissed = await makeCandidate(sql, region)
  for (const made of [urgent, filed, dismissed]) await makePrint(sql, region, made)
  await sql`
    update candidates
       set status = 'dismissed', dismiss_reason = 'spam', decided_by = ${sari.officer.id},
           decided_at = now(), version = 2
     where id = ${dismissed.id}`
  const kelurahan = region.areas.find(({ level }) => level === 'kelurahan')!.code
  await sql`
    update readings set kelurahan_code = ${kelurahan}
     where post_id = ${urgent.postId} or filing_id = ${filed.filingId}`
}

test('every candidate is as it was, given to nobody, not snoozed, without labels or corrections', async () => {
  const { sql } = fresh
  const stood = await sql`select id, status, version, title, due_at from candidates order by id`
  const ran = await migrate(sql)
  assert.ok(ran.includes('0011_desk.sql') && !ran.includes(BEFORE))
  assert.deepEqual(
    await sql`select id, status, version, title, due_at from candidates order by id`,
    stood,
  )
  for (const { id } of [urgent, filed, dismissed]) {
    const row = await readCandidate(sql, sari, { id })
    assert.deepEqual(
      [row.assignedTo, row.snoozedUntil, [...row.labels], [...row.corrected], row.voices.length],
      [null, null, [], [], 1],
    )
  }
})

test('each fingerprint knows the kelurahan that was read in its message', async () => {
  const rows = await fresh.sql<{ isSame: boolean; code: string | null }[]>`
    select g.kelurahan_code as code, g.kelurahan_code is not distinct from r.kelurahan_code as is_same
      from fingerprints g
      join voices v on v.id = g.voice_id
      join readings r on r.post_id = v.post_id or r.filing_id = v.filing_id`
  assert.equal(rows.length, 3)
  assert.ok(rows.every(({ isSame }) => isSame))
  assert.equal(rows.filter(({ code }) => code !== null).length, 2)
})

test('the desk works on it: the queue, the next one, a change, an undo', async () => {
  const { sql } = fresh
  const { items } = await listQueue(sql, sari)
  assert.deepEqual(
    items.map(({ id }) => id),
    [urgent.id, filed.id],
  )
  assert.equal((await nextCandidate(sql, sari))?.id, urgent.id)
  const change = { labels: ['lama'], assignedTo: sari.officer.id, category: 'air' as const }
  const row = await changeCandidate(sql, sari, { id: filed.id, version: 1, change })
  assert.deepEqual([[...row.labels], row.assignedTo?.name], [['lama'], 'Sari'])
  const back = await undoDecision(sql, sari, { id: dismissed.id, version: 2 })
  assert.equal(back.status, 'waiting')
  assert.deepEqual(await brokenInvariants(sql, region.id), [])
})
