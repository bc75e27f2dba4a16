import type { Pool, Sql } from '../db/connect.ts'
import { conflict, notFound } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { CandidateRow } from './candidate.ts'
import { caseToMergeInto, decide, decidedRow, type LockedCandidate } from './queries.ts'
import { type CandidateInput, lockWaiting } from './waiting.ts'

/** A person says that this candidate tells of a case that exists: its voices join that case. */
export async function mergeCandidate(
  sql: Pool,
  acting: Acting,
  input: CandidateInput & { caseId: number },
): Promise<CandidateRow> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { now = new Date() } = input

  return sql.begin(async (tx) => {
    const found = await lockWaiting(tx, acting, input)
    return mergeInto(tx, acting, found, { caseId: input.caseId, now })
  })
}

/** Merges a candidate that is locked and waits. 409 when the case is at its end. */
export async function mergeInto(
  tx: Sql,
  acting: Acting,
  found: LockedCandidate,
  { caseId, now }: { caseId: number; now: Date },
): Promise<CandidateRow> {
  const { officer } = acting
  const target = await openTarget(tx, officer.regionId, caseId)
  const decision = { status: 'merged', caseId: target.id, dismissReason: null, note: null } as const
  await decide(tx, [found], { ...decision, decidedBy: officer.id, now })
  const row = await decidedRow(tx, officer.regionId, found.id)
  await appendEvent(tx, {
    regionId: officer.regionId,
    kind: 'candidate.merged',
    candidateId: found.id,
    caseId: target.id,
    officerId: officer.id,
    data: { number: target.number },
    at: now,
  })
  return row
}

/** A case at its end answers nobody any more, so a new voice may not disappear in it. */
export async function openTarget(tx: Sql, regionId: string, caseId: number) {
  const target = await caseToMergeInto(tx, regionId, caseId)
  if (!target) throw notFound('Aduan', caseId)
  if (target.status === 'closed' || target.status === 'declined') {
    const state = target.status === 'closed' ? 'ditutup' : 'ditolak'
    throw conflict(`Aduan ${target.number} sudah ${state}; tinjau ulang atau buka aduan baru.`)
  }
  return target
}
