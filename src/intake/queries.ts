import type { Sql } from '../db/connect.ts'

export type NewFiling = {
  regionId: string
  number: string
  secretHash: Buffer
  requestKey: string
  text: string
  category: string | null
  kelurahanCode: string | null
  address: string | null
  contactName: string | null
  contact: string | null
  confidential: boolean
  now: Date
}

/** Undefined: the number is taken, or this form was sent already. */
export async function insertFiling(tx: Sql, filing: NewFiling): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    insert into filings (region_id, channel, number, secret_hash, request_key, text, category,
                         kelurahan_code, address, contact_name, contact, confidential, filed_at)
    values (${filing.regionId}, 'form', ${filing.number}, ${filing.secretHash},
            ${filing.requestKey}, ${filing.text}, ${filing.category}, ${filing.kelurahanCode},
            ${filing.address}, ${filing.contactName}, ${filing.contact}, ${filing.confidential},
            ${filing.now})
    on conflict do nothing
    returning id`
  return row?.id
}

export async function filingByRequest(
  sql: Sql,
  regionId: string,
  requestKey: string,
): Promise<{ number: string; text: string; secretHash: Buffer } | undefined> {
  const [row] = await sql<{ number: string; text: string; secretHash: Uint8Array }[]>`
    select number, text, secret_hash
      from filings
     where region_id = ${regionId} and request_key = ${requestKey}`
  return row && { ...row, secretHash: Buffer.from(row.secretHash) }
}

/** Where a filing stands: its candidate, that candidate's case, and the agency's words. */
export type FilingProgress = {
  number: string
  secretHash: Uint8Array
  filedAt: Date
  candidateStatus: 'waiting' | 'dismissed' | 'merged' | 'opened' | null
  dismissReason: string | null
  decidedAt: Date | null
  caseNumber: string | null
  caseStatus: 'opened' | 'disposed' | 'in_progress' | 'answered' | 'closed' | 'declined' | null
  agencyName: string | null
  disposedAt: Date | null
  answeredAt: Date | null
  closedAt: Date | null
  answer: string | null
  declineReason: string | null
  dueAt: Date | null
}

export async function filingProgress(
  sql: Sql,
  regionId: string,
  number: string,
): Promise<FilingProgress | undefined> {
  const [row] = await sql<FilingProgress[]>`
    select f.number, f.secret_hash, f.filed_at,
           c.status as candidate_status, c.dismiss_reason, c.decided_at,
           k.number as case_number, k.status as case_status, a.name as agency_name,
           k.disposed_at, k.answered_at, k.closed_at, k.answer,
           (select e.data ->> 'reason' from events e
             where e.case_id = k.id and e.kind = 'case.declined'
             order by e.id desc limit 1) as decline_reason,
           (select min(t.due_at) from clocks t
             where t.case_id = k.id and t.stopped_at is null) as due_at
      from filings f
      left join voices v on v.filing_id = f.id and v.left_at is null
      left join candidates c on c.id = v.candidate_id
      left join cases k on k.id = c.case_id
      left join agencies a on a.region_id = k.region_id and a.code = k.agency_code
                          and k.disposed_at is not null
     where f.region_id = ${regionId} and f.number = ${number}`
  return row
}
