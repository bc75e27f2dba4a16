/** What an officer had in hand goes back to everybody when the officer may not decide any more. */
import type { Sql } from '../db/connect.ts'
import type { NewEvent } from '../ledger/append.ts'
import { candidatesForUpdate } from '../triage/queries.ts'
import { assignedTo, lockAssigning, unassign } from '../triage/queries-desk.ts'
import { lockGrouping } from '../triage/queries-voices.ts'
import { deleteHoldsOf } from './queries.ts'

/** From here to the end of the transaction nobody is given a candidate. Before all other locks. */
export const stopAssigning = (tx: Sql, regionId: string): Promise<void> =>
  lockAssigning(tx, regionId, 'alone')

type HandBack = {
  regionId: string
  /** Who hands back. */
  officerId: number
  /** Who made them. */
  by: number
  now: Date
}

/**
 * Frees the waiting candidates that were given to the officer, and ends the officer's holds, after `stopAssigning`.
 * @returns a line of history for each candidate, which the caller writes last
 */
export async function handBack(
  tx: Sql,
  { regionId, officerId, by, now }: HandBack,
): Promise<NewEvent[]> {
  const assigned = await assignedTo(tx, regionId, officerId)
  if (assigned.length > 0) await lockGrouping(tx, regionId)
  const locked = await candidatesForUpdate(tx, regionId, assigned)
  const found = locked.filter((one) => one.status === 'waiting' && one.assignedTo === officerId)
  await unassign(
    tx,
    found.map(({ id }) => id),
  )
  await deleteHoldsOf(tx, officerId)
  return found.map(({ id }) => ({
    regionId,
    kind: 'candidate.changed',
    candidateId: id,
    officerId: by,
    data: { assignedTo: [officerId, null] },
    at: now,
  }))
}
