/** `npm run demo`: the real service on a scratch database, fed with an invented day over real HTTP. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { loadDay } from '../demo/day.ts'
import { makeDemoClock } from '../demo/demo-clock.ts'
import { startOutlets } from '../demo/outlets-server.ts'
import { playDay } from '../demo/play.ts'
import { adminLink } from './admin-link.ts'
import { buildDashboard } from './build-dashboard.ts'
import type { Command } from './command.ts'
import { startWeb, startWork, untilStopped } from './run-service.ts'
import { openService } from './with-service.ts'

export const command: Command = {
  async run(args) {
    const { values } = parseArgs({ args, options: { minutes: { type: 'string', default: '5' } } })
    const minutes = Number(values.minutes)
    if (!(minutes > 0 && minutes <= 1440)) {
      throw new Error('demo: --minutes is how long the day lasts, a number from 0.1 to 1440')
    }
    const say = (text: string) => console.error(`dengar: ${text}`)
    const folder = await mkdtemp(path.join(tmpdir(), 'dengar-demo-'))
    // However the process ends, by a signal or a failure too.
    process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
    say('preparing a scratch database (some seconds) ...')
    return play(folder, minutes, say)
  },
}

async function play(folder: string, minutes: number, say: (text: string) => void): Promise<number> {
  const plain = await readConfig({ DATABASE_URL: '', DENGAR_DATA: folder })
  const day = await loadDay(plain.regionFolder)
  if (await buildDashboard()) say('built the dashboard')
  const clock = makeDemoClock(new Date(), minutes)
  const outlets = await startOutlets(day, clock)
  const service = await openService({ ...plain, demo: true, fetchAllow: [outlets.host] })
  const web = await startWeb(service)
  const workers = await startWork(service)
  const player = await playDay(service, { day, clock, feedUrl: outlets.urlOf }, web.address)

  const { publicUrl } = service.config
  say(`an invented day in ${service.region.name}, ${minutes} minutes long; nothing of it is kept`)
  console.log(`\n  For citizens      ${publicUrl}/`)
  console.log(`  For officers      ${await adminLink(service)}`)
  console.log('                    (works once: choose a name and a password)')
  console.log('  To stop           Ctrl+C\n')
  return untilStopped(service, [player, workers, web, { stop: outlets.close }])
}
