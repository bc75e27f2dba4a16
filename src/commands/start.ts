/** `npm start`: everything in one process, with nothing to prepare. */
import { readConfig } from '../config.ts'
import { logFile } from '../log.ts'
import { adminLink } from './admin-link.ts'
import { buildDashboard } from './build-dashboard.ts'
import type { Command } from './command.ts'
import { startWeb, startWork, untilStopped } from './run-service.ts'
import { openService } from './with-service.ts'

export const command: Command = {
  async run() {
    const say = (text: string) => console.error(`dengar: ${text}`)
    const config = await readConfig()
    if (await buildDashboard()) say('built the dashboard')
    say(
      config.databaseUrl
        ? 'connecting to PostgreSQL ...'
        : `opening the embedded database under ${config.dataFolder} (the first time takes some seconds) ...`,
    )
    const service = await openService(config)
    const web = await startWeb(service)
    const workers = await startWork(service)

    say(`ready for ${service.region.name}`)
    console.log(`\n  For citizens      ${config.publicUrl}/`)
    console.log(`  For officers      ${config.publicUrl}/petugas/`)
    const link = await adminLink(service)
    if (link) console.log(`  First admin       once, within 24 hours:\n                    ${link}`)
    if (process.stdout.isTTY) console.log(`  Log               ${logFile(config)}`)
    console.log('  To stop           Ctrl+C\n')
    return untilStopped(service, [workers, web])
  },
}
