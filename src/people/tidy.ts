import type { Sql } from '../db/connect.ts'
import { deleteEndedSessions, deleteOldTries } from './queries.ts'
import { IDLE_HOURS } from './session.ts'

const DAY_MS = 24 * 3_600_000

/** Removes counted tries older than a day and sessions that have ended. @returns rows removed */
export async function tidyPeople(sql: Sql, now: Date = new Date()): Promise<number> {
  const tries = await deleteOldTries(sql, new Date(now.getTime() - DAY_MS))
  const idleSince = new Date(now.getTime() - IDLE_HOURS * 3_600_000)
  return tries + (await deleteEndedSessions(sql, now, idleSince))
}
