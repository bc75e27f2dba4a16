/** Whatever officers do to the relations between messages and problems, nothing is lost or counted twice. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { DomainError } from '../../src/errors.ts'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
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

const VERBS = ['split', 'split', 'splitAll', 'join', 'join', 'dismiss', 'open', 'merge'] as const
type Step = { verb: (typeof VERBS)[number] | 'undo'; a: number; b: number; which: number }
const small = fc.nat(11)
const step = (verbs: readonly Step['verb'][]) =>
  fc.record({ verb: fc.constantFrom(...verbs), a: small, b: small, which: fc.nat(7) })

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

/** Does one step. @returns what can be undone by it; null: refused, with a sentence */
async function take(world: number[], { verb, a, b, which }: Step): Promise<number | null> {
  const { sql } = fresh
  const [id, other] = [world[a % world.length]!, world[b % world.length]!]
  try {
    if (verb === 'undo') return (await undoDecision(sql, humas, { id })).id
    if (verb === 'split' || verb === 'splitAll') {
      const voiceIds = (await voicesOf(id)).filter((_, index) => (which >> (index % 3)) & 1)
      const asked = { id, voiceIds, withCopies: verb === 'splitAll' }
      const made = (await splitCandidate(sql, humas, asked)).candidate.id
      world.push(made)
      return made
    }
    if (verb === 'join') return (await joinCandidate(sql, humas, { id, otherId: other })).id
    if (verb === 'dismiss') return (await dismissCandidate(sql, humas, { id, reason: 'spam' })).id
    if (verb === 'open') return (await openCandidate(sql, humas, { id, ...caseFields() })).id
    const [row] = await sql`select case_id from candidates where id = ${other}`
    const caseId = row?.['caseId'] as number | null
    return caseId === null ? null : (await mergeCandidate(sql, humas, { id, caseId })).id
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

const assertSound = async () =>
  assert.deepEqual(await brokenInvariants(fresh.sql, region.id), [], 'invariants')

test('any sequence of splits, joins, merges, decisions and undoings keeps every message and event', async () => {
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
      const done: number[] = []
      for (const each of steps) {
        const id = await take(world, each)
        if (id !== null) done.push(id)
      }
      for (const id of done.toReversed()) await undoDecision(fresh.sql, humas, { id })
      assert.deepEqual(await picture(first), before)
      await assertSound()
    }),
    { numRuns: 30 },
  )
})
