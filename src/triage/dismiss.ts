import type { Pool } from '../db/connect.ts'
import { invalid } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { CandidateRow } from './candidate.ts'
import { decide, decidedRow } from './queries.ts'
import { type DismissReason, isDismissReason } from './reasons.ts'
import { type CandidateInput, lockWaiting } from './waiting.ts'

const MOST_NOTE = 2000

export type Dismissal = { reason: DismissReason; note?: string | undefined }

/** The reason, and the note without blanks around it. 422 when either is not acceptable. */
export function checkDismissal(input: Dismissal): { reason: DismissReason; note: string | null } {
  const { reason } = input
  if (!isDismissReason(reason)) throw invalid(`Alasan "${String(reason)}" tidak dikenal.`)
  const note = input.note?.trim() || null
  if (note && note.length > MOST_NOTE) throw invalid(`Catatan paling panjang ${MOST_NOTE} huruf.`)
  return { reason, note }
}

/** A person says that this is nothing to act on, and why. */
export async function dismissCandidate(
  sql: Pool,
  acting: Acting,
  input: CandidateInput & Dismissal,
): Promise<CandidateRow> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { reason, note } = checkDismissal(input)
  const { now = new Date() } = input

  return sql.begin(async (tx) => {
    const found = await lockWaiting(tx, acting, input)
    const decision = { status: 'dismissed', dismissReason: reason, note, caseId: null } as const
    await decide(tx, [found], { ...decision, decidedBy: officer.id, now })
    const row = await decidedRow(tx, officer.regionId, found.id)
    await appendEvent(tx, {
      regionId: officer.regionId,
      kind: 'candidate.dismissed',
      candidateId: found.id,
      officerId: officer.id,
      data: { reason, note },
      at: now,
    })
    return row
  })
}
