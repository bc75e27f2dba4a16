import type { Sql } from '../db/connect.ts'
import { eventsOfCandidate, eventsOfCase } from './queries.ts'

/** One line of history as a screen shows it; `by` null: the machine or a citizen. */
export type HistoryLine = {
  id: number
  kind: string
  at: Date
  by: { id: number; name: string } | null
  data: { [key: string]: unknown }
}

/** The history of one candidate or one case, oldest first, at most the last 500 lines. */
export function readHistory(
  sql: Sql,
  of: { regionId: string; candidateId: number } | { regionId: string; caseId: number },
): Promise<HistoryLine[]> {
  return 'caseId' in of
    ? eventsOfCase(sql, of.regionId, of.caseId)
    : eventsOfCandidate(sql, of.regionId, of.candidateId)
}
