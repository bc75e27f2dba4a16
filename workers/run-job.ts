/** Runs one job once: never twice at a time, with a limit, one log line and a row in `job_runs`. */
import { hostname } from 'node:os'
import { countIdleRun, finishRun, startRun } from './queries.ts'
import type { Job, JobContext } from './job.ts'

export type JobResult = { ran: boolean; handled: number; error: string | null }

const PROCESS = `${hostname()}:${process.pid}`
/** A run that lasts longer gets its row at once, so that a death in the middle can be seen. */
const LONG_RUN_MS = 1000

export async function runJob(job: Job, context: JobContext): Promise<JobResult> {
  if (!job.alone) return runOnce(job, context)
  let result: JobResult = { ran: false, handled: 0, error: null }
  await context.db.alone(`job:${job.name}`, async () => {
    result = await runOnce(job, context)
  })
  return result
}

async function runOnce(job: Job, context: JobContext): Promise<JobResult> {
  const { sql } = context.db
  const run = { job: job.name, process: PROCESS, startedAt: new Date() }
  let row: Promise<number> | undefined
  const long = setTimeout(() => {
    row = startRun(sql, run)
    // A failure shows when the row is needed; until then it must not end the process.
    row.catch(() => {})
  }, LONG_RUN_MS)

  const limit = AbortSignal.timeout(job.limitSeconds * 1000)
  const signal = AbortSignal.any([context.signal, limit])
  const result: JobResult = { ran: true, handled: 0, error: null }
  try {
    result.handled = await job.run({ ...context, signal })
    if (limit.aborted) result.error = `${job.name}: stopped at its limit of ${job.limitSeconds} s`
  } catch (error) {
    result.error = String(error)
    context.log.error({ job: job.name, err: error }, 'job failed')
  } finally {
    clearTimeout(long)
  }

  const isIdle = result.handled === 0 && result.error === null && row === undefined
  if (!isIdle || !(await countIdleRun(sql, run))) {
    await finishRun(sql, await (row ?? startRun(sql, run)), result)
  }
  const line = {
    job: job.name,
    handled: result.handled,
    ms: Date.now() - run.startedAt.getTime(),
    ...(result.error ? { error: result.error } : {}),
  }
  if (isIdle) context.log.debug(line, 'job')
  else context.log.info(line, 'job')
  return result
}
