import { JOBS } from '../../workers/main.ts'
import { runJob } from '../../workers/run-job.ts'
import { useEmbedder } from '../group/refill.ts'
import type { Command } from './command.ts'
import { makeServiceFetch } from './run-service.ts'
import { withService } from './with-service.ts'

export const command: Command = {
  async run([name, ...others]) {
    const job = JOBS.find((each) => each.name === name)
    if (!job || others.length > 0) {
      const list = JOBS.map((each) => `  ${each.name.padEnd(10)} ${each.what}`).join('\n')
      throw new Error(`job: name one of these, and nothing else:\n${list}`)
    }
    return withService(async (service) => {
      const signal = new AbortController().signal
      await useEmbedder(service.db.sql, service.config.embedModel)
      const result = await runJob(job, { ...service, fetch: makeServiceFetch(service), signal })
      console.log(
        result.ran
          ? `${job.name}: ${result.handled} handled${result.error ? `, ${result.error}` : ''}`
          : `${job.name}: another process runs it now`,
      )
      return result.ran && !result.error ? 0 : 1
    })
  },
}
