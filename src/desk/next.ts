/** "Next" hands out work: the most pressing candidate that no colleague decides on. */
import type { Pool } from '../db/connect.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { CandidateRow } from '../triage/candidate.ts'
import { decidedRow } from '../triage/queries.ts'
import { askedOf, type QueueFilters } from '../triage/queue.ts'
import { put } from './hold.ts'
import { deleteOwnDeciding, firstFree } from './queries.ts'

export type NextInput = {
  /** As for the queue; whatever status it says, only what waits is handed out. */
  filters?: QueueFilters | undefined
  /** Candidates that the officer passes over now. */
  skip?: number[] | undefined
  now?: Date | undefined
}

/** How often a colleague may be faster before the answer is that nothing is left. */
const MOST_TRIES = 200

/**
 * The first candidate by the queue's order that nobody else decides on, held for the caller for ten minutes;
 * null when none is left. Two who ask at once never get the same one. What a colleague was assigned stays with
 * them, unless the filters ask for it. What the caller held before is given back.
 */
export async function nextCandidate(
  sql: Pool,
  acting: Acting,
  input: NextInput = {},
): Promise<CandidateRow | null> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { filters = {}, now = new Date() } = input
  const asked = await askedOf(sql, officer, { ...filters, status: 'waiting', now })
  const skip = [...(input.skip ?? [])]

  // By itself: two whose old holds lie on each other's new candidate would wait for each other.
  await deleteOwnDeciding(sql, officer.id)
  let isPatient = false
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // One transaction a try: who waits for a lock must not keep others waiting for theirs.
    const found = await sql.begin(async (tx) => {
      const id = await firstFree(tx, officer.regionId, asked, {
        officerId: officer.id,
        skip,
        isPatient,
      })
      if (id === undefined) return null
      // Asked after the lock: a colleague may have taken it while we looked.
      const doing = await put(tx, acting, { id, doing: 'deciding', now })
      return { id, row: doing === 'deciding' ? await decidedRow(tx, officer.regionId, id) : null }
    })
    if (found?.row) return found.row
    if (found) skip.push(found.id)
    // Everything that is left is locked at this moment, or nothing is left.
    else if (isPatient) return null
    else isPatient = true
  }
  return null
}
