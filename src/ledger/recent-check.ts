import type { Sql } from '../db/connect.ts'
import { verifyLedger, type LedgerCheck } from './verify.ts'

export type CheckedLedger = LedgerCheck & { checkedAt: Date }

/** A whole check reads every row; who asks again within this time is told of the same one. */
const FRESH_MS = 10 * 60_000

type Kept = { at: Date; check: Promise<CheckedLedger> }
const checks = new WeakMap<object, Map<string, Kept>>()

/** The latest check of the region's whole history in this process, at most ten minutes old; one runs at a time. */
export function recentCheck(
  sql: Sql,
  regionId: string,
  now: Date = new Date(),
): Promise<CheckedLedger> {
  const known = checks.get(sql) ?? new Map<string, Kept>()
  checks.set(sql, known)
  const last = known.get(regionId)
  if (last && now.getTime() - last.at.getTime() < FRESH_MS) return last.check
  const check = verifyLedger(sql, regionId).then((found) => ({ ...found, checkedAt: now }))
  known.set(regionId, { at: now, check })
  // A check that could not be made is made again by who asks next.
  check.catch(() => known.delete(regionId))
  return check
}
