import type { Sql } from '../db/connect.ts'
import { balanceRows } from './queries.ts'

/** How many messages stand where. Each end is counted from its own rows, never as "the rest". */
export type Sums = {
  total: number
  /** Not read by the machine yet. */
  unread: number
  /** Read, and not grouped yet. */
  ungrouped: number
  /** The machine found no complaint. */
  setAside: number
  waiting: number
  dismissed: number
  merged: number
  opened: number
}

export type Balance = {
  posts: Sums
  filings: Sums
  /** Messages that stand nowhere, or in two places at once. Anything but 0 is a fault of ours. */
  unaccounted: number
}

/** Where everything is that ever came in. "No complaint without an answer" is `unaccounted` = 0. */
export async function balance(sql: Sql, regionId: string): Promise<Balance> {
  const { posts, filings } = await balanceRows(sql, regionId)
  const { unaccounted: lostPosts, ...ofPosts } = posts
  const { unaccounted: lostFilings, ...ofFilings } = filings
  return { posts: ofPosts, filings: ofFilings, unaccounted: lostPosts + lostFilings }
}
