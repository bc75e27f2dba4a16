/** What joins areas and places: codes, names that two share, cells of the tile map. */
import { parentCode } from './area-code.ts'
import { nameKey } from './name-key.ts'
import type { Located, Pack } from './pack.ts'
import type { Area, Place } from './region.ts'

const CODE_LENGTH = { kecamatan: 8, kelurahan: 13 }

/** Problems of areas.csv, each as a sentence with file and line. */
export function checkAreas(pack: Pack): string[] {
  const problems: string[] = []
  if (pack.areaCodes.size === 0) problems.push('areas.csv:1: there is no area')
  const withKelurahan = new Set(
    pack.areas
      .filter(({ row }) => row.level === 'kelurahan')
      .map(({ row }) => parentCode(row.code)),
  )

  const lineOfCode = new Map<string, number>()
  for (const { line, row } of pack.areas) {
    const say = (problem: string) => problems.push(`areas.csv:${line}: ${problem}`)
    const earlier = lineOfCode.get(row.code)
    if (earlier !== undefined) say(`code ${row.code} already stands in line ${earlier}`)
    lineOfCode.set(row.code, earlier ?? line)

    const length = CODE_LENGTH[row.level]
    if (row.code.length !== length) {
      say(`code ${row.code} has ${row.code.length} characters, a ${row.level} has ${length}`)
    } else if (row.level === 'kelurahan' && !pack.areaCodes.has(parentCode(row.code))) {
      say(`code ${row.code} has no kecamatan ${parentCode(row.code)}`)
    } else if (
      row.level === 'kecamatan' &&
      withKelurahan.size > 0 &&
      !withKelurahan.has(row.code)
    ) {
      say(`kecamatan ${row.code} ${row.name} has no kelurahan`)
    }
    if (pack.settings && !row.code.startsWith(`${pack.settings.code}.`)) {
      say(`code ${row.code} is not inside the region ${pack.settings.code}`)
    }
  }
  return [...problems, ...checkAreaNames(pack), ...checkTiles(pack), ...checkElsewhere(pack)]
}

/** Problems of places.csv, each as a sentence with file and line. */
export function checkPlaces(pack: Pack): string[] {
  const problems: string[] = []
  const firstWith = new Map<string, Located<Place>>()
  for (const place of pack.places) {
    const { kecamatanCode, kelurahanCode } = place.row
    const say = (problem: string) => problems.push(`places.csv:${place.line}: ${problem}`)
    if (kecamatanCode && !(kecamatanCode.length === 8 && pack.areaCodes.has(kecamatanCode))) {
      say(`kecamatan_code ${kecamatanCode} is not a kecamatan of areas.csv`)
    }
    if (kelurahanCode && !(kelurahanCode.length === 13 && pack.areaCodes.has(kelurahanCode))) {
      say(`kelurahan_code ${kelurahanCode} is not a kelurahan of areas.csv`)
    } else if (kelurahanCode && kelurahanCode.slice(0, 8) !== kecamatanCode) {
      say(
        `kelurahan_code ${kelurahanCode} is not inside kecamatan_code ${kecamatanCode ?? '(empty)'}`,
      )
    }

    for (const key of new Set([place.row.name, ...place.row.aliases].map(nameKey))) {
      const earlier = firstWith.get(key)
      if (earlier) say(`"${place.row.name}" is also named in line ${earlier.line} (${key})`)
      else firstWith.set(key, place)
    }
  }
  return problems
}

/**
 * Two areas may share an official name when they lie in different kecamatan, as happens in large
 * regions; an alias must tell one area of its level from all others.
 */
function checkAreaNames(pack: Pack): string[] {
  const problems: string[] = []
  for (const level of ['kecamatan', 'kelurahan'] as const) {
    const areas = pack.areas.filter(({ row }) => row.level === level)
    const firstNamed = new Map<string, Located<Area>>()
    const firstSibling = new Map<string, number>()
    for (const area of areas) {
      const key = nameKey(area.row.name)
      if (!firstNamed.has(key)) firstNamed.set(key, area)

      const sibling = `${parentCode(area.row.code)} ${key}`
      const earlier = firstSibling.get(sibling)
      if (earlier === undefined) firstSibling.set(sibling, area.line)
      else {
        const { line, row } = area
        problems.push(`areas.csv:${line}: name "${row.name}" already stands in line ${earlier}`)
      }
    }
    for (const problem of checkAliases(areas, firstNamed)) problems.push(problem)
  }
  return problems
}

function checkAliases(areas: Located<Area>[], firstNamed: Map<string, Located<Area>>): string[] {
  const problems: string[] = []
  const firstAlias = new Map<string, Located<Area>>()
  for (const area of areas) {
    for (const alias of area.row.aliases) {
      const key = nameKey(alias)
      const isOwnName = key === nameKey(area.row.name)
      const other = (isOwnName ? undefined : firstNamed.get(key)) ?? firstAlias.get(key)
      if (other && other !== area) {
        const where = `${other.row.name} in line ${other.line}`
        problems.push(`areas.csv:${area.line}: alias "${alias}" belongs also to ${where}`)
      } else firstAlias.set(key, area)
    }
  }
  return problems
}

function checkTiles(pack: Pack): string[] {
  const problems: string[] = []
  const firstIn = new Map<string, Located<Area>>()
  const isDrawn = pack.areas.some(({ row }) => row.tile)
  for (const area of pack.areas) {
    const { line, row } = area
    const say = (problem: string) => problems.push(`areas.csv:${line}: ${problem}`)
    if (row.level === 'kelurahan') {
      if (row.tile) say('a kelurahan has no cell on the tile map: leave tile_x and tile_y empty')
    } else if (row.tile) {
      const cell = `${row.tile.x},${row.tile.y}`
      const earlier = firstIn.get(cell)
      if (earlier) say(`tile cell ${cell} is taken by ${earlier.row.name} in line ${earlier.line}`)
      else firstIn.set(cell, area)
    } else if (isDrawn) say(`kecamatan ${row.name} has no cell on the tile map`)
  }
  return problems
}

function checkElsewhere(pack: Pack): string[] {
  const inside = new Set(pack.settings?.names.map(nameKey))
  for (const { row } of pack.areas) {
    for (const name of [row.name, ...row.aliases]) inside.add(nameKey(name))
  }
  return (pack.settings?.elsewhere ?? []).flatMap((name, index) => {
    if (!inside.has(nameKey(name))) return []
    const line = pack.settingsLine(`elsewhere.${index}`)
    return [`region.json:${line}: elsewhere names "${name}", which is inside the region`]
  })
}
