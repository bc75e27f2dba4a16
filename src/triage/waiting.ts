import type { Sql } from '../db/connect.ts'
import { conflict, type DomainError, notFound } from '../errors.ts'
import type { Acting } from '../people/officer.ts'
import { whoAndWhen } from '../people/who-and-when.ts'
import { candidateForUpdate, type LockedCandidate, officerName } from './queries.ts'
import { lastChanges } from './queries-desk.ts'

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
  if (isStale(found, input.version)) throw await changedBySomebody(tx, acting, found)
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

/** `who` is "Sari pada 22 Nov 14.03", where it is known. */
export function changedSince(who?: string): DomainError {
  const by = who === undefined ? '' : `, oleh ${who}`
  return conflict(`Kandidat ini berubah sejak Anda membukanya${by}; muat ulang untuk melihatnya.`)
}

/** Optimistic lock: the version is checked only when the officer's screen sent it. */
export function refuseStale(found: LockedCandidate, version: number | undefined): void {
  if (isStale(found, version)) throw changedSince()
}

/** True when the officer's screen shows another state than the locked one. */
export const isStale = (found: LockedCandidate, version: number | undefined): boolean =>
  version !== undefined && version !== found.version

/** The refusal of a screen that is behind, with who was faster. */
async function changedBySomebody(
  tx: Sql,
  { region }: Acting,
  { id }: LockedCandidate,
): Promise<DomainError> {
  const last = (await lastChanges(tx, [id])).get(id)
  return changedSince(last && whoAndWhen(last.name, last.at, region.timezone))
}

/**
 * Locks candidates in the order of their numbers, so that two officers who need the same two do not wait for
 * each other. @returns them in the order asked for
 */
export async function lockAll(tx: Sql, acting: Acting, ids: number[]): Promise<LockedCandidate[]> {
  const locked = new Map<number, LockedCandidate>()
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    locked.set(id, await lockCandidate(tx, acting, { id }))
  }
  return ids.map((id) => locked.get(id)!)
}

/** The refusal of whoever came second. */
export async function alreadyDecided(
  tx: Sql,
  acting: Acting,
  found: LockedCandidate,
): Promise<DomainError> {
  return decidedSince(await decidedBy(tx, acting, found))
}

/** `who` as `decidedBy` says it. */
export const decidedSince = (who: string): DomainError =>
  conflict(`Kandidat ini sudah diputuskan${who}; muat ulang untuk melihatnya.`)

/** " oleh Sari pada 22 Nov 14.03", to stand behind what was decided; empty when nobody has. */
export async function decidedBy(
  tx: Sql,
  { region }: Acting,
  found: LockedCandidate,
): Promise<string> {
  const { decidedBy, decidedAt } = found
  if (decidedAt === null) return ''
  const name = decidedBy === null ? null : await officerName(tx, decidedBy)
  return ` oleh ${whoAndWhen(name, decidedAt, region.timezone)}`
}
