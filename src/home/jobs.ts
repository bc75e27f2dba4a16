/** How the jobs of the timetable do, from their last runs. Pure. */

const HOUR = 60

/** After so many minutes without a run that ended, a job counts as silent: some times its own interval. */
const LONGEST_SILENCE: Record<string, number> = {
  collect: 10,
  read: 10,
  group: 10,
  refill: 30,
  tidy: 3 * HOUR,
  // It rests at night.
  sample: 10 * HOUR,
  learn: 8 * 24 * HOUR,
}

/** The jobs that an admin sees, in the order of the line. */
export const WATCHED_JOBS = Object.keys(LONGEST_SILENCE)

/** `never`: it has not run here yet, which is no fault of a job that runs once a week. */
export type JobState = 'ok' | 'failed' | 'silent' | 'never'

export type JobRun = {
  job: string
  /** When its last run ended. */
  endedAt: Date | null
  /** What its last run ended with; null: well. */
  error: string | null
  /** How many of its runs failed in the last 24 hours. */
  failures: number
}

/** Whether a job must be looked after: its last run failed, or no run has ended for too long. */
export function stateOf({ job, endedAt, error }: JobRun, now: Date): JobState {
  if (endedAt === null) return 'never'
  if (error !== null) return 'failed'
  const minutes = (now.getTime() - endedAt.getTime()) / 60_000
  return minutes > (LONGEST_SILENCE[job] ?? Infinity) ? 'silent' : 'ok'
}
