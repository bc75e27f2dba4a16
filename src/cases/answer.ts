import type { Pool } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import type { CaseRow } from './list.ts'
import { type CaseInput, changedSince, lockForAct } from './lock.ts'
import { changeCase, changedRow, stopClocks } from './queries.ts'
import { ANSWER, wordsOf } from './words.ts'

/** The agency answers; the citizen reads these words. The first answer stops the clocks. */
export async function answerCase(
  sql: Pool,
  acting: Acting,
  input: CaseInput & { text: string },
): Promise<CaseRow> {
  const { now = new Date() } = input
  const text = wordsOf(input.text, ANSWER)
  return sql.begin(async (tx) => {
    const { found, to } = await lockForAct(tx, acting, 'answer', input)
    const answeredAt = found.answeredAt ?? now
    const changed = await changeCase(tx, found, { status: to, answer: text, answeredAt })
    if (!changed) throw await changedSince(tx, acting, found)
    await stopClocks(tx, found.id, now)
    await appendEvent(tx, {
      regionId: found.regionId,
      kind: 'case.answered',
      caseId: found.id,
      officerId: acting.officer.id,
      data: { text, agencyCode: found.agencyCode },
      at: now,
    })
    return changedRow(tx, found.regionId, found.id)
  })
}
