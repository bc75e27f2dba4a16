import type { Sql } from '../db/connect.ts'
import type { PracticeCase } from './practice.ts'
import type { DismissReason } from '../triage/reasons.ts'
import type { Known } from './without-names.ts'

/** So many of the newest decisions are drawn from: older ones may follow rules that have changed. */
const NEWEST = 3000

/**
 * Decided, and nobody asked for secrecy. What was said when the decision was made must still speak: a
 * candidate whose first voices have left shows others than those that were judged. Decisions bear the time of
 * the program, which counts whole milliseconds.
 */
const usable = (sql: Sql, regionId: string) => sql`${decided(sql, regionId)} and ${heard(sql)}`

const decided = (sql: Sql, regionId: string) => sql`
  c.region_id = ${regionId} and c.status in ('dismissed', 'merged', 'opened') and not c.confidential`

const heard = (sql: Sql) => sql`
  not exists (select 1 from cases k where k.id = c.case_id and k.confidential)
  and not exists (select 1 from voices v join filings f on f.id = v.filing_id
                   where v.candidate_id = c.id and f.confidential)
  and exists (select 1 from voices v
               where v.candidate_id = c.id and v.left_at is null
                 and date_trunc('milliseconds', v.joined_at) <= c.decided_at)`

/**
 * Ids by chance, as many of each act as there are, and within the dismissed of each reason; those of `seen`
 * come last. `available`: how many there are to draw from.
 */
export async function drawPractice(
  sql: Sql,
  regionId: string,
  { limit, seen }: { limit: number; seen: readonly number[] },
): Promise<{ ids: number[]; available: number }> {
  const [row] = await sql<{ ids: number[] | null; available: number }[]>`
    -- materialized: else the voices of all that was ever decided are looked at
    with newest as materialized (
      select c.id, c.status, c.dismiss_reason, c.case_id, c.decided_at
        from candidates c
       where ${decided(sql, regionId)}
       order by c.id desc
       limit ${NEWEST}
    ),
    latest as (select c.id, c.status, c.dismiss_reason from newest c where ${heard(sql)}),
    mixed as (
      select id, status, id = any(${seen}::bigint[]) as is_seen, gen_random_uuid() as chance,
             row_number() over (partition by status, dismiss_reason, id = any(${seen}::bigint[])
                                order by gen_random_uuid()) as of_reason
        from latest
    ),
    turns as (
      select id, is_seen, chance,
             row_number() over (partition by status, is_seen order by of_reason, chance) as of_act
        from mixed
    ),
    chosen as (
      select id from turns order by is_seen, of_act, chance limit ${limit}
    )
    -- once more by chance: the turns would tell which act comes next
    select (select jsonb_agg(id order by gen_random_uuid()) from chosen) as ids,
           (select count(*) from latest) as available`
  return { ids: row?.ids ?? [], available: row?.available ?? 0 }
}

export type DecidedRow = {
  id: number
  filed: boolean
  title: string
  category: string | null
  kecamatan: { code: string; name: string } | null
  kelurahan: { code: string; name: string } | null
  place: string | null
  urgent: boolean
  emergency: boolean
  /** How many spoke when it was decided. */
  voiceCount: number
  /** The decision, which the trainee is not told yet. */
  status: 'dismissed' | 'merged' | 'opened'
  dismissReason: DismissReason | null
  note: string | null
  caseId: number | null
  caseNumber: string | null
  caseTitle: string | null
  caseCategory: string | null
  agency: { code: string; name: string; short: string } | null
  role: string | null
  decidedAt: Date
}

