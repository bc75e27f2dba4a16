import type { Pool } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { startAnswerClocks } from './dispose.ts'
import type { CaseRow } from './list.ts'
import { type CaseInput, changedSince, lockForAct } from './lock.ts'
import { changeCase, changedRow } from './queries.ts'
import { REASON, wordsOf } from './words.ts'

/** The answer does not settle it: the same agency has it again, with new clocks. */
export async function reopenCase(
  sql: Pool,
  acting: Acting,
  input: CaseInput & { reason: string },
): Promise<CaseRow> {
  const { now = new Date() } = input
  const reason = wordsOf(input.reason, REASON)
  return sql.begin(async (tx) => {
    const { found, to } = await lockForAct(tx, acting, 'reopen', input)
    const changed = await changeCase(tx, found, { status: to, closedAt: null })
    if (!changed) throw await changedSince(tx, acting, found)
    await startAnswerClocks(tx, acting, found.id, now)
    await appendEvent(tx, {
      regionId: found.regionId,
      kind: 'case.reopened',
      caseId: found.id,
      officerId: acting.officer.id,
      data: { reason, from: found.status },
      at: now,
    })
    return changedRow(tx, found.regionId, found.id)
  })
}
