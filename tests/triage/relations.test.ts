/** Whatever officers do to the relations between messages and problems, nothing is lost or counted twice. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { DomainError } from '../../src/errors.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { type BulkDone, changeAll, dismissAll, mergeAll, undoAll } from '../../src/triage/bulk.ts'
import type { Change } from '../../src/triage/check-change.ts'
import { changeCandidate } from '../../src/triage/change.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { joinCandidate } from '../../src/triage/join.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { splitCandidate } from '../../src/triage/split.ts'
import { undoDecision } from '../../src/triage/undo.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { asOfficer, caseFields } from '../makers.ts'
import { makeCopies, makeTold } from '../related.ts'

let fresh: Fresh
let region: Region
let humas: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
})
after(() => fresh.close())

const VERBS = [
  'split',
  'split',
  'splitAll',
  'join',
  'join',
  'dismiss',
  'open',
  'merge',
  'change',
  'change',
  'bulkDismiss',
  'bulkMerge',
  'bulkChange',
] as const
type Step = { verb: (typeof VERBS)[number] | 'undo'; a: number; b: number; which: number }
const small = fc.nat(11)
const step = (verbs: readonly Step['verb'][]) =>
  fc.record({ verb: fc.constantFrom(...verbs), a: small, b: small, which: fc.nat(7) })

/** What an officer may say of a candidate otherwise. */
const CHANGES: Change[] = [
  { category: 'air' },
  { category: null, urgent: true },
  { agencyCode: 'DPU' },
  { title: 'Nama dari petugas' },
  { kecamatanCode: '99.01.01' },
  { labels: ['penting'] },
  { place: 'depan pasar', urgent: false },
  { agencyCode: null, category: 'jalan' },
]

/** The candidates of one run, in the order in which they were made. */
async function makeWorld(): Promise<number[]> {
  const texts = (name: string) => [`${name} satu`, `${name} dua`, `${name} tiga`]
  const first = await makeTold(fresh.sql, region, texts('Lampu'))
  await makeCopies(fresh.sql, first.voiceIds[0]!, first.voiceIds.slice(1))
  const second = await makeTold(fresh.sql, region, texts('Got').slice(1))
  const third = await makeTold(fresh.sql, region, texts('Jalan').slice(2), { filed: true })
  return [first.id, second.id, third.id]
}

const voicesOf = async (id: number) =>
  (
    await fresh.sql<{ id: number }[]>`
      select id from voices where candidate_id = ${id} and left_at is null order by joined_at, id`
  ).map((row) => row.id)

type Undo = () => Promise<unknown>

