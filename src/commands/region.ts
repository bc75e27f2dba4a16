import path from 'node:path'
import { checkRegion } from '../region/check.ts'
import type { Command } from './command.ts'
import { printable } from './printable.ts'

export const command: Command = {
  async run([verb, folder, ...others]) {
    if (verb !== 'check' || !folder || others.length > 0) {
      throw new Error('region: use `region check FOLDER`')
    }
    const { region, problems } = await checkRegion(path.resolve(folder))
    for (const problem of problems) console.error(printable(problem))
    if (!region) {
      console.error(
        `region: ${problems.length} problems; the pack cannot be used until they are mended`,
      )
      return 1
    }
    console.log(
      `${region.name}: ${region.areas.length} areas, ${region.places.length} places, ` +
        `${region.agencies.length} agencies, ${region.routes.length} routes, ` +
        `${region.sources.length} sources, ${region.holidays.length} holidays. No problem found.`,
    )
    return 0
  },
}
