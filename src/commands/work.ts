import type { Command } from './command.ts'
import { needPostgres } from './need-postgres.ts'
import { startWork, untilStopped } from './run-service.ts'
import { openService } from './with-service.ts'

export const command: Command = {
  async run() {
    const service = await openService(await needPostgres('work'))
    const workers = await startWork(service)
    console.error(`dengar: working for ${service.region.name}`)
    return untilStopped(service, [workers])
  },
}
