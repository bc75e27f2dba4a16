import { proposeModel, TRAINING_SECONDS } from '../src/learn/propose.ts'
import type { Job } from './job.ts'

/** Learns from what people decided, and proposes a better reader where there is one. */
export const learn: Job = {
  name: 'learn',
  what: "learns from the officers' decisions and proposes a better reader",
  every: '0 0 3 * * 0',
  limitSeconds: TRAINING_SECONDS,
  // One training a region, by its row in `trainings`: two regions of one database must not bar each other.
  alone: false,
  wokenBy: 'learn',
  async run({ db, region, log, signal }) {
    const ended = await proposeModel(db, region, { signal })
    if (ended === null) {
      log.info({ job: 'learn' }, 'a training of this region is under way, or has just ended')
      return 0
    }
    log.info({ job: 'learn', outcome: ended.outcome, note: ended.note }, 'training')
    return ended.outcome === 'too_few' ? 0 : 1
  },
}
