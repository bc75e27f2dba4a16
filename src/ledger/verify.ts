import type { Sql } from '../db/connect.ts'
import { GENESIS, hashRow } from './canonical.ts'
import { keptHead, ledgerRowsAfter } from './queries.ts'

export type LedgerCheck = {
  /** Rows that were read. */
  rows: number
  /**
   * Id of the first row that does not fit the row before it. When rows are missing at the end: id of
   * the last one that is left (0: none). Null: the chain is whole.
   */
  brokenAt: number | null
  /** Hash of the last good row in hexadecimal; written down elsewhere, it proves the history up to it. */
  head: string
}

const ROWS_PER_BATCH = 1000

/** Computes the hash chain of a region again, oldest row first. */
export async function verifyLedger(sql: Sql, regionId: string): Promise<LedgerCheck> {
  // Read first: rows that are added meanwhile are then no contradiction.
  const kept = await keptHead(sql, regionId)
  let head = GENESIS
  let rows = 0
  let lastId = 0
  let hasPassedKept = false
  for (;;) {
    const batch = await ledgerRowsAfter(sql, regionId, { lastId, limit: ROWS_PER_BATCH })
    for (const row of batch) {
      rows += 1
      const hash = hashRow(head, { ...row, data: JSON.parse(row.dataText) as unknown })
      if (!row.prevHash.equals(head) || !row.hash.equals(hash)) {
        return { rows, brokenAt: row.id, head: head.toString('hex') }
      }
      head = hash
      lastId = row.id
      hasPassedKept ||= rows === kept?.rows && kept.hash.equals(head)
    }
    if (batch.length < ROWS_PER_BATCH) break
  }
  const isWhole = hasPassedKept || (rows === 0 && kept === undefined)
  return { rows, brokenAt: isWhole ? null : lastId, head: head.toString('hex') }
}
