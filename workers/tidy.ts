import { tidyHolds } from '../src/desk/hold.ts'
import { tidyPeople } from '../src/people/tidy.ts'
import type { Job } from './job.ts'
import { deleteOldRuns, vacuum } from './queries.ts'

/** Deletes what has run out: sessions, counters, holds, old job rows. */
export const tidy: Job = {
  name: 'tidy',
  what: 'deletes sessions, counters, holds and job rows that have run out',
  every: '0 17 * * * *',
  limitSeconds: 600,
  alone: true,
  async run({ db }) {
    const [people, holds] = [await tidyPeople(db.sql), await tidyHolds(db.sql)]
    const deleted = people + holds + (await deleteOldRuns(db.sql))
    if (db.kind === 'embedded') await vacuum(db.sql)
    return deleted
  },
}
