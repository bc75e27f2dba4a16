import type { Sql } from '../db/connect.ts'
import type { Page } from '../page.ts'
import type { CandidateRow, CandidateStatus } from './candidate.ts'
import type { Facts } from './facts.ts'
import type { QueueFilters, QueueSort } from './queue.ts'
import type { DismissReason } from './reasons.ts'

type Fragment = ReturnType<Sql>

export type LockedCandidate = Facts & {
  id: number
  status: CandidateStatus
  version: number
  confidential: boolean
  voiceCount: number
  dueAt: Date
  createdAt: Date
  caseId: number | null
  joinedId: number | null
  splitFrom: number | null
  dismissReason: DismissReason | null
  decidedAt: Date | null
  decidedBy: number | null
}

/**
 * Locks the row, so that two officers who decide at once cannot both win. `no key`: grouping, which
 * refers to candidates and cases while it grows others, need not wait for it, nor it for grouping.
 */
export async function candidateForUpdate(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<LockedCandidate | undefined> {
  const [row] = await tx<LockedCandidate[]>`
    select id, status, version, confidential, voice_count, due_at, created_at, case_id, joined_id,
           split_from, dismiss_reason, decided_by, decided_at, filed, probability, category,
           agency_code, kecamatan_code, kelurahan_code, place, urgent, emergency, modus
      from candidates
     where region_id = ${regionId} and id = ${id}
       for no key update`
  return row
}

/** Asked after the lock: a join beside `for update` would show the officers as they stood before it. */
export async function officerName(tx: Sql, id: number): Promise<string | null> {
  const [row] = await tx<{ name: string }[]>`select name from officers where id = ${id}`
  return row?.name ?? null
}

export type Decision = {
  status: Exclude<CandidateStatus, 'waiting'>
  dismissReason: DismissReason | null
  note: string | null
  caseId: number | null
  joinedId?: number
  decidedBy: number
  now: Date
}

/** Conditional: false when the candidate does not wait any more. */
export async function decide(tx: Sql, found: LockedCandidate, by: Decision): Promise<boolean> {
  const changed = await tx`
    update candidates
       set status = ${by.status}, dismiss_reason = ${by.dismissReason}, note = ${by.note},
           case_id = ${by.caseId}, joined_id = ${by.joinedId ?? null},
           decided_by = ${by.decidedBy}, decided_at = ${by.now}, version = version + 1
     where id = ${found.id} and status = 'waiting' and version = ${found.version}`
  return changed.count === 1
}

/** Conditional: false when the decision is not the one that was seen. */
export async function setWaiting(tx: Sql, found: LockedCandidate): Promise<boolean> {
  const changed = await tx`
    update candidates
       set status = 'waiting', dismiss_reason = null, note = null, case_id = null,
           joined_id = null, decided_by = null, decided_at = null, version = version + 1
     where id = ${found.id} and status = ${found.status} and version = ${found.version}`
  return changed.count === 1
}

/** Locked, so that the case cannot reach its end while a candidate joins it. */
export async function caseToMergeInto(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<{ id: number; number: string; status: string } | undefined> {
  const [row] = await tx<{ id: number; number: string; status: string }[]>`
    select id, number, status
      from cases
     where region_id = ${regionId} and id = ${id}
       for no key update`
  return row
}

/** How many other candidates stand in the case. */
export async function mergedInto(tx: Sql, caseId: number, except: number): Promise<number> {
  const [row] = await tx<{ others: number }[]>`
    select count(*) as others from candidates where case_id = ${caseId} and id <> ${except}`
  return row?.others ?? 0
}

export async function queueTotals(sql: Sql, regionId: string, filters: QueueFilters) {
  const [row] = await sql<{ total: number; oldestAt: Date | null; urgent: number }[]>`
    select count(*) as total, min(c.first_at) as oldest_at,
           count(*) filter (where c.urgent) as urgent
      from candidates c
     where ${matching(sql, regionId, filters)}`
  return row ?? { total: 0, oldestAt: null, urgent: 0 }
}

export async function queuePage(
  sql: Sql,
  regionId: string,
  filters: QueueFilters,
  page: Page,
): Promise<CandidateRow[]> {
  const order = orderBy(sql, filters)
  return rows(
    sql,
    sql`
      select c.id from candidates c
       where ${matching(sql, regionId, filters)}
       order by ${order}
       limit ${page.limit} offset ${page.offset}`,
    order,
  )
}

export async function candidateRow(
  sql: Sql,
  regionId: string,
  id: number,
): Promise<CandidateRow | undefined> {
  const found: Fragment = sql`
    select c.id from candidates c where c.region_id = ${regionId} and c.id = ${id}`
  const [row] = await rows(sql, found, sql`c.id`)
  return row
}

/** The row of a candidate that is locked by this transaction. */
export async function decidedRow(tx: Sql, regionId: string, id: number): Promise<CandidateRow> {
  const row = await candidateRow(tx, regionId, id)
  if (!row) throw new Error(`triage: candidate ${id} vanished while it was locked`)
  return row
}

function orderBy(sql: Sql, { sort, status }: QueueFilters): Fragment {
  const orders: Record<QueueSort, Fragment> = {
    priority: sql`c.urgent desc, c.due_at, c.id`,
    newest: sql`c.last_at desc, c.id desc`,
    oldest: sql`c.first_at, c.id`,
  }
  if (sort) return orders[sort]
  return status === 'waiting' ? orders.priority : sql`c.decided_at desc, c.id desc`
}

function matching(sql: Sql, regionId: string, filters: QueueFilters): Fragment {
  const { status = 'waiting', category, agency, kecamatan, source, q } = filters
  const { urgent, filed, confidential } = filters
  return sql`
    c.region_id = ${regionId} and c.status = ${status}
    ${category === undefined ? sql`` : sql`and c.category = ${category}`}
    ${agency === undefined ? sql`` : sql`and c.agency_code = ${agency}`}
    ${kecamatan === undefined ? sql`` : sql`and c.kecamatan_code = ${kecamatan}`}
    ${urgent === undefined ? sql`` : sql`and c.urgent = ${urgent}`}
    ${filed === undefined ? sql`` : sql`and c.filed = ${filed}`}
    ${confidential === undefined ? sql`` : sql`and c.confidential = ${confidential}`}
    ${source === undefined ? sql`` : sql`and ${fromSource(sql, source)}`}
    ${q ? sql`and ${saying(sql, { regionId, status }, `%${q.replace(/[\\%_]/g, '\\$&')}%`)}` : sql``}`
}

const fromSource = (sql: Sql, source: number) => sql`c.id in (
  select v.candidate_id from voices v join posts p on p.id = v.post_id
   where v.left_at is null and p.source_id = ${source})`

type Among = { regionId: string; status: CandidateStatus }

/**
 * Each text is looked through once; asking candidate by candidate took twice as long. Only texts of
 * candidates in this status are: most posts that were ever grouped are decided.
 */
const saying = (sql: Sql, { regionId, status }: Among, pattern: string) => sql`(
  c.title ilike ${pattern} or c.place ilike ${pattern}
  or c.case_id in (
    select k.id from cases k where k.region_id = ${regionId} and k.number ilike ${pattern})
  or c.id in (
    select v.candidate_id
      from candidates told
      join voices v on v.candidate_id = told.id and v.left_at is null
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
     where told.region_id = ${regionId} and told.status = ${status}
       and (p.text ilike ${pattern} or f.text ilike ${pattern} or f.number ilike ${pattern})))`

/** The rows of `found`, with names instead of codes and what its voices have in common. */
const rows = (sql: Sql, found: Fragment, order: Fragment): Promise<CandidateRow[]> =>
  sql<CandidateRow[]>`
    with found as (${found})
    select c.id, c.status, c.filed, c.title, coalesce(beginning.text, '') as excerpt, c.probability,
           c.category,
           case when ag.code is null then null else
             jsonb_build_object('code', ag.code, 'name', ag.name, 'short', ag.short) end as agency,
           case when kec.code is null then null else
             jsonb_build_object('code', kec.code, 'name', kec.name) end as kecamatan,
           case when kel.code is null then null else
             jsonb_build_object('code', kel.code, 'name', kel.name) end as kelurahan,
           c.place, c.urgent, c.emergency, c.confidential, c.modus, c.voice_count, c.copy_count,
           coalesce(said.calls, '{}') as calls, coalesce(said.channels, '{}') as channels, coalesce(said.sources, '{}') as sources,
           c.first_at, c.last_at, c.due_at, c.version, c.case_id, k.number as case_number,
           c.joined_id, c.split_from, c.dismiss_reason,
           case when o.id is null then null else
             jsonb_build_object('id', o.id, 'name', o.name) end as decided_by,
           c.decided_at
      from found
      join candidates c on c.id = found.id
      left join agencies ag on ag.region_id = c.region_id and ag.code = c.agency_code
      left join areas kec on kec.region_id = c.region_id and kec.code = c.kecamatan_code
      left join areas kel on kel.region_id = c.region_id and kel.code = c.kelurahan_code
      left join cases k on k.id = c.case_id
      left join officers o on o.id = c.decided_by
      left join lateral (
        select array_agg(distinct coalesce(p.channel, f.channel)) as channels,
               array_agg(distinct r.call) filter (where r.call is not null) as calls,
               array_agg(distinct s.name) filter (where s.name is not null) as sources
          from voices v
          left join posts p on p.id = v.post_id
          left join filings f on f.id = v.filing_id
          left join sources s on s.id = p.source_id
          left join readings r on r.id = coalesce(p.reading_id, f.reading_id)
         where v.candidate_id = c.id and v.left_at is null
      ) said on true
      left join lateral (
        select left(regexp_replace(left(coalesce(p.text, f.text), 600), '\\s+', ' ', 'g'), 280) as text
          from voices v
          left join posts p on p.id = v.post_id
          left join filings f on f.id = v.filing_id
         where v.candidate_id = c.id and v.left_at is null
         order by coalesce(p.created_at, f.filed_at), v.id
         limit 1
      ) beginning on true
     order by ${order}`
