import type { Sql } from '../db/connect.ts'
import type { Region } from '../region/region.ts'
import type { Sums } from './balance.ts'
import type { Cell } from './by-category-and-kecamatan.ts'
import type { DayVolume } from './volume-by-day.ts'

type Zone = Pick<Region, 'id' | 'timezone'>

/** The first and the last day of the period, and the moments between which they lie. */
const period = (sql: Sql, { timezone }: Zone, days: number, now: Date) => sql`
  select today - ${days - 1}::int as first_day, today as last_day,
         (today - ${days - 1}::int)::timestamp at time zone ${timezone} as begins,
         (today + 1)::timestamp at time zone ${timezone} as ends
    from (select (${now}::timestamptz at time zone ${timezone})::date as today) t`

export const volumeByDayRows = (sql: Sql, region: Zone, days: number, now: Date) =>
  sql<DayVolume[]>`
    with period as materialized (${period(sql, region, days, now)}),
    said as (
      select (p.created_at at time zone ${region.timezone})::date as day, count(*) as posts,
             count(*) filter (where r.complaint) as complaints
        from posts p
        left join readings r on r.id = p.reading_id
       where p.region_id = ${region.id}
         and p.created_at >= (select begins from period)
         and p.created_at < (select ends from period)
       group by 1
    ),
    filed as (
      select (f.filed_at at time zone ${region.timezone})::date as day, count(*) as filings
        from filings f
       where f.region_id = ${region.id}
         and f.filed_at >= (select begins from period) and f.filed_at < (select ends from period)
       group by 1
    ),
    accepted as (
      select (k.opened_at at time zone ${region.timezone})::date as day, count(*) as cases
        from cases k
       where k.region_id = ${region.id}
         and k.opened_at >= (select begins from period) and k.opened_at < (select ends from period)
       group by 1
    )
    select to_char(d, 'YYYY-MM-DD') as day, coalesce(said.posts, 0) as posts,
           coalesce(filed.filings, 0) as filings,
           coalesce(said.complaints, 0) + coalesce(filed.filings, 0) as complaints,
           coalesce(accepted.cases, 0) as cases
      from period, generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') d
      left join said on said.day = d::date
      left join filed on filed.day = d::date
      left join accepted on accepted.day = d::date
     order by d`

export const cellRows = (sql: Sql, region: Zone, days: number, now: Date) => sql<Cell[]>`
  with period as materialized (${period(sql, region, days, now)}),
  told as (
    select c.category, c.kecamatan_code as kecamatan, 1 as candidates, 0 as cases
      from candidates c
     where c.region_id = ${region.id} and c.status not in ('dismissed', 'joined')
       and c.first_at >= (select begins from period) and c.first_at < (select ends from period)
    union all
    select k.category, k.kecamatan_code, 0, 1
      from cases k
     where k.region_id = ${region.id} and k.status <> 'declined'
       and k.opened_at >= (select begins from period) and k.opened_at < (select ends from period)
  )
  select category, kecamatan, sum(candidates) as candidates, sum(cases) as cases
    from told
   group by category, kecamatan
   order by sum(candidates) desc, category, kecamatan`

type Counted = Sums & { unaccounted: number }

/** One pass: each message is asked by itself in which of the seven places it stands. */
export async function balanceRows(
  sql: Sql,
  regionId: string,
): Promise<{ posts: Counted; filings: Counted }> {
  const [row] = await sql<{ posts: Counted; filings: Counted }[]>`
    with stands as (
      select 'posts' as what, p.read_at is null as unread,
             p.read_at is not null and p.grouped_at is null as ungrouped,
             p.outcome is not distinct from 'set_aside' as set_aside,
             c.status, c.case_id is not null and k.id is null as lost_case
        from posts p
        left join voices v on v.post_id = p.id and v.left_at is null
        left join candidates c on c.id = v.candidate_id and c.region_id = p.region_id
        left join cases k on k.id = c.case_id and k.region_id = p.region_id
       where p.region_id = ${regionId}
      union all
      select 'filings', f.read_at is null, f.read_at is not null and f.grouped_at is null, false,
             c.status, c.case_id is not null and k.id is null
        from filings f
        left join voices v on v.filing_id = f.id and v.left_at is null
        left join candidates c on c.id = v.candidate_id and c.region_id = f.region_id
        left join cases k on k.id = c.case_id and k.region_id = f.region_id
       where f.region_id = ${regionId}
    ),
    placed as (
      select what, unread, ungrouped, set_aside, status,
             unread::int + ungrouped::int + set_aside::int
               -- nothing speaks in a candidate that was joined to another one
               + (status is not null and status <> 'joined' and not lost_case)::int <> 1
               as is_unaccounted
        from stands
    ),
    counted as (
      select what, count(*) as total,
             count(*) filter (where unread) as unread,
             count(*) filter (where ungrouped) as ungrouped,
             count(*) filter (where set_aside) as set_aside,
             count(*) filter (where status = 'waiting') as waiting,
             count(*) filter (where status = 'dismissed') as dismissed,
             count(*) filter (where status = 'merged') as merged,
             count(*) filter (where status = 'opened') as opened,
             count(*) filter (where is_unaccounted) as unaccounted
        from placed
       group by what
    )
    select (select to_jsonb(counted) - 'what' from counted where what = 'posts') as posts,
           (select to_jsonb(counted) - 'what' from counted where what = 'filings') as filings`
  return { posts: row?.posts ?? NOTHING, filings: row?.filings ?? NOTHING }
}

const NOTHING: Counted = {
  total: 0,
  unread: 0,
  ungrouped: 0,
  setAside: 0,
  waiting: 0,
  dismissed: 0,
  merged: 0,
  opened: 0,
  unaccounted: 0,
}
