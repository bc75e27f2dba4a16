import type { Pool } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import type { CaseRow } from './list.ts'
import { type CaseInput, changedSince, lockForAct } from './lock.ts'
import { changeCase, changedRow } from './queries.ts'
import { REASON, wordsOf } from './words.ts'

/**
 * The agency sends it back: "bukan wewenang". The case belongs to nobody until it is sent on; the
 * clocks go on, because the citizen still waits.
 */
export async function returnCase(
  sql: Pool,
  acting: Acting,
  input: CaseInput & { reason: string },
): Promise<CaseRow> {
  const { now = new Date() } = input
  const reason = wordsOf(input.reason, REASON)
  return sql.begin(async (tx) => {
    const { found, to } = await lockForAct(tx, acting, 'return', input)
    const changed = await changeCase(tx, found, { status: to, agencyCode: null, disposedAt: null })
    if (!changed) throw await changedSince(tx, acting, found)
    await appendEvent(tx, {
      regionId: found.regionId,
      kind: 'case.returned',
      caseId: found.id,
      officerId: acting.officer.id,
      data: { reason, agencyCode: found.agencyCode },
      at: now,
    })
    return changedRow(tx, found.regionId, found.id)
  })
}
