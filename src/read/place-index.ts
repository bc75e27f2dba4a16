/** The names of a region as a lookup table, built once. */
import type { Area, Place, Region } from '../region/region.ts'
import { normalize } from './normalize.ts'

export type Named =
  | { kind: 'area'; area: Area; needs: string[][] }
  | { kind: 'place'; place: Place }
  | { kind: 'region' }
  | { kind: 'elsewhere' }

export type PlaceEntry = { words: string[]; named: Named[] }

/** Entries by their first word, the longest first. */
export type PlaceIndex = Map<string, PlaceEntry[]>

/** Lists every name and alias of the region, also written as one word and as "lepo2". */
export function indexPlaces(region: Region): PlaceIndex {
  const entries = new Map<string, PlaceEntry>()
  const add = (name: string, named: Named): void => {
    const words = wordsOf(name)
    for (const spelling of spellings(words)) addEntry(entries, spelling, named)
  }
  for (const area of region.areas) {
    add(area.name, { kind: 'area', area, needs: area.needs.map(wordsOf) })
    for (const alias of area.aliases)
      add(alias, { kind: 'area', area, needs: needsOfAlias(area, alias) })
  }
  for (const place of region.places) {
    for (const name of [place.name, ...place.aliases]) add(name, { kind: 'place', place })
  }
  for (const name of [region.name, ...region.names]) add(name, { kind: 'region' })
  for (const name of region.elsewhere) add(name, { kind: 'elsewhere' })

  const index: PlaceIndex = new Map()
  for (const entry of entries.values()) {
    const first = entry.words[0] ?? ''
    index.set(first, [...(index.get(first) ?? []), entry])
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  return index
}

/**
 * What a word is looked up by: doubled letters of long words count once, because nobody agrees on
 * Punggaloba, Puunggaloba and Punggalobba.
 */
export function placeKey(plain: string): string {
  if (plain === 'jl' || plain === 'jln' || plain === 'jlan') return 'jalan'
  if (plain.length < 6) return plain
  for (let i = 1; i < plain.length; i += 1) {
    if (plain.charCodeAt(i) === plain.charCodeAt(i - 1)) return plain.replace(/(\p{L})\1/gu, '$1')
  }
  return plain
}

const wordsOf = (name: string): string[] =>
  normalize(name).tokens.map((token) => placeKey(token.plain))

/** A trap such as "Mata" stays one in the alias that is the same word. */
function needsOfAlias(area: Area, alias: string): string[][] {
  return wordsOf(alias).join(' ') === wordsOf(area.name).join(' ') ? area.needs.map(wordsOf) : []
}

function spellings(words: string[]): string[][] {
  if (words.length === 0) return []
  const joined = words.join('')
  const all = [words]
  if (words.length > 1 && joined.length >= 6) all.push([placeKey(joined)])
  if (words.length === 2 && words[0] === words[1]) all.push([`${words[0]}2`])
  return all
}

function addEntry(entries: Map<string, PlaceEntry>, words: string[], named: Named): void {
  const key = words.join(' ')
  const entry = entries.get(key) ?? { words, named: [] }
  const isThere = entry.named.some((other) => isSame(other, named))
  if (!isThere) entry.named.push(named)
  entries.set(key, entry)
}

function isSame(a: Named, b: Named): boolean {
  if (a.kind === 'area' && b.kind === 'area') return a.area === b.area
  if (a.kind === 'place' && b.kind === 'place') return a.place === b.place
  return a.kind === b.kind
}
