import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { checkAgencies, checkRoutes } from './check-agencies.ts'
import { checkAreas, checkPlaces } from './check-areas.ts'
import { checkClocks, checkHolidays, checkSources, checkWatchWords } from './check-lists.ts'
import { readPack, type Located, type Pack } from './pack.ts'
import type { Region } from './region.ts'

const MAX_PROBLEMS = 100

const CHECKS = [
  checkFolderName,
  checkClocks,
  checkAreas,
  checkPlaces,
  checkAgencies,
  checkRoutes,
  checkSources,
  checkWatchWords,
  checkHolidays,
]

/**
 * Checks the region pack in `folder`. A pack without problems comes back as a `Region`; otherwise
 * `problems` has a sentence for each fault, beginning with `<file>:<line>:`, at most 100 of them.
 */
export async function checkRegion(
  folder: string,
): Promise<{ region?: Region; problems: string[] }> {
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) return { problems: [`${folder}: there is no such folder`] }

  const problems: string[] = []
  const pack = await readPack(folder, problems)
  for (const check of CHECKS) {
    for (const problem of check(pack, folder)) problems.push(problem)
  }

  if (problems.length === 0 && pack.settings) {
    return { region: toRegion(pack.settings, pack), problems }
  }
  if (problems.length <= MAX_PROBLEMS) return { problems }
  const more = problems.length - MAX_PROBLEMS
  return { problems: [...problems.slice(0, MAX_PROBLEMS), `... and ${more} problems more`] }
}

/** Rows in the database carry the id, commands name the folder: they must be one word. */
function checkFolderName({ settings, settingsLine }: Pack, folder: string): string[] {
  const name = basename(resolve(folder))
  if (!settings || settings.id === name) return []
  return [
    `region.json:${settingsLine('id')}: id "${settings.id}" is not the folder's name "${name}"`,
  ]
}

function toRegion(settings: NonNullable<Pack['settings']>, pack: Pack): Region {
  return {
    ...settings,
    areas: rowsOf(pack.areas),
    places: rowsOf(pack.places),
    agencies: rowsOf(pack.agencies),
    routes: rowsOf(pack.routes),
    sources: rowsOf(pack.sources),
    watchWords: rowsOf(pack.watchWords),
    holidays: rowsOf(pack.holidays),
    theme: pack.theme,
  }
}

function rowsOf<T>(located: Located<T>[]): T[] {
  return located.map(({ row }) => row)
}
