/** What a job of the timetable is, and what it is given. */
import type { Logger } from 'pino'
import type { Config } from '../src/config.ts'
import type { SafeFetch } from '../src/collect/safe-fetch.ts'
import type { Database } from '../src/db/connect.ts'
import type { Region } from '../src/region/region.ts'

export type JobContext = {
  db: Database
  region: Region
  config: Config
  log: Logger
  fetch: SafeFetch
  /** Aborted when the time limit has passed or the process stops: finish the batch in hand and return. */
  signal: AbortSignal
}

export type Job = {
  name: string
  /** What one sees of it in the log and the documents. */
  what: string
  /** node-cron's expression, in the region's time zone; six fields: the first is seconds. */
  every: string
  limitSeconds: number
  /** Must not run in two processes at once. Others claim rows, so that any number may run. */
  alone: boolean
  /** Messages on the bus that start it before its time. */
  wokenBy?: string
  /** @returns how many rows it handled */
  run: (context: JobContext) => Promise<number>
}

/** Repeats a batch until nothing is left or the signal says stop. */
export async function untilEmpty(
  signal: AbortSignal,
  batch: () => Promise<number>,
): Promise<number> {
  let handled = 0
  while (!signal.aborted) {
    const count = await batch()
    handled += count
    if (count === 0) break
  }
  return handled
}
