import { tidyPeople } from '../src/people/tidy.ts'
import type { Job } from './job.ts'
import { deleteOldRuns, vacuum } from './queries.ts'

/** Deletes what has run out: sessions, counters, old job rows. */
export const tidy: Job = {
  name: 'tidy',
  what: 'deletes sessions, counters and job rows that have run out',
  every: '0 17 * * * *',
  limitSeconds: 600,
  alone: true,
  async run({ db }) {
    const deleted = (await tidyPeople(db.sql)) + (await deleteOldRuns(db.sql))
    if (db.kind === 'embedded') await vacuum(db.sql)
    return deleted
  },
}
