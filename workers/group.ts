import { groupWaiting } from '../src/group/group.ts'
import { untilEmpty, type Job } from './job.ts'

const POSTS_PER_BATCH = 100

/** Puts what was read to its candidate, or sets it aside. */
export const group: Job = {
  name: 'group',
  what: 'groups readings into candidates, or sets them aside',
  every: '*/5 * * * * *',
  limitSeconds: 120,
  alone: false,
  wokenBy: 'readings',
  run: ({ db, region, signal }) =>
    untilEmpty(signal, () => groupWaiting(db, region, { limit: POSTS_PER_BATCH })),
}
