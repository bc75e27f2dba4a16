import { readWaiting } from '../src/read/job.ts'
import { untilEmpty, type Job } from './job.ts'

const POSTS_PER_BATCH = 200

/** Says of each new post and filing what it is. */
export const read: Job = {
  name: 'read',
  what: 'reads new posts and filings',
  every: '*/5 * * * * *',
  limitSeconds: 120,
  alone: false,
  wokenBy: 'posts',
  async run({ db, region, log, signal }) {
    const warn = (problem: string) => log.warn({ job: 'read', problem }, 'reading problem')
    const handled = await untilEmpty(signal, () =>
      readWaiting(db, region, { limit: POSTS_PER_BATCH, warn }),
    )
    if (handled > 0) await db.bus.notify('readings', region.id)
    return handled
  },
}
