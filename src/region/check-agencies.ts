/** What joins agencies and routes: codes, areas, names that two share, a default per category. */
import { CATEGORIES } from './category.ts'
import { nameKey } from './name-key.ts'
import type { Located, Pack } from './pack.ts'
import type { Agency } from './region.ts'

const AREA_OFFICES = { kecamatan: 8, kelurahan: 13 }

/** Problems of agencies.csv, each as a sentence with file and line. */
export function checkAgencies(pack: Pack): string[] {
  const problems: string[] = []
  const lineOfCode = new Map<string, number>()
  for (const { line, row } of pack.agencies) {
    const say = (problem: string) => problems.push(`agencies.csv:${line}: ${problem}`)
    const earlier = lineOfCode.get(row.code)
    if (earlier !== undefined) say(`code ${row.code} already stands in line ${earlier}`)
    lineOfCode.set(row.code, earlier ?? line)

    if (row.areaCode && !pack.areaCodes.has(row.areaCode)) {
      say(`area_code ${row.areaCode} is not in areas.csv`)
    }
    if (row.kind === 'kecamatan' || row.kind === 'kelurahan') {
      if (row.areaCode?.length !== AREA_OFFICES[row.kind]) {
        say(`area_code ${row.areaCode ?? '(empty)'} is not a ${row.kind}, the kind of this office`)
      }
      if (row.isOutside) say(`a ${row.kind} office belongs to this government: outside must be 0`)
    }
    if (row.kind === 'opd' && row.isOutside) {
      say('an opd belongs to this government: outside must be 0')
    }
    if ((row.kind === 'police' || row.kind === 'national') && !row.isOutside) {
      say(`a ${row.kind} body does not belong to this government: outside must be 1`)
    }
  }
  return [...problems, ...checkAgencyNames(pack), ...checkOneOfficePerArea(pack)]
}

/** Problems of routes.csv, each as a sentence with file and line. */
export function checkRoutes(pack: Pack): string[] {
  const problems: string[] = []
  const lineOfDefault = new Map<string, number>()
  const firstWith = new Map<string, { line: number; agencyCode: string }>()
  for (const { line, row } of pack.routes) {
    const say = (problem: string) => problems.push(`routes.csv:${line}: ${problem}`)
    if (!pack.agencyCodes.has(row.agencyCode)) {
      say(`agency_code ${row.agencyCode} is not in agencies.csv`)
    }
    if (row.words.length === 0) {
      const earlier = lineOfDefault.get(row.category)
      if (earlier) say(`${row.category} already has its default in line ${earlier}`)
      else lineOfDefault.set(row.category, line)
    }
    for (const word of row.words) {
      const key = `${row.category} ${word.toLowerCase()}`
      const earlier = firstWith.get(key)
      if (earlier)
        say(`"${word}" already sends ${row.category} to an agency in line ${earlier.line}`)
      else firstWith.set(key, { line, agencyCode: row.agencyCode })
    }
  }
  for (const category of CATEGORIES) {
    if (!lineOfDefault.has(category)) {
      problems.push(`routes.csv:1: category ${category} has no default: add a row without words`)
    }
  }
  return problems
}

/** Area offices are found by their area, so that a large region may have two of one name. */
function checkAgencyNames(pack: Pack): string[] {
  const problems: string[] = []
  const firstWith = new Map<string, Located<Agency>>()
  const named = pack.agencies.filter(({ row }) => !(row.kind in AREA_OFFICES))
  for (const agency of named) {
    const { line, row } = agency
    for (const name of new Set([row.name, row.short, ...row.aliases])) {
      const key = nameKey(name)
      const earlier = firstWith.get(key)
      if (earlier && earlier !== agency) {
        const where = `${earlier.row.code} in line ${earlier.line}`
        problems.push(`agencies.csv:${line}: "${name}" names also ${where}`)
      } else firstWith.set(key, agency)
    }
  }
  return problems
}

function checkOneOfficePerArea(pack: Pack): string[] {
  const problems: string[] = []
  const firstFor = new Map<string, number>()
  for (const { line, row } of pack.agencies) {
    if (!(row.kind in AREA_OFFICES) || !row.areaCode) continue
    const earlier = firstFor.get(row.areaCode)
    if (earlier) {
      problems.push(`agencies.csv:${line}: area ${row.areaCode} has its office in line ${earlier}`)
    } else firstFor.set(row.areaCode, line)
  }
  return problems
}
