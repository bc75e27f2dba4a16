import { type NewCase, openCase } from '../cases/open.ts'
import type { Pool } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { CandidateRow } from './candidate.ts'
import { decide, decidedRow } from './queries.ts'
import { type CandidateInput, lockWaiting } from './waiting.ts'

export type OpenInput = CandidateInput & Omit<NewCase, 'now'>

/** A person accepts the complaint: a case with a number, sent to its agency at once if so asked. */
export async function openCandidate(
  sql: Pool,
  acting: Acting,
  input: OpenInput,
): Promise<CandidateRow & { number: string }> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { now = new Date() } = input

  return sql.begin(async (tx) => {
    const found = await lockWaiting(tx, acting, input)
    // What a citizen was promised is not taken back by a form.
    const confidential = input.confidential || found.confidential
    const { id, number } = await openCase(tx, acting, { ...input, confidential, now })
    const decision = { status: 'opened', caseId: id, dismissReason: null, note: null } as const
    await decide(tx, [found], { ...decision, decidedBy: officer.id, now })
    const row = await decidedRow(tx, officer.regionId, found.id)
    await appendEvent(tx, {
      regionId: officer.regionId,
      kind: 'candidate.opened',
      candidateId: found.id,
      caseId: id,
      officerId: officer.id,
      data: { number },
      at: now,
    })
    return { ...row, number }
  })
}
