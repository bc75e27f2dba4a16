import type { Sql } from '../db/connect.ts'
import { openAmong } from './queries-sessions.ts'
import { IDLE_HOURS } from './session.ts'
import { tokenHash } from './token.ts'

/** Which of these session tokens are still open. Asking is not using: it keeps no session alive. */
export async function openSessions(
  sql: Sql,
  tokens: string[],
  now: Date = new Date(),
): Promise<Set<string>> {
  const idleSince = new Date(now.getTime() - IDLE_HOURS * 3_600_000)
  const hashes = new Map(tokens.map((token) => [tokenHash(token).toString('hex'), token]))
  const open = await openAmong(sql, [...hashes.keys()], { now, idleSince })
  return new Set(open.map((hash) => hashes.get(hash)!))
}
