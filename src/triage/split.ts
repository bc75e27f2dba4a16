import type { Pool, Sql } from '../db/connect.ts'
import { conflict, invalid } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { triageDue } from '../region/triage-due.ts'
import { makeTitle } from '../voices/title.ts'
import type { CandidateRow } from './candidate.ts'
import { factsOf, type Said } from './facts.ts'
import { decidedRow, type LockedCandidate } from './queries.ts'
import { insertSplit, moveVoices, recount, saidIn } from './queries-voices.ts'
import { settle } from './settle.ts'
import { alreadyDecided, type CandidateInput, lockCandidate, refuseStale } from './waiting.ts'

export type SplitInput = CandidateInput & {
  voiceIds: number[]
  /** Take what only copies these voices, too. */
  withCopies?: boolean | undefined
}

/** The new candidate, and the one that the voices were taken out of. */
export type Split = { candidate: CandidateRow; left: CandidateRow }

/**
 * A person says that some voices tell of another problem: they become a waiting candidate of their own,
 * whatever was decided on the first one.
 */
export async function splitCandidate(sql: Pool, acting: Acting, input: SplitInput): Promise<Split> {
  const { officer, region } = acting
  requireRight(officer, 'queue.decide')
  const { now = new Date() } = input
  if (input.voiceIds.length === 0) throw invalid('Pilih sedikitnya satu suara untuk dipisahkan.')

  return sql.begin(async (tx) => {
    const found = await lockCandidate(tx, acting, input)
    if (found.status === 'dismissed' || found.status === 'joined') {
      throw await alreadyDecided(tx, acting, found)
    }
    refuseStale(found, input.version)
    const before = await saidIn(tx, found.id)
    const taken = takenOf(before, input)
    const made = await makeSplit(tx, acting, found, { taken, now })
    await settle(tx, region, found, { before })

    const voiceIds = taken.map(({ voiceId }) => voiceId)
    const event = { regionId: region.id, kind: 'candidate.split', officerId: officer.id, at: now }
    const whence = { candidateId: found.id, caseId: found.caseId }
    await appendEvent(tx, { ...event, ...whence, data: { into: made, voiceIds } })
    await appendEvent(tx, { ...event, candidateId: made, data: { from: found.id, voiceIds } })
    return {
      candidate: await decidedRow(tx, region.id, made),
      left: await decidedRow(tx, region.id, found.id),
    }
  })
}

function takenOf(said: Said[], { voiceIds, withCopies = false }: SplitInput): Said[] {
  const asked = new Set(voiceIds)
  if (said.filter(({ voiceId }) => asked.has(voiceId)).length < asked.size) {
    throw conflict('Suara yang dipilih tidak lagi di kandidat ini; muat ulang untuk melihatnya.')
  }
  const taken = said.filter(
    ({ voiceId, copyOf }) =>
      asked.has(voiceId) || (withCopies && copyOf !== null && asked.has(copyOf)),
  )
  if (taken.length === said.length) {
    throw conflict('Suara terakhir tidak dapat dipisahkan: kandidat ini akan kosong.')
  }
  return taken
}

/** Confidential stays confidential, and who waited for a decision waits no longer for it than before. */
async function makeSplit(
  tx: Sql,
  { region, officer }: Acting,
  found: LockedCandidate,
  { taken, now }: { taken: Said[]; now: Date },
): Promise<number> {
  const facts = factsOf(taken)
  const due = triageDue(region, now)
  const made = await insertSplit(tx, {
    ...facts,
    regionId: region.id,
    title: makeTitle(region, taken[0]!),
    confidential:
      found.confidential ||
      facts.modus.length > 0 ||
      taken.some(({ isConfidential }) => isConfidential),
    dueAt: found.status === 'waiting' && found.dueAt < due ? found.dueAt : due,
    splitFrom: found.id,
    now,
  })
  const voiceIds = taken.map(({ voiceId }) => voiceId)
  const reason = `dipisahkan ${officer.name} dari kandidat ${found.id}`
  await moveVoices(tx, { voiceIds, officerId: officer.id, now }, { to: made, reason })
  await recount(tx, made)
  return made
}
