import type { Database } from '../db/connect.ts'
import { isCategory } from '../region/category.ts'
import type { Region } from '../region/region.ts'
import { claimUnreadFilings, claimUnreadPosts, insertReadings, type Unread } from './queries.ts'
import { makeReader, MODEL } from './read.ts'
import type { Message, Reading } from './reading.ts'

/** Most messages of one transaction. */
const MOST = 500
const readers = new WeakMap<Region, Reader>()

export type Reader = (message: Message) => Reading

export type ReadOptions = {
  limit: number
  reader?: Reader
  /** Is told in a sentence of each message that could not be read. */
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
  { limit, reader = readerOf(region), warn = () => {} }: ReadOptions,
): Promise<number> {
  const most = Math.max(0, Math.min(limit, MOST))
  return db.sql.begin(async (tx) => {
    const filings = await claimUnreadFilings(tx, region.id, most)
    const posts = await claimUnreadPosts(tx, region.id, most - filings.length)
    const areas = new Set(region.areas.map((area) => area.code))
    const readOne = (of: Unread): Reading => {
      try {
        return storable(reader(of.kind === 'filing' ? filedMessage(of, areas) : postMessage(of)))
      } catch (error) {
        warn(`read: ${of.kind} ${of.id} cannot be read: ${String(error)}`)
        return unreadable()
      }
    }
    const readAll = (unread: Unread[]) => unread.map((of) => ({ of, reading: readOne(of) }))
    await insertReadings(tx, 'filing', readAll(filings))
    await insertReadings(tx, 'post', readAll(posts))
    return filings.length + posts.length
  })
}

/** The region's tables take a while to build, and the region of a process does not change. */
function readerOf(region: Region): Reader {
  const known = readers.get(region)
  if (known) return known
  const made = makeReader(region)
  readers.set(region, made)
  return made
}

const postMessage = ({ text, title, channel, at }: Unread): Message => ({
  text,
  title: title ?? undefined,
  channel,
  at,
})

/** The citizen who files knows what and where; the address is read like a title: it has no spans. */
const filedMessage = (of: Unread, areas: Set<string>): Message => ({
  text: of.text,
  title: of.address ?? undefined,
  channel: 'filed',
  at: of.at,
  known: {
    category: of.category && isCategory(of.category) ? of.category : undefined,
    kelurahan: of.kelurahanCode && areas.has(of.kelurahanCode) ? of.kelurahanCode : undefined,
  },
})

/** What cannot be read is not lost: a person sees it, with the reason. */
function unreadable(): Reading {
  return {
    complaint: true,
    probability: 0.5,
    category: 'lainnya',
    categories: [],
    agency: null,
    agencies: [],
    kecamatan: null,
    kelurahan: null,
    place: null,
    outside: false,
    urgent: false,
    emergency: false,
    modus: [],
    reasons: [{ kind: 'complaint', text: 'pesan tidak dapat dibaca mesin; perlu dibaca petugas' }],
    model: MODEL,
  }
}

/** PostgreSQL takes neither U+0000 nor half a surrogate pair, and both come in pasted text. */
function storable(reading: Reading): Reading {
  const plain = (text: string): string => text.replaceAll('\u0000', ' ').toWellFormed()
  return {
    ...reading,
    place: reading.place === null ? null : plain(reading.place),
    reasons: reading.reasons.map((reason) => ({ ...reason, text: plain(reason.text) })),
  }
}
