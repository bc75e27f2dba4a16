/** The text that a row's hash covers. Pure: the same event gives the same text in every process. */
import { createHash } from 'node:crypto'

export type LedgerRow = {
  regionId: string
  kind: string
  candidateId: number | null
  caseId: number | null
  filingId: number | null
  officerId: number | null
  /** UTC with microseconds: 2026-11-22T06:03:00.123000Z. */
  at: string
  data: unknown
}

/** What the first row of a region stands on. */
export const GENESIS: Buffer = Buffer.alloc(32)

/** sha256(hash of the row before || canonical text). */
export function hashRow(prevHash: Uint8Array, row: LedgerRow): Buffer {
  return createHash('sha256').update(prevHash).update(canonicalText(row)).digest()
}

/** A JSON array in a fixed order; the keys of objects are sorted, because jsonb forgets their order. */
function canonicalText(row: LedgerRow): string {
  const { regionId, kind, candidateId, caseId, filingId, officerId, at, data } = row
  return JSON.stringify([
    regionId,
    kind,
    candidateId,
    caseId,
    filingId,
    officerId,
    at,
    sorted(data),
  ])
}

/** The six digits PostgreSQL keeps; a Date has three. */
export const microseconds = (at: Date): string => at.toISOString().replace('Z', '000Z')

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
