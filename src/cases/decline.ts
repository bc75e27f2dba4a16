import type { Pool } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import type { CaseRow } from './list.ts'
import { type CaseInput, changedSince, lockForAct } from './lock.ts'
import { changeCase, changedRow, stopClocks } from './queries.ts'
import { REASON, wordsOf } from './words.ts'

/** The government will not act on it, and says why: the reason is what the citizen reads. */
export async function declineCase(
  sql: Pool,
  acting: Acting,
  input: CaseInput & { reason: string },
): Promise<CaseRow> {
  const { now = new Date() } = input
  const reason = wordsOf(input.reason, REASON)
  return sql.begin(async (tx) => {
    const { found, to } = await lockForAct(tx, acting, 'decline', input)
    const changed = await changeCase(tx, found, { status: to, closedAt: now })
    if (!changed) throw await changedSince(tx, acting, found)
    await stopClocks(tx, found.id, now)
    await appendEvent(tx, {
      regionId: found.regionId,
      kind: 'case.declined',
      caseId: found.id,
      officerId: acting.officer.id,
      data: { reason },
      at: now,
    })
    return changedRow(tx, found.regionId, found.id)
  })
}
