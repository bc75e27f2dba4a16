/** The parts of a running service: web, workers or both, and a graceful stop. */
import { setTimeout as wait } from 'node:timers/promises'
import { makeSafeFetch } from '../collect/safe-fetch.ts'
import { useEmbedder } from '../group/refill.ts'
import { createApp } from '../web/app.ts'
import { serve } from '../web/server.ts'
import { JOBS, startWorkers } from '../../workers/main.ts'
import { stopWhenAsked } from './signals.ts'
import type { Service } from './with-service.ts'

/** One Ctrl+C arrives up to three times, within this. */
const ECHO_MS = 200

type Part = { stop: () => Promise<void> }

/** Starts the web of an open service. @returns the address that it listens on */
export async function startWeb(service: Service): Promise<Part & { address: string }> {
  const { db, region, config, log } = service
  await useEmbedder(db.sql, config.embedModel)
  const app = createApp({
    db,
    region,
    config,
    log,
    wake: (name) => wake(service, name),
  })
  const server = await serve({ app, host: config.host, port: config.port })
  return { address: server.address, stop: server.close }
}

/** The workers may be in another process: a job is woken over the bus. */
function wake({ db, region, log }: Service, name: string): void {
  const channel = JOBS.find((job) => job.name === name)?.wokenBy
  if (channel === undefined) return
  db.bus.notify(channel, region.id).catch((error: unknown) => log.warn({ err: error }, 'not woken'))
}

/** Starts the timetable of an open service. */
export async function startWork(service: Service): Promise<Part> {
  await useEmbedder(service.db.sql, service.config.embedModel)
  return startWorkers({ ...service, fetch: makeServiceFetch(service) })
}

/** The one way out to the network, with this service's limits. */
export const makeServiceFetch = ({ config }: Pick<Service, 'config'>) =>
  makeSafeFetch({ allow: config.fetchAllow, userAgent: `Dengar/0.1 (+${config.publicUrl})` })

/**
 * Resolves when the process is asked to stop and every part has: new work is refused, work in hand ends.
 * A second signal ends the process at once.
 */
export function untilStopped(service: Service, parts: Part[]): Promise<number> {
  const { db, log } = service
  return new Promise((resolve) => {
    const stop = async (signal: string) => {
      log.info({ signal }, 'stopping')
      for (const part of parts) await part.stop()
      await db.close()
      log.info('stopped')
      // While a process ends nobody hears signals any more: the last of one Ctrl+C would kill it.
      await wait(ECHO_MS)
      resolve(0)
    }
    stopWhenAsked((signal) => {
      stop(signal).catch((error: unknown) => {
        log.error({ err: error }, 'stop failed')
        resolve(1)
      })
    })
  })
}
