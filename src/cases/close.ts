import type { Pool } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import type { CaseRow } from './list.ts'
import { type CaseInput, changedSince, lockForAct } from './lock.ts'
import { changeCase, changedRow } from './queries.ts'
import { NOTE, wordsOf } from './words.ts'

/** Humas finds that the answer settles the complaint. */
export async function closeCase(
  sql: Pool,
  acting: Acting,
  input: CaseInput & { note?: string | undefined },
): Promise<CaseRow> {
  const { now = new Date() } = input
  const note = wordsOf(input.note, NOTE) || null
  return sql.begin(async (tx) => {
    const { found, to } = await lockForAct(tx, acting, 'close', input)
    const changed = await changeCase(tx, found, { status: to, closedAt: now })
    if (!changed) throw await changedSince(tx, acting, found)
    await appendEvent(tx, {
      regionId: found.regionId,
      kind: 'case.closed',
      caseId: found.id,
      officerId: acting.officer.id,
      data: { note },
      at: now,
    })
    return changedRow(tx, found.regionId, found.id)
  })
}
