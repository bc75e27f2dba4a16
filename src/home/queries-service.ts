/** What an admin's first page asks of the service itself. */
import type { Sql } from '../db/connect.ts'
import type { JobRun } from './jobs.ts'
import type { FailingSource } from './service.ts'

export async function sourceCounts(
  sql: Sql,
  regionId: string,
): Promise<{ enabled: number; failing: number }> {
  const [row] = await sql<{ enabled: number; failing: number }[]>`
    select count(*) as enabled, count(*) filter (where error_count > 0) as failing
      from sources where region_id = ${regionId} and enabled`
  return row ?? { enabled: 0, failing: 0 }
}

/** Those that have failed most often in a row first. */
export const failingSources = (sql: Sql, regionId: string, limit: number) => sql<FailingSource[]>`
  select id, name, last_error, error_count, succeeded_at
    from sources
   where region_id = ${regionId} and enabled and error_count > 0
   order by error_count desc, id
   limit ${limit}`

/** Runs of the last day are among the newest rows; a longer look back would read the whole table. */
const NEWEST_RUNS = 50_000

/** The last run that ended of each job; a job that never ran is there without one. */
export const lastRuns = (sql: Sql, jobs: readonly string[], dayAgo: Date) => sql<JobRun[]>`
  with failed as (
    select job, count(*) as failures
      from job_runs
     where id > (select coalesce(max(id), 0) from job_runs) - ${NEWEST_RUNS}
       and error is not null and finished_at > ${dayAgo}
     group by job
  ),
  ended as (
    select asked.job, good.finished_at as good_at, bad.finished_at as bad_at, bad.error
      from unnest(${jobs as string[]}::text[]) as asked (job)
      left join lateral (
        select finished_at from job_runs
         where job = asked.job and error is null and finished_at is not null
         order by finished_at desc limit 1
      ) good on true
      left join lateral (
        select finished_at, error from job_runs
         where id > (select coalesce(max(id), 0) from job_runs) - ${NEWEST_RUNS}
           and job = asked.job and error is not null and finished_at is not null
         order by id desc limit 1
      ) bad on true
  )
  select e.job, greatest(e.good_at, e.bad_at) as ended_at,
         case when e.bad_at > e.good_at or e.good_at is null then e.error end as error,
         coalesce(f.failures, 0) as failures
    from ended e
    left join failed f on f.job = e.job
   order by array_position(${jobs as string[]}::text[], e.job)`

export async function openProposal(
  sql: Sql,
  regionId: string,
): Promise<{ name: string; proposedAt: Date } | null> {
  const [row] = await sql<{ name: string; proposedAt: Date }[]>`
    select name, proposed_at from models where region_id = ${regionId} and status = 'proposed'`
  return row ?? null
}

export type OfficerCounts = { active: number; absent: number; invited: number; lapsed: number }

/** A session that ran out is deleted within hours: who has none has not been here for its whole length. */
export async function officerCounts(
  sql: Sql,
  { regionId, now, since }: { regionId: string; now: Date; since: Date },
): Promise<OfficerCounts> {
  const [row] = await sql<OfficerCounts[]>`
    select count(*) as active,
           count(*) filter (where o.created_at < ${since} and not exists (
             select 1 from sessions s where s.officer_id = o.id and s.seen_at >= ${since})) as absent,
           (select count(*) from invitations
             where region_id = ${regionId} and used_at is null and officer_id is null
               and expires_at > ${now}) as invited,
           (select count(*) from invitations
             where region_id = ${regionId} and used_at is null and officer_id is null
               and expires_at <= ${now}) as lapsed
      from officers o
     where o.region_id = ${regionId} and o.disabled_at is null`
  return row ?? { active: 0, absent: 0, invited: 0, lapsed: 0 }
}

/** How many bytes the whole database takes. */
export async function databaseSize(sql: Sql): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    select pg_database_size(current_database()) as bytes`
  return row?.bytes ?? 0
}
