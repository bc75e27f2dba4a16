/** What /readyz and /metrics ask. */
import type { Sql } from '../db/connect.ts'

export async function appliedMigrations(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`select name from migrations order by name`
  return rows.map((row) => row.name)
}

/** Seconds since each job last ended well, by the database's clock; a job that never did is absent. */
export async function jobAges(sql: Sql, jobs: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ job: string; seconds: number }[]>`
    select job.name as job, extract(epoch from now() - last.finished_at)::float8 as seconds
      from unnest(${jobs}::text[]) as job (name)
      cross join lateral (
        select finished_at
          from job_runs
         where job = job.name and finished_at is not null and error is null
         order by finished_at desc
         limit 1
      ) last`
  return new Map(rows.map(({ job, seconds }) => [job, seconds]))
}

export type Gauges = {
  posts: number
  filings: number
  readings: number
  candidatesWaiting: number
  oldestWaitingSeconds: number
  sourcesInError: number
}

export async function readGauges(sql: Sql, regionId: string): Promise<Gauges> {
  const [row] = await sql<Gauges[]>`
    select (select count(*) from posts where region_id = ${regionId}) as posts,
           (select count(*) from filings where region_id = ${regionId}) as filings,
           (select count(*) from readings) as readings,
           (select count(*) from sources
             where region_id = ${regionId} and enabled and error_count > 0) as sources_in_error,
           count(*) as candidates_waiting,
           coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest_waiting_seconds
      from candidates
     where region_id = ${regionId} and status = 'waiting'`
  if (!row) throw new Error('web: the figures for /metrics came back empty')
  return row
}

export type JobRuns = { job: string; ok: number; failed: number; handled: number }

/** Runs of each job; runs that found nothing share one row and are counted in it. */
export function countJobRuns(sql: Sql): Promise<JobRuns[]> {
  return sql<JobRuns[]>`
    select job, coalesce(sum(1 + idle_runs) filter (where error is null), 0)::bigint as ok,
           count(*) filter (where error is not null) as failed, sum(handled)::bigint as handled
      from job_runs
     where finished_at is not null
     group by job
     order by job`
}