/** Does one step. @returns what takes it back; null: refused, with a sentence */
async function take(world: number[], { verb, a, b, which }: Step): Promise<Undo | null> {
  const { sql } = fresh
  const [id, other] = [world[a % world.length]!, world[b % world.length]!]
  const undone = (one: { id: number }) => () => undoDecision(sql, humas, { id: one.id })
  const both = () => rowsOf([...new Set([id, other])])
  try {
    if (verb === 'undo') return undone(await undoDecision(sql, humas, { id }))
    if (verb === 'split' || verb === 'splitAll') {
      const voiceIds = (await voicesOf(id)).filter((_, index) => (which >> (index % 3)) & 1)
      const asked = { id, voiceIds, withCopies: verb === 'splitAll' }
      const made = (await splitCandidate(sql, humas, asked)).candidate
      world.push(made.id)
      return undone(made)
    }
    if (verb === 'join') return undone(await joinCandidate(sql, humas, { id, otherId: other }))
    if (verb === 'dismiss')
      return undone(await dismissCandidate(sql, humas, { id, reason: 'spam' }))
    if (verb === 'open') return undone(await openCandidate(sql, humas, { id, ...caseFields() }))
    if (verb === 'change') return await takeChange(id, CHANGES[which]!)
    if (verb === 'bulkChange') {
      const items = (await both()).map((row) => ({ ...row, change: CHANGES[which]! }))
      const { done } = await changeAll(sql, humas, { items })
      const was = new Map(done.map((one) => [one.id, one.was ?? {}]))
      return async () => {
        const items = await rowsOf([...was.keys()])
        const back = items.map((row) => ({ ...row, change: was.get(row.id)! }))
        if (back.length > 0) await allDone(changeAll(sql, humas, { items: back }))
      }
    }
    const undoneAll = ({ done }: BulkDone) => {
      if (done.length === 0) return null
      const ids = done.map((one) => one.id)
      return async () => allDone(undoAll(sql, humas, { items: await rowsOf(ids) }))
    }
    if (verb === 'bulkDismiss') {
      return undoneAll(await dismissAll(sql, humas, { items: await both(), reason: 'unclear' }))
    }
    const [row] = await sql`select case_id from candidates where id = ${other}`
    const caseId = row?.['caseId'] as number | null
    if (caseId === null) return null
    if (verb === 'bulkMerge') {
      return undoneAll(await mergeAll(sql, humas, { items: await rowsOf([id]), caseId }))
    }
    return undone(await mergeCandidate(sql, humas, { id, caseId }))
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

const rowsOf = (ids: number[]) =>
  fresh.sql<{ id: number; version: number }[]>`
    select id, version from candidates where id = any(${ids}::bigint[])`

/** A change, and the one that sends back what stood there before. */
async function takeChange(id: number, change: Change): Promise<Undo> {
  const [before] = await fresh.sql<Required<Change>[]>`
    select title, category, agency_code, kecamatan_code, kelurahan_code, place, urgent, labels
      from candidates where id = ${id}`
  await changeCandidate(fresh.sql, humas, { id, change })
  return () => changeCandidate(fresh.sql, humas, { id, change: { ...before } })
}

async function allDone(work: Promise<BulkDone>): Promise<void> {
  assert.deepEqual((await work).refused, [])
}

const assertSound = async () =>
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [], 'invariants')

test('any sequence of splits, joins, changes, decisions and undoings keeps every message and event', async () => {
  const steps = fc.array(step([...VERBS, 'undo', 'undo', 'undo']), { minLength: 4, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const world = await makeWorld()
      for (const each of steps) await take(world, each)
      await assertSound()
      const [speaking] = await fresh.sql<{ voices: number }[]>`
        select count(*) as voices from voices
         where candidate_id = any(${world}::bigint[]) and left_at is null`
      assert.equal(speaking?.voices, 6)
    }),
    { numRuns: 30 },
  )
})

/** What an officer sees of the candidates; versions grow, and of copies only the number is promised. */
const picture = async (ids: number[]) =>
  fresh.sql`
    select c.id, c.status, c.title, c.category, c.filed, c.urgent, c.voice_count, c.first_at, c.last_at,
           c.agency_code, c.kecamatan_code, c.kelurahan_code, c.place, c.labels, c.corrected,
           (select array_agg(coalesce(v.post_id, -v.filing_id) order by v.joined_at, v.id)
              from voices v where v.candidate_id = c.id and v.left_at is null) as messages,
           (select array_agg(v.rung order by v.joined_at, v.id)
              from voices v where v.candidate_id = c.id and v.left_at is null) as rungs
      from candidates c where c.id = any(${ids}::bigint[]) order by c.id`

test('what is undone step by step, the last one first, is as it was', async () => {
  const steps = fc.array(step(VERBS), { minLength: 2, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const world = await makeWorld()
      const first = [...world]
      const before = await picture(first)
      const done: Undo[] = []
      for (const each of steps) {
        const undo = await take(world, each)
        if (undo !== null) done.push(undo)
      }
      for (const undo of done.toReversed()) await undo()
      assert.deepEqual(await picture(first), before)
      await assertSound()
    }),
    { numRuns: 30 },
  )
})
