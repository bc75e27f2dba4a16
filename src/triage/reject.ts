import type { Pool, Sql } from '../db/connect.ts'
import { conflict } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { whoAndWhen } from '../people/who-and-when.ts'
import { readSuggestions, type Suggestion } from './candidate.ts'
import { markRejected, suggestionsFor, type Target, unmarkRejected } from './queries-suggestions.ts'
import { type CandidateInput, lockWaiting } from './waiting.ts'

export type RejectInput = CandidateInput & { target: Target }

/**
 * A person says: not the same problem. The guess stays as history and is not offered again.
 * @returns the suggestions as they are now
 */
export async function rejectSuggestion(
  sql: Pool,
  acting: Acting,
  input: RejectInput,
): Promise<Suggestion[]> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { target, now = new Date() } = input
  return sql.begin(async (tx) => {
    const found = await lockWaiting(tx, acting, input)
    const of = { regionId: officer.regionId, candidateId: found.id, target }
    if ((await markRejected(tx, of, { officerId: officer.id, now })) === 0) {
      throw await nothingToReject(tx, acting, of)
    }
    await tell(tx, acting, { kind: 'candidate.suggestion_rejected', of, now })
    return readSuggestions(tx, officer, found.id)
  })
}

/** Takes a rejection back, whoever made it: the guess is offered again. */
export async function restoreSuggestion(
  sql: Pool,
  acting: Acting,
  input: RejectInput,
): Promise<Suggestion[]> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { target, now = new Date() } = input
  return sql.begin(async (tx) => {
    const found = await lockWaiting(tx, acting, input)
    const of = { regionId: officer.regionId, candidateId: found.id, target }
    if ((await unmarkRejected(tx, of)) === 0) {
      throw conflict('Saran ini tidak sedang ditolak; muat ulang untuk melihatnya.')
    }
    await tell(tx, acting, { kind: 'candidate.suggestion_restored', of, now })
    return readSuggestions(tx, officer, found.id)
  })
}

type Of = { regionId: string; candidateId: number; target: Target }

const isThere = (target: Target) => (one: Suggestion) =>
  'caseId' in target ? one.caseId === target.caseId : one.candidateId === target.candidateId

async function nothingToReject(tx: Sql, { region }: Acting, { candidateId, target }: Of) {
  const known = await suggestionsFor(tx, region.id, candidateId)
  const rejected = known.find(isThere(target))
  if (!rejected?.rejectedAt)
    return conflict('Saran ini tidak ada lagi; muat ulang untuk melihatnya.')
  const { rejectedBy, rejectedAt } = rejected
  const who = whoAndWhen(rejectedBy?.name ?? null, rejectedAt, region.timezone)
  return conflict(`Saran ini sudah ditolak oleh ${who}; muat ulang untuk melihatnya.`)
}

async function tell(
  tx: Sql,
  { officer }: Acting,
  { kind, of, now }: { kind: string; of: Of; now: Date },
): Promise<void> {
  const known = await suggestionsFor(tx, of.regionId, of.candidateId)
  const number = known.find(isThere(of.target))?.caseNumber ?? null
  await appendEvent(tx, {
    regionId: of.regionId,
    kind,
    candidateId: of.candidateId,
    officerId: officer.id,
    data: { ...of.target, number },
    at: now,
  })
}
