import type { Sql } from '../db/connect.ts'
import type { CandidateRow, CandidateStatus, ReadingField } from './candidate.ts'
import type { Facts } from './facts.ts'
import { rowsOf } from './queries-rows.ts'
import type { DismissReason } from './reasons.ts'

/** Of the fields that a person has corrected, what stood there before. */
export type Corrected = { [field in ReadingField]?: string | boolean | null }

export type LockedCandidate = Facts & {
  id: number
  status: CandidateStatus
  version: number
  title: string
  assignedTo: number | null
  snoozedUntil: Date | null
  snoozedBy: number | null
  labels: string[]
  corrected: Corrected
  confidential: boolean
  voiceCount: number
  dueAt: Date
  createdAt: Date
  caseId: number | null
  joinedId: number | null
  splitFrom: number | null
  dismissReason: DismissReason | null
  decidedAt: Date | null
  decidedBy: number | null
}

/**
 * Locks the row, so that two officers who decide at once cannot both win. `no key`: grouping, which
 * refers to candidates and cases while it grows others, need not wait for it, nor it for grouping.
 */
export async function candidateForUpdate(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<LockedCandidate | undefined> {
  const [row] = await candidatesForUpdate(tx, regionId, [id])
  return row
}

/** Locks them in the order of their ids; unknown ones are left out. */
export const candidatesForUpdate = (tx: Sql, regionId: string, ids: readonly number[]) =>
  tx<LockedCandidate[]>`
    select id, status, version, title, assigned_to, snoozed_until, snoozed_by, labels, corrected,
           confidential, voice_count, due_at, created_at, case_id, joined_id, split_from, dismiss_reason,
           decided_by, decided_at, filed, probability, category, agency_code, kecamatan_code,
           kelurahan_code, place, urgent, emergency, modus
      from candidates
     where region_id = ${regionId} and id = any(${ids as number[]}::bigint[])
     order by id
       for no key update`

/** Asked after the lock: a join beside `for update` would show the officers as they stood before it. */
export async function officerName(tx: Sql, id: number): Promise<string | null> {
  const [row] = await tx<{ name: string }[]>`select name from officers where id = ${id}`
  return row?.name ?? null
}

export type Decision = {
  status: Exclude<CandidateStatus, 'waiting'>
  dismissReason: DismissReason | null
  note: string | null
  caseId: number | null
  joinedId?: number
  decidedBy: number
  now: Date
}

/** Conditional: false when the candidate does not wait any more. */
export async function decide(tx: Sql, found: LockedCandidate, by: Decision): Promise<boolean> {
  const changed = await tx`
    update candidates
       set status = ${by.status}, dismiss_reason = ${by.dismissReason}, note = ${by.note},
           case_id = ${by.caseId}, joined_id = ${by.joinedId ?? null},
           decided_by = ${by.decidedBy}, decided_at = ${by.now}, version = version + 1
     where id = ${found.id} and status = 'waiting' and version = ${found.version}`
  return changed.count === 1
}

/** Conditional: false when the decision is not the one that was seen. */
export async function setWaiting(tx: Sql, found: LockedCandidate): Promise<boolean> {
  const changed = await tx`
    update candidates
       set status = 'waiting', dismiss_reason = null, note = null, case_id = null,
           joined_id = null, decided_by = null, decided_at = null, version = version + 1
     where id = ${found.id} and status = ${found.status} and version = ${found.version}`
  return changed.count === 1
}

/** Locked, so that the case cannot reach its end while a candidate joins it. */
export async function caseToMergeInto(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<{ id: number; number: string; status: string } | undefined> {
  const [row] = await tx<{ id: number; number: string; status: string }[]>`
    select id, number, status
      from cases
     where region_id = ${regionId} and id = ${id}
       for no key update`
  return row
}

/** How many other candidates stand in the case. */
export async function mergedInto(tx: Sql, caseId: number, except: number): Promise<number> {
  const [row] = await tx<{ others: number }[]>`
    select count(*) as others from candidates where case_id = ${caseId} and id <> ${except}`
  return row?.others ?? 0
}

export async function candidateRow(
  sql: Sql,
  regionId: string,
  id: number,
): Promise<CandidateRow | undefined> {
  const [row] = await candidateRows(sql, regionId, [id])
  return row
}

/** The row of a candidate that is locked by this transaction. */
export async function decidedRow(tx: Sql, regionId: string, id: number): Promise<CandidateRow> {
  const row = await candidateRow(tx, regionId, id)
  if (!row) throw new Error(`triage: candidate ${id} vanished while it was locked`)
  return row
}

/** The rows of these candidates, in this order; unknown ones are left out. */
export const candidateRows = (sql: Sql, regionId: string, ids: readonly number[], now?: Date) =>
  rowsOf(sql, {
    found: sql`
      select c.id from candidates c
       where c.region_id = ${regionId} and c.id = any(${ids as number[]}::bigint[])`,
    order: sql`array_position(${ids as number[]}::bigint[], c.id)`,
    now,
  })
