/** How the service itself does, for an admin. */
import { statfs } from 'node:fs/promises'
import type { Sql } from '../db/connect.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { stateOf, WATCHED_JOBS, type JobRun, type JobState } from './jobs.ts'
import {
  databaseSize,
  failingSources,
  lastRuns,
  officerCounts,
  openProposal,
  type OfficerCounts,
  sourceCounts,
} from './queries-service.ts'

const DAY_MS = 24 * 3_600_000
const MOST_SOURCES = 8
/** Who was not here for so long is asked whether the account is still needed. */
const ABSENT_DAYS = 7

export type FailingSource = {
  id: number
  name: string
  lastError: string | null
  /** How many tries failed in a row. */
  errorCount: number
  succeededAt: Date | null
}

export type Service = {
  sources: { enabled: number; failing: number; items: FailingSource[] }
  jobs: (JobRun & { state: JobState })[]
  proposal: { name: string; proposedAt: Date } | null
  officers: OfficerCounts & { absentDays: number }
  storage: {
    databaseBytes: number
    /** Of the disk that the program stands on; null where the system does not tell. */
    freeBytes: number | null
    totalBytes: number | null
  }
}

/** Sources that fail, jobs that fail or are silent, what waits for an admin, and how much room is left. */
export async function readService(sql: Sql, { officer }: Acting, now: Date): Promise<Service> {
  requireRight(officer, 'officers.manage')
  const { regionId } = officer
  const since = new Date(now.getTime() - ABSENT_DAYS * DAY_MS)
  const runs = await lastRuns(sql, WATCHED_JOBS, new Date(now.getTime() - DAY_MS))
  return {
    sources: {
      ...(await sourceCounts(sql, regionId)),
      items: await failingSources(sql, regionId, MOST_SOURCES),
    },
    jobs: runs.map((run) => ({ ...run, state: stateOf(run, now) })),
    proposal: await openProposal(sql, regionId),
    officers: {
      ...(await officerCounts(sql, { regionId, now, since })),
      absentDays: ABSENT_DAYS,
    },
    storage: { databaseBytes: await databaseSize(sql), ...(await diskRoom()) },
  }
}

async function diskRoom(): Promise<{ freeBytes: number | null; totalBytes: number | null }> {
  const disk = await statfs('.').catch(() => null)
  if (disk === null) return { freeBytes: null, totalBytes: null }
  return { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize }
}
