import type { Sql } from '../db/connect.ts'
import { GENESIS, hashRow, microseconds } from './canonical.ts'
import { insertEvents, lockHead } from './queries.ts'

export type NewEvent = {
  regionId: string
  /** What happened, as noun.verb: candidate.dismissed, case.opened, officer.signed_in. */
  kind: string
  candidateId?: number | null
  caseId?: number | null
  filingId?: number | null
  /** Absent or null: the machine or a citizen. */
  officerId?: number | null
  /** Never contact data: a row of the ledger can not be erased. */
  data?: { [key: string]: unknown }
  at?: Date
}

/**
 * Writes one line of history inside the caller's transaction: the change and its history live or die
 * together. Until that transaction ends no other one of the region can append, so call this last.
 */
export const appendEvent = (tx: Sql, event: NewEvent): Promise<void> => appendEvents(tx, [event])

/** Writes several lines of one region, in this order. */
export async function appendEvents(tx: Sql, events: readonly NewEvent[]): Promise<void> {
  const [first] = events
  if (!first) return
  let prevHash = await lockHead(tx, first.regionId, GENESIS)
  const rows = events.map((event) => {
    const row = link(event, prevHash)
    prevHash = row.hash
    return row
  })
  await insertEvents(tx, first.regionId, rows)
}

function link(event: NewEvent, prevHash: Buffer) {
  const at = event.at ?? new Date()
  const row = {
    regionId: event.regionId,
    kind: event.kind,
    candidateId: event.candidateId ?? null,
    caseId: event.caseId ?? null,
    filingId: event.filingId ?? null,
    officerId: event.officerId ?? null,
    // As JSON first: the hash covers what the database will give back.
    data: storable(JSON.parse(JSON.stringify(event.data ?? {}))),
  }
  return { ...row, at, prevHash, hash: hashRow(prevHash, { ...row, at: microseconds(at) }) }
}

/** jsonb refuses U+0000 and half a surrogate pair; both reach us in pasted text. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  return Object.fromEntries(entries.map(([key, inner]) => [cleanText(key), storable(inner)]))
}

const cleanText = (text: string) => text.replaceAll('\u0000', '').toWellFormed()
