import type { Sql } from '../db/connect.ts'
import { conflict, DomainError, notFound } from '../errors.ts'
import type { Acting, Officer } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { whoAndWhen } from '../people/who-and-when.ts'
import { caseForUpdate, lastChange, type LockedCase } from './queries.ts'
import { type CaseAct, type CaseStatus, nextStatus, RIGHT_OF_ACT } from './transitions.ts'

/** What every verb of a case is told: which one, and which state of it the officer saw. */
export type CaseInput = { id: number; version?: number | undefined; now?: Date | undefined }

/** Only what was sent to it: an agency does not even learn that another case exists. */
export const isVisibleTo = (
  officer: Officer,
  found: { agencyCode: string | null; disposedAt: Date | null },
): boolean =>
  officer.role !== 'agency' ||
  (found.disposedAt !== null && found.agencyCode === officer.agencyCode)

/**
 * The beginning of every verb: right, lock, state. 403 role without the right; 404 unknown or
 * another agency's; 409 wrong state or changed since seen, with who did what.
 */
export async function lockForAct(
  tx: Sql,
  acting: Acting,
  act: CaseAct,
  input: CaseInput,
): Promise<{ found: LockedCase; to: CaseStatus }> {
  const { officer } = acting
  requireRight(officer, RIGHT_OF_ACT[act])
  const found = await caseForUpdate(tx, officer.regionId, input.id)
  if (!found || !isVisibleTo(officer, found)) throw notFound('Aduan', input.id)
  const to = nextStatus(found.status, act)
  if (to === null) throw await wrongState(tx, acting, found, act)
  if (input.version !== undefined && input.version !== found.version) {
    throw await changedSince(tx, acting, found)
  }
  return { found, to }
}

const STATE: Record<CaseStatus, string> = {
  opened: 'baru dibuka',
  disposed: 'sudah didisposisikan',
  in_progress: 'sedang ditindaklanjuti',
  answered: 'sudah dijawab',
  closed: 'sudah ditutup',
  declined: 'sudah ditolak',
}

const REFUSED: Record<CaseAct, string> = {
  dispose: 'didisposisikan',
  start: 'mulai ditindaklanjuti',
  answer: 'dijawab',
  close: 'ditutup',
  decline: 'ditolak',
  reopen: 'ditinjau ulang',
  return: 'dikembalikan',
}

async function wrongState(
  tx: Sql,
  acting: Acting,
  found: LockedCase,
  act: CaseAct,
): Promise<DomainError> {
  const who = await by(tx, acting, found)
  return conflict(
    `Aduan ${found.number} ${STATE[found.status]}${who}, jadi tidak dapat ${REFUSED[act]}; ` +
      'muat ulang untuk melihatnya.',
  )
}

/** The refusal of whoever acted on a state that is gone. */
export async function changedSince(
  tx: Sql,
  acting: Acting,
  found: LockedCase,
): Promise<DomainError> {
  const who = await by(tx, acting, found)
  return conflict(`Aduan ${found.number} sudah diubah${who}; muat ulang untuk melihatnya.`)
}

async function by(tx: Sql, { region }: Acting, found: LockedCase): Promise<string> {
  const last = await lastChange(tx, found.id)
  return last ? ` oleh ${whoAndWhen(last.name, last.at, region.timezone)}` : ''
}
