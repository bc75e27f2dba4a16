import type { Sql } from '../src/db/connect.ts'

export type Run = { job: string; process: string; startedAt: Date }

export async function startRun(sql: Sql, run: Run): Promise<number> {
  const [row] = await sql<{ id: number }[]>`insert into job_runs ${sql(run)} returning id`
  if (!row) throw new Error(`jobs: the run of ${run.job} was not recorded`)
  return row.id
}

export async function finishRun(
  sql: Sql,
  id: number,
  result: { handled: number; error: string | null },
): Promise<void> {
  await sql`
    update job_runs
       set finished_at = now(), handled = ${result.handled}, error = ${result.error}
     where id = ${id}`
}

/** Counts a run that found nothing to do on this process's latest row, if that one was idle as well. */
export async function countIdleRun(sql: Sql, run: Run): Promise<boolean> {
  const rows = await sql`
    update job_runs
       set idle_runs = idle_runs + 1, started_at = ${run.startedAt}, finished_at = now()
     where id = (select max(id) from job_runs where job = ${run.job} and process = ${run.process})
       and finished_at is not null and handled = 0 and error is null
    returning id`
  return rows.length > 0
}

/** @returns rows removed: runs older than 30 days */
export async function deleteOldRuns(sql: Sql): Promise<number> {
  const { count } = await sql`delete from job_runs where started_at < now() - interval '30 days'`
  return count
}

/** The embedded database has no autovacuum, and without statistics it plans badly. */
export async function vacuum(sql: Sql): Promise<void> {
  await sql`vacuum analyze`
}