export async function decidedCandidate(
  sql: Sql,
  regionId: string,
  id: number,
): Promise<DecidedRow | undefined> {
  const [row] = await sql<DecidedRow[]>`
    select c.id, c.filed, c.title, c.category,
           case when kec.code is null then null else
             jsonb_build_object('code', kec.code, 'name', kec.name) end as kecamatan,
           case when kel.code is null then null else
             jsonb_build_object('code', kel.code, 'name', kel.name) end as kelurahan,
           c.place, c.urgent, c.emergency,
           (select count(*) from voices v where v.candidate_id = c.id and v.left_at is null
                                            and date_trunc('milliseconds', v.joined_at) <= c.decided_at) as voice_count,
           c.status, c.dismiss_reason, c.note, c.case_id,
           k.number as case_number, k.title as case_title, k.category as case_category,
           case when ag.code is null then null else
             jsonb_build_object('code', ag.code, 'name', ag.name, 'short', ag.short) end as agency,
           o.role, c.decided_at
      from candidates c
      left join areas kec on kec.region_id = c.region_id and kec.code = c.kecamatan_code
      left join areas kel on kel.region_id = c.region_id and kel.code = c.kelurahan_code
      left join cases k on k.id = c.case_id
      left join agencies ag on ag.region_id = c.region_id and ag.code = k.agency_code
      left join officers o on o.id = c.decided_by
     where c.id = ${id} and ${usable(sql, regionId)}`
  return row
}

/**
 * The cases that one could have chosen between: those that the machine suggested, the one that was chosen, and
 * a few of the same kind or area. All of them were open when the decision was made.
 */
export const casesThen = (sql: Sql, regionId: string, id: number) => sql<PracticeCase[]>`
  with mine as (
    select c.id, c.status, c.case_id, c.category, c.kecamatan_code, c.decided_at
      from candidates c where c.region_id = ${regionId} and c.id = ${id}
  ),
  open_then as (
    select k.id, k.category, k.kecamatan_code, k.opened_at, m.category as my_category,
           m.kecamatan_code as my_kecamatan
      from mine m
      join cases k on k.region_id = ${regionId} and not k.confidential
       and k.opened_at < m.decided_at and (k.closed_at is null or k.closed_at > m.decided_at)
       and not (m.status = 'opened' and k.id is not distinct from m.case_id)
  ),
  guessed as (
    select coalesce(s.case_id, o.case_id) as id, max(s.score) as score
      from mine m
      join suggestions s on s.candidate_id = m.id and s.made_at <= m.decided_at
      left join candidates o on o.id = s.other_id and o.decided_at < m.decided_at
     group by 1
  ),
  likely as (
    select g.id, g.score from guessed g join open_then using (id) order by g.score desc limit 4
  ),
  nearby as (
    select id from open_then
     where category = my_category or kecamatan_code = my_kecamatan
     order by (category = my_category and kecamatan_code = my_kecamatan) desc nulls last,
              opened_at desc
     limit 3
  ),
  choices as (
    select id from likely union select id from nearby
    union select case_id from mine where status = 'merged'
  )
  select k.id, k.number, k.title, left(k.description, 600) as description, k.category,
         case when kec.code is null then null else
           jsonb_build_object('code', kec.code, 'name', kec.name) end as kecamatan,
         k.opened_at, likely.score
    from choices
    join cases k on k.id = choices.id
    left join areas kec on kec.region_id = k.region_id and kec.code = k.kecamatan_code
    left join likely on likely.id = k.id
   order by likely.score desc nulls last, k.opened_at desc, k.id`

/** Who may be named in a note: officers, and those whose messages stand in the candidate. */
export async function namesAround(sql: Sql, regionId: string, id: number): Promise<Known> {
  const [row] = await sql<Known[]>`
    with said as (
      select p.author_name, p.author_handle, f.contact_name
        from voices v
        left join posts p on p.id = v.post_id
        left join filings f on f.id = v.filing_id
       where v.candidate_id = ${id}
    )
    select array(select name from officers where region_id = ${regionId}
                  union select contact_name from said where contact_name is not null) as persons,
           array(select author_name from said where author_name is not null
                  union select author_handle from said where author_handle is not null) as accounts`
  return row ?? { persons: [], accounts: [] }
}
