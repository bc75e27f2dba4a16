import { buildDashboard } from './build-dashboard.ts'
import type { Command } from './command.ts'
import { adminLink } from './admin-link.ts'
import { needPostgres } from './need-postgres.ts'
import { startWeb, untilStopped } from './run-service.ts'
import { openService } from './with-service.ts'

export const command: Command = {
  async run() {
    const config = await needPostgres('serve')
    await buildDashboard()
    const service = await openService(config)
    const web = await startWeb(service)
    console.error(`dengar: serving ${service.region.name} at ${config.publicUrl}`)
    const link = await adminLink(service)
    if (link) console.error(`dengar: one-time admin link (24 hours): ${link}`)
    return untilStopped(service, [web])
  },
}
