import { setTimeout as wait } from 'node:timers/promises'
import { refillFingerprints } from '../src/group/refill.ts'
import type { Job } from './job.ts'

const STEP = { limit: 64, mostMs: 100 }
/** One run; the next one goes on a few seconds later. */
const RUN_MS = 60_000
const LONGEST_REST_MS = 2000

/** Embeds voices anew after the vector function changed. It rests as long as it works: the line goes first. */
export const refill: Job = {
  name: 'refill',
  what: 'embeds voices anew after the vector function changed',
  every: '*/10 * * * * *',
  limitSeconds: 120,
  // It sees to that itself, for `dengar embed` does the same work.
  alone: false,
  async run({ db, log, signal }) {
    const end = performance.now() + RUN_MS
    let handled = 0
    while (!signal.aborted && performance.now() < end) {
      const start = performance.now()
      const { filled, deleted, activated, next } = await refillFingerprints(db, STEP)
      handled += filled + deleted
      if (activated !== null) log.info({ job: 'refill', embedder: activated }, 'vectors taken over')
      if (next !== 'more') break
      const rest = Math.min(performance.now() - start, LONGEST_REST_MS)
      await wait(rest, undefined, { signal }).catch(() => {})
    }
    return handled
  },
}
