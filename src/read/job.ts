import type { Database } from '../db/connect.ts'
import type { Region } from '../region/region.ts'
import { championReader } from './champion.ts'
import { claimUnreadFilings, claimUnreadPosts, insertReadings, type Unread } from './queries.ts'
import { makeStoredReader, type Reader } from './stored-reader.ts'

/** Most messages of one transaction. */
const MOST = 500

export type ReadOptions = {
  limit: number
  /** The one of the region's champion unless told. */
  reader?: Reader
  /** Is told in a sentence of each message that could not be read, and of a model that cannot be used. */
  warn?: (problem: string) => void
}

/**
 * Reads up to `limit` filings and posts that nobody has read, filings first. Readings and marks are one
 * transaction: a process that dies leaves the messages unread, never read twice.
 * @returns how many were read
 */
export async function readWaiting(
  db: Database,
  region: Region,
  { limit, reader, warn = () => {} }: ReadOptions,
): Promise<number> {
  const most = Math.max(0, Math.min(limit, MOST))
  return db.sql.begin(async (tx) => {
    const filings = await claimUnreadFilings(tx, region.id, most)
    const posts = await claimUnreadPosts(tx, region.id, most - filings.length)
    if (filings.length + posts.length === 0) return 0
    const { model, read } = await championReader(tx, region, warn)
    const readOne = makeStoredReader({ region, model, read: reader ?? read, warn })
    const readAll = (unread: Unread[]) => unread.map((of) => ({ of, reading: readOne(of) }))
    await insertReadings(tx, 'filing', readAll(filings))
    await insertReadings(tx, 'post', readAll(posts))
    return filings.length + posts.length
  })
}
