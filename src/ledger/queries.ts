import type { Sql } from '../db/connect.ts'
import type { HistoryLine } from './history.ts'

type EventRow = {
  regionId: string
  kind: string
  candidateId: number | null
  caseId: number | null
  filingId: number | null
  officerId: number | null
  data: unknown
  at: Date
  prevHash: Uint8Array
  hash: Uint8Array
}

/** The hash of the region's last row. Locks it: one transaction at a time appends to a region. */
export async function lockHead(tx: Sql, regionId: string, genesis: Buffer): Promise<Buffer> {
  const [head] = await tx<{ hash: Buffer }[]>`
    insert into ledger_heads (region_id, rows, hash)
    values (${regionId}, 0, ${genesis})
    on conflict (region_id) do update set rows = ledger_heads.rows
    returning hash`
  if (!head) throw new Error(`ledger: the head of region ${regionId} could not be locked`)
  return Buffer.from(head.hash)
}

/** How many rows go to the database at once: their data may be large. */
const ROWS_PER_INSERT = 500

/** Writes rows of one region in this order, and its new head. */
export async function insertEvents(
  tx: Sql,
  regionId: string,
  events: readonly EventRow[],
): Promise<void> {
  for (let from = 0; from < events.length; from += ROWS_PER_INSERT) {
    const rows = events.slice(from, from + ROWS_PER_INSERT).map((event, n) => {
      const hashes = { prevHash: hexOf(event.prevHash), hash: hexOf(event.hash) }
      return { ...event, ...hashes, n }
    })
    await tx`
      insert into events (region_id, kind, candidate_id, case_id, filing_id, officer_id, data, at,
                          prev_hash, hash)
      select e."regionId", e."kind", e."candidateId", e."caseId", e."filingId", e."officerId",
             e."data", e."at", decode(e."prevHash", 'hex'), decode(e."hash", 'hex')
        from jsonb_to_recordset(${tx.json(rows as never)})
          as e ("n" integer, "regionId" text, "kind" text, "candidateId" bigint, "caseId" bigint,
                "filingId" bigint, "officerId" bigint, "data" jsonb, "at" timestamptz,
                "prevHash" text, "hash" text)
       order by e."n"`
  }
  const last = events.at(-1)
  if (!last) return
  await tx`
    update ledger_heads set rows = rows + ${events.length}, hash = ${last.hash}
     where region_id = ${regionId}`
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

export async function keptHead(
  sql: Sql,
  regionId: string,
): Promise<{ rows: number; hash: Buffer } | undefined> {
  const [head] = await sql<{ rows: number; hash: Buffer }[]>`
    select rows, hash from ledger_heads where region_id = ${regionId}`
  return head && { rows: head.rows, hash: Buffer.from(head.hash) }
}

export type StoredRow = Omit<EventRow, 'at' | 'data' | 'prevHash' | 'hash'> & {
  id: number
  at: string
  dataText: string
  prevHash: Buffer
  hash: Buffer
}

/** The data comes as text: the driver would rename the keys of a jsonb value. */
export async function ledgerRowsAfter(
  sql: Sql,
  regionId: string,
  page: { lastId: number; limit: number },
): Promise<StoredRow[]> {
  const rows = await sql<StoredRow[]>`
    select id, region_id, kind, candidate_id, case_id, filing_id, officer_id, data::text as data_text,
           to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, prev_hash, hash
      from events
     where region_id = ${regionId} and id > ${page.lastId}
     order by id
     limit ${page.limit}`
  return rows.map((row) => ({
    ...row,
    prevHash: Buffer.from(row.prevHash),
    hash: Buffer.from(row.hash),
  }))
}

const MAX_LINES = 500

export const eventsOfCandidate = (sql: Sql, regionId: string, candidateId: number) =>
  history(sql, sql`e.region_id = ${regionId} and e.candidate_id = ${candidateId}`)

export const eventsOfCase = (sql: Sql, regionId: string, caseId: number) =>
  history(sql, sql`e.region_id = ${regionId} and e.case_id = ${caseId}`)

async function history(sql: Sql, where: ReturnType<Sql>): Promise<HistoryLine[]> {
  const rows = await sql<HistoryLine[]>`
    select e.id, e.kind, e.at, e.data,
           case when o.id is null then null
                else jsonb_build_object('id', o.id, 'name', o.name) end as by
      from events e
      left join officers o on o.id = e.officer_id
     where ${where}
     order by e.id desc
     limit ${MAX_LINES}`
  return [...rows].reverse()
}
