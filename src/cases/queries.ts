import type { Sql } from '../db/connect.ts'
import type { Page } from '../page.ts'
import type { CheckedCase } from './check-new-case.ts'
import type { NewClock } from '../region/clocks.ts'
import type { CaseRow, CaseSearch } from './list.ts'
import type { Clock } from './read.ts'
import type { CaseStatus } from './transitions.ts'

type Fragment = ReturnType<Sql>

export type LockedCase = {
  id: number
  regionId: string
  number: string
  status: CaseStatus
  agencyCode: string | null
  disposedAt: Date | null
  answeredAt: Date | null
  version: number
}

const lockedColumns = (sql: Sql) =>
  sql`id, region_id, number, status, agency_code, disposed_at, answered_at, version`

/** Locks the row, so that two officers who act at once cannot both win; rows that refer to it go on. */
export async function caseForUpdate(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<LockedCase | undefined> {
  const [row] = await tx<LockedCase[]>`
    select ${lockedColumns(tx)}
      from cases
     where region_id = ${regionId} and id = ${id}
       for no key update`
  return row
}

/** The number after the last one of the year. The row stays locked until the transaction ends. */
export async function nextCaseNumber(tx: Sql, regionId: string, year: number): Promise<number> {
  const [row] = await tx<{ last: number }[]>`
    insert into case_numbers (region_id, year, last)
    values (${regionId}, ${year}, 1)
    on conflict (region_id, year) do update set last = case_numbers.last + 1
    returning last`
  if (!row) throw new Error(`cases: region ${regionId} gave no number for ${year}`)
  return row.last
}

export async function insertCase(
  tx: Sql,
  row: CheckedCase & { regionId: string; number: string; openedBy: number; now: Date },
): Promise<LockedCase> {
  const [made] = await tx<LockedCase[]>`
    insert into cases (region_id, number, title, description, status, category, agency_code,
                       kecamatan_code, kelurahan_code, place, urgent, confidential, opened_by,
                       opened_at)
    values (${row.regionId}, ${row.number}, ${row.title}, ${row.description}, 'opened',
            ${row.category}, ${row.agencyCode}, ${row.kecamatanCode}, ${row.kelurahanCode},
            ${row.place}, ${row.urgent}, ${row.confidential}, ${row.openedBy}, ${row.now})
    returning ${lockedColumns(tx)}`
  if (!made) throw new Error(`cases: ${row.number} was not written`)
  return made
}

export type CaseChange = {
  status: CaseStatus
  agencyCode?: string | null
  disposedAt?: Date | null
  answer?: string
  answeredAt?: Date
  closedAt?: Date | null
}

/** Conditional: false when the case is not the one that was locked. */
export async function changeCase(tx: Sql, found: LockedCase, change: CaseChange): Promise<boolean> {
  const changed = await tx`
    update cases
       set ${tx({ ...change })}, version = version + 1
     where id = ${found.id} and status = ${found.status} and version = ${found.version}`
  return changed.count === 1
}

/** Who changed the case last, and when. */
export async function lastChange(
  tx: Sql,
  caseId: number,
): Promise<{ name: string | null; at: Date } | undefined> {
  const [row] = await tx<{ name: string | null; at: Date }[]>`
    select o.name, e.at
      from events e
      left join officers o on o.id = e.officer_id
     where e.case_id = ${caseId} and e.kind like 'case.%'
     order by e.id desc
     limit 1`
  return row
}

export async function hasRunningClock(tx: Sql, caseId: number, stage: string): Promise<boolean> {
  const [row] = await tx`
    select 1 from clocks where case_id = ${caseId} and stage = ${stage} and stopped_at is null limit 1`
  return row !== undefined
}

export async function insertClocks(tx: Sql, caseId: number, clocks: NewClock[]): Promise<void> {
  if (clocks.length === 0) return
  await tx`insert into clocks ${tx(clocks.map((clock) => ({ caseId, ...clock })))}`
}

export async function stopClocks(tx: Sql, caseId: number, at: Date): Promise<void> {
  await tx`update clocks set stopped_at = ${at} where case_id = ${caseId} and stopped_at is null`
}

export const clocksOfCase = (sql: Sql, caseId: number): Promise<Clock[]> => sql<Clock[]>`
  select stage, rung, rule, started_at, due_at, stopped_at
    from clocks
   where case_id = ${caseId}
   order by started_at, due_at, id`

export async function caseWords(
  sql: Sql,
  id: number,
): Promise<{ description: string; answer: string | null }> {
  const [row] = await sql<{ description: string; answer: string | null }[]>`
    select description, answer from cases where id = ${id}`
  return row ?? { description: '', answer: null }
}

export async function countCases(sql: Sql, regionId: string, search: CaseSearch): Promise<number> {
  const [row] = await sql<{ total: number }[]>`
    select count(*) as total from cases k where ${matching(sql, regionId, search)}`
  return row?.total ?? 0
}

export const casePage = (
  sql: Sql,
  regionId: string,
  search: CaseSearch,
  page: Page,
): Promise<CaseRow[]> =>
  rows(
    sql,
    matching(sql, regionId, search),
    sql`order by (k.status in ('closed', 'declined')), next.due_at nulls last, k.opened_at desc, k.id
        limit ${page.limit} offset ${page.offset}`,
  )

export async function caseRow(
  sql: Sql,
  regionId: string,
  id: number,
): Promise<CaseRow | undefined> {
  const [row] = await rows(sql, sql`k.region_id = ${regionId} and k.id = ${id}`, sql``)
  return row
}

/** The row of a case that is locked by this transaction. */
export async function changedRow(tx: Sql, regionId: string, id: number): Promise<CaseRow> {
  const row = await caseRow(tx, regionId, id)
  if (!row) throw new Error(`cases: case ${id} vanished while it was locked`)
  return row
}

function matching(sql: Sql, regionId: string, search: CaseSearch): Fragment {
  const { status = 'open', agency, category, kecamatan, q, onlyAgency } = search
  return sql`
    k.region_id = ${regionId}
    ${status === 'open' ? sql`and k.status not in ('closed', 'declined')` : sql``}
    ${status === 'open' || status === 'all' ? sql`` : sql`and k.status = ${status}`}
    ${onlyAgency === null ? sql`` : sql`and k.agency_code = ${onlyAgency} and k.disposed_at is not null`}
    ${agency === undefined ? sql`` : sql`and k.agency_code = ${agency}`}
    ${category === undefined ? sql`` : sql`and k.category = ${category}`}
    ${kecamatan === undefined ? sql`` : sql`and k.kecamatan_code = ${kecamatan}`}
    ${q ? sql`and ${saying(sql, `%${q.replace(/[\\%_]/g, '\\$&')}%`)}` : sql``}`
}

const saying = (sql: Sql, pattern: string) => sql`(
  k.number ilike ${pattern} or k.title ilike ${pattern} or k.description ilike ${pattern}
  or k.place ilike ${pattern})`

const rows = (sql: Sql, where: Fragment, orderAndPage: Fragment): Promise<CaseRow[]> =>
  sql<CaseRow[]>`
    select k.id, k.number, k.title, k.status, k.category,
           case when ag.code is null then null else
             jsonb_build_object('code', ag.code, 'name', ag.name, 'short', ag.short) end as agency,
           case when kec.code is null then null else
             jsonb_build_object('code', kec.code, 'name', kec.name) end as kecamatan,
           case when kel.code is null then null else
             jsonb_build_object('code', kel.code, 'name', kel.name) end as kelurahan,
           k.place, k.urgent, k.confidential, coalesce(said.voice_count, 0) as voice_count,
           coalesce(said.copy_count, 0) as copy_count,
           k.opened_at, k.disposed_at, k.answered_at, k.closed_at,
           next.due_at, next.rung as due_rung, k.version
      from cases k
      left join agencies ag on ag.region_id = k.region_id and ag.code = k.agency_code
      left join areas kec on kec.region_id = k.region_id and kec.code = k.kecamatan_code
      left join areas kel on kel.region_id = k.region_id and kel.code = k.kelurahan_code
      left join lateral (
        select sum(c.voice_count) as voice_count, sum(c.copy_count) as copy_count
          from candidates c where c.case_id = k.id
      ) said on true
      left join lateral (
        select due_at, rung from clocks
         where case_id = k.id and stopped_at is null
         order by due_at, id
         limit 1
      ) next on true
     where ${where}
     ${orderAndPage}`
