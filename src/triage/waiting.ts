import type { Sql } from '../db/connect.ts'
import { conflict, type DomainError, notFound } from '../errors.ts'
import type { Acting } from '../people/officer.ts'
import { whoAndWhen } from '../people/who-and-when.ts'
import { candidateForUpdate, type LockedCandidate, officerName } from './queries.ts'

/** What every verb of triage is told: which candidate, and which state of it the officer saw. */
export type CandidateInput = { id: number; version?: number | undefined; now?: Date | undefined }

/** Locks a candidate that nobody has decided yet. 404 unknown; 409 decided, or changed since seen. */
export async function lockWaiting(
  tx: Sql,
  acting: Acting,
  input: CandidateInput,
): Promise<LockedCandidate> {
  const found = await lockCandidate(tx, acting, input)
  if (found.status !== 'waiting') throw await alreadyDecided(tx, acting, found)
  refuseStale(found, input.version)
  return found
}

/** Locks a candidate in whatever state it is. */
export async function lockCandidate(
  tx: Sql,
  { officer }: Acting,
  { id }: CandidateInput,
): Promise<LockedCandidate> {
  const found = await candidateForUpdate(tx, officer.regionId, id)
  if (!found) throw notFound('Kandidat', id)
  return found
}

/** Optimistic lock: the version is checked only when the officer's screen sent it. */
export function refuseStale(found: LockedCandidate, version: number | undefined): void {
  if (version !== undefined && version !== found.version) {
    throw conflict('Kandidat ini berubah sejak Anda membukanya; muat ulang untuk melihatnya.')
  }
}

/** The refusal of whoever came second. */
export async function alreadyDecided(
  tx: Sql,
  { region }: Acting,
  found: LockedCandidate,
): Promise<DomainError> {
  const { decidedBy, decidedAt } = found
  const name = decidedBy === null ? null : await officerName(tx, decidedBy)
  const who = decidedAt ? ` oleh ${whoAndWhen(name, decidedAt, region.timezone)}` : ''
  return conflict(`Kandidat ini sudah diputuskan${who}; muat ulang untuk melihatnya.`)
}
