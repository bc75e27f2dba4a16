import type { Pool } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import type { CaseRow } from './list.ts'
import { type CaseInput, changedSince, lockForAct } from './lock.ts'
import { changeCase, changedRow } from './queries.ts'

/** The agency begins to work on the case. The clocks go on: only an answer stops them. */
export async function startCase(sql: Pool, acting: Acting, input: CaseInput): Promise<CaseRow> {
  const { now = new Date() } = input
  return sql.begin(async (tx) => {
    const { found, to } = await lockForAct(tx, acting, 'start', input)
    if (!(await changeCase(tx, found, { status: to }))) throw await changedSince(tx, acting, found)
    await appendEvent(tx, {
      regionId: found.regionId,
      kind: 'case.started',
      caseId: found.id,
      officerId: acting.officer.id,
      at: now,
    })
    return changedRow(tx, found.regionId, found.id)
  })
}
