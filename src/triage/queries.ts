import type { Sql } from '../db/connect.ts'
import { rolesWith } from '../people/roles.ts'
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

/** Writes one decision on candidates that are locked and wait. */
export async function decide(
  tx: Sql,
  found: readonly LockedCandidate[],
  by: Decision,
): Promise<void> {
  const changed = await tx`
    update candidates
       set status = ${by.status}, dismiss_reason = ${by.dismissReason}, note = ${by.note},
           case_id = ${by.caseId}, joined_id = ${by.joinedId ?? null},
           decided_by = ${by.decidedBy}, decided_at = ${by.now}, version = version + 1
     where id = any(${found.map(({ id }) => id)}::bigint[]) and status = 'waiting'`
  expectAll(changed.count, found.length)
}

/**
 * Lets candidates that are locked and decided wait again. One is with the officer it was given to before, if that
 * one may still decide; `lockAssigning` keeps it so.
 */
export async function setWaiting(tx: Sql, found: readonly LockedCandidate[]): Promise<void> {
  const changed = await tx`
    update candidates
       set status = 'waiting', dismiss_reason = null, note = null, case_id = null,
           joined_id = null, decided_by = null, decided_at = null, version = version + 1,
           assigned_to = (select o.id from officers o
                           where o.id = assigned_to and o.role = any(${rolesWith('queue.decide')})
                             and o.disabled_at is null)
     where id = any(${found.map(({ id }) => id)}::bigint[]) and status <> 'waiting'`
  expectAll(changed.count, found.length)
}

/** A lock that did not hold is a fault of the program. */
export function expectAll(count: number, wanted: number): void {
  if (count !== wanted) throw new Error('triage: a candidate changed while it was locked')
}

/**
 * Locked, so that the case cannot reach its end while a candidate joins it. `share`, as grouping locks it: that one
 * holds cases while it waits for candidates.
 */
export async function caseToMergeInto(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<{ id: number; number: string; status: string } | undefined> {
  const [row] = await tx<{ id: number; number: string; status: string }[]>`
    select id, number, status
      from cases
     where region_id = ${regionId} and id = ${id}
       for share`
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
