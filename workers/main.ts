/** The clock of the service. Read this table top to bottom: it is the line. */
import { setTimeout } from 'node:timers/promises'
import cron from 'node-cron'
import { collect } from './collect.ts'
import { group } from './group.ts'
import type { Job, JobContext } from './job.ts'
import { learn } from './learn.ts'
import { read } from './read.ts'
import { refill } from './refill.ts'
import { runJob } from './run-job.ts'
import { sample } from './sample.ts'
import { tidy } from './tidy.ts'

const STOP_MS = 20_000

export const JOBS: Job[] = [
  collect, // source -> posts
  read, //    post   -> reading
  group, //   reading -> candidate
  sample, // daily: what was set aside -> a person's eyes
  learn, //   weekly: decisions -> a better reader, proposed
  refill, //  a new vector function -> vectors of every voice
  tidy, //    hourly
]

export type Workers = {
  /** Lets the batches in hand end, for 20 seconds at most, then resolves. */
  stop: () => Promise<void>
}

/** Starts the timetable in the region's time zone. */
export async function startWorkers(context: Omit<JobContext, 'signal'>): Promise<Workers> {
  const stopping = new AbortController()
  const running = new Map<string, Promise<unknown>>()
  const again = new Set<string>()

  // A job that is woken while it runs has perhaps missed the newest rows: it runs once more.
  const start = (job: Job) => {
    if (stopping.signal.aborted) return
    if (running.has(job.name)) {
      again.add(job.name)
      return
    }
    again.delete(job.name)
    const run = runJob(job, { ...context, signal: stopping.signal })
      .catch((error: unknown) =>
        context.log.error({ job: job.name, err: error }, 'job not recorded'),
      )
      .finally(() => {
        running.delete(job.name)
        if (again.has(job.name)) start(job)
      })
    running.set(job.name, run)
  }

  const tasks = JOBS.map((job) =>
    cron.schedule(job.every, () => start(job), {
      name: job.name,
      timezone: context.region.timezone,
      noOverlap: true,
      suppressMissedWarning: true,
    }),
  )
  // Two regions may share one database; what calls the other one is not for us.
  const hear = (job: Job) => (regionId: string) => {
    if (regionId === context.region.id) start(job)
  }
  const ears = await Promise.all(
    JOBS.flatMap((job) => (job.wokenBy ? [context.db.bus.listen(job.wokenBy, hear(job))] : [])),
  )
  return {
    async stop() {
      stopping.abort()
      for (const task of tasks) await task.destroy()
      await Promise.all(ears.map((stopHearing) => stopHearing()))
      const ended = new AbortController()
      await Promise.race([
        Promise.all(running.values()),
        setTimeout(STOP_MS, undefined, { signal: ended.signal }).catch(() => {}),
      ])
      ended.abort()
      // Its transaction rolls back with the connection: the rows are found by the next run.
      for (const job of running.keys()) context.log.error({ job }, 'job did not end in time')
    },
  }
}
