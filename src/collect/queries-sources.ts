/** What officers ask of the sources and change on them. */
import type { Sql } from '../db/connect.ts'
import type { PostsOfDay } from './source-health.ts'

export type SourceRow = {
  id: number
  kind: string
  name: string
  url: string
  channel: string
  enabled: boolean
  intervalMinutes: number
  nextCheckAt: Date
  checkedAt: Date | null
  succeededAt: Date | null
  errorCount: number
  lastError: string | null
  posts: number
  candidates: number
  lastPostAt: Date | null
}

/** The sources of a region, those in trouble first; `candidates` counts posts that reached triage. */
export function listSources(sql: Sql, regionId: string): Promise<SourceRow[]> {
  return sql<SourceRow[]>`
    ${sourceWithCounts(sql)}
     where s.region_id = ${regionId}
     order by (s.enabled and s.error_count > 0) desc, s.enabled desc, lower(s.name), s.id
     limit 1000`
}

export async function readSource(
  sql: Sql,
  regionId: string,
  id: number,
): Promise<SourceRow | undefined> {
  const [row] = await sql<SourceRow[]>`
    ${sourceWithCounts(sql)}
     where s.region_id = ${regionId} and s.id = ${id}`
  return row
}

const sourceWithCounts = (sql: Sql) => sql`
    select s.id, s.kind, s.name, s.url, s.channel, s.enabled, s.interval_minutes, s.next_check_at,
           s.checked_at, s.succeeded_at, s.error_count, s.last_error,
           p.posts, p.candidates, p.last_post_at
      from sources s
      cross join lateral (
        select count(*) as posts, count(*) filter (where outcome = 'candidate') as candidates,
               max(created_at) as last_post_at
          from posts
         where source_id = s.id
      ) p`

type Days = { days: number; now: Date; sourceId?: number }

/** Posts of each source by the day on which they were written; a day without any stands with zero. */
export async function postsByDay(
  sql: Sql,
  region: { id: string; timezone: string },
  { days, now, sourceId }: Days,
): Promise<Map<number, PostsOfDay[]>> {
  const rows = await sql<(PostsOfDay & { sourceId: number })[]>`
    with period as materialized (
      select today - ${days - 1}::int as first_day, today as last_day,
             (today - ${days - 1}::int)::timestamp at time zone ${region.timezone} as begins
        from (select (${now}::timestamptz at time zone ${region.timezone})::date as today) t
    ),
    said as (
      select source_id, (created_at at time zone ${region.timezone})::date as day, count(*) as posts
        from posts
       where region_id = ${region.id}
         and created_at >= (select begins from period)
         and (${sourceId ?? null}::bigint is null or source_id = ${sourceId ?? null})
       group by 1, 2
    )
    select s.id as source_id, to_char(d, 'YYYY-MM-DD') as day, coalesce(said.posts, 0) as posts
      from sources s
      cross join period
      cross join generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') d
      left join said on said.source_id = s.id and said.day = d::date
     where s.region_id = ${region.id}
       and (${sourceId ?? null}::bigint is null or s.id = ${sourceId ?? null})
     order by s.id, d`
  const bySource = Map.groupBy(rows, (row) => row.sourceId)
  return new Map(
    [...bySource].map(([id, all]) => [id, all.map(({ day, posts }) => ({ day, posts }))]),
  )
}

type NewRow = {
  regionId: string
  kind: string
  name: string
  url?: string
  channel?: string
  intervalMinutes?: number
}

/** @returns undefined when the region has a source of this kind and name */
export async function insertSource(sql: Sql, source: NewRow): Promise<{ id: number } | undefined> {
  const [row] = await sql<{ id: number }[]>`
    insert into sources ${sql(source)}
    on conflict (region_id, kind, name) do nothing
    returning id`
  return row
}

export type SourceChange = {
  enabled?: boolean | undefined
  intervalMinutes?: number | undefined
  name?: string | undefined
}

/**
 * Changes what is given. Switched on again, a source is due at once and its errors are forgotten. Another
 * interval counts from the last check on, but for one that fails: that one keeps its distance.
 */
export async function updateSource(
  sql: Sql,
  regionId: string,
  id: number,
  { enabled, intervalMinutes, name }: SourceChange,
): Promise<boolean> {
  const isSwitchedOn = sql`${enabled ?? null}::boolean and not enabled`
  const isOther = sql`${intervalMinutes ?? null}::int <> interval_minutes`
  const changed = await sql`
    update sources
       set enabled = coalesce(${enabled ?? null}, enabled),
           interval_minutes = coalesce(${intervalMinutes ?? null}, interval_minutes),
           name = coalesce(${name ?? null}, name),
           next_check_at = case
             when ${isSwitchedOn} then now()
             when ${isOther} and error_count = 0 and checked_at is not null then greatest(
               now(), checked_at + ${intervalMinutes ?? 0}::int * interval '1 minute')
             else next_check_at end,
           error_count = case when ${isSwitchedOn} then 0 else error_count end
     where region_id = ${regionId} and id = ${id}`
  return changed.count > 0
}

/** Another source of the same kind that already has this name. */
export async function hasNamesake(
  sql: Sql,
  regionId: string,
  id: number,
  name: string,
): Promise<boolean> {
  const [row] = await sql`
    select 1
      from sources mine
      join sources other on other.region_id = mine.region_id and other.kind = mine.kind
     where mine.region_id = ${regionId} and mine.id = ${id} and other.id <> mine.id and other.name = ${name}`
  return row !== undefined
}

/** Makes a source due now. @returns false when it does not exist or is switched off */
export async function makeDue(sql: Sql, regionId: string, id: number): Promise<boolean> {
  const changed = await sql`
    update sources set next_check_at = now()
     where region_id = ${regionId} and id = ${id} and enabled`
  return changed.count > 0
}
