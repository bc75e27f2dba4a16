import type { Sql } from '../db/connect.ts'
import type { Region } from '../region/region.ts'
import { makeTitle } from '../voices/title.ts'
import { refit, type Said } from './facts.ts'
import type { LockedCandidate } from './queries.ts'
import { changeFacts, recount, saidIn } from './queries-voices.ts'

/**
 * Makes a candidate fit the voices it has now, after some of `before` have left it or come back: counts, and
 * what only they had said, or a person of the candidate `lender` that they came from. It is named anew when
 * another voice is the first one, unless a person has named it. What is confidential stays so.
 */
export async function settle(
  tx: Sql,
  region: Region,
  found: LockedCandidate,
  { before, lender }: { before: Said[]; lender?: LockedCandidate },
): Promise<void> {
  await recount(tx, found.id)
  const after = await saidIn(tx, found.id)
  const [lead] = after
  const isNewLead = lead !== undefined && lead.voiceId !== before[0]?.voiceId
  const title = isNewLead && !('title' in found.corrected) ? { title: makeTitle(region, lead) } : {}
  await changeFacts(tx, found.id, { ...refit(found, { before, after }, lender), ...title })
}
