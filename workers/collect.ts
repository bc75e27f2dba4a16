import { collectDue } from '../src/collect/collect.ts'
import type { Job } from './job.ts'

const SOURCES_PER_RUN = 50

/** Fetches the sources that are due. */
export const collect: Job = {
  name: 'collect',
  what: 'fetches the sources that are due',
  every: '*/10 * * * * *',
  limitSeconds: 300,
  alone: false,
  wokenBy: 'sources',
  async run({ db, region, fetch, log, signal }) {
    const result = await collectDue(db, { region, fetch, signal, limit: SOURCES_PER_RUN })
    for (const problem of result.problems) log.warn({ job: 'collect', problem }, 'source problem')
    return result.posts
  },
}
