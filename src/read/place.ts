/** Where a message says it is: official codes of the region's areas, and the words it used. */
import { parentCode } from '../region/area-code.ts'
import type { Point, Region } from '../region/region.ts'
import { quote, type Normalized, type Token } from './normalize.ts'
import { chooseArea } from './place-choose.ts'
import { indexPlaces } from './place-index.ts'
import { findListed, type Found } from './place-listed.ts'
import { sortOf } from './place-sort.ts'
import { findUnlisted, mergeSpans, type Span } from './place-spans.ts'

export type PlaceFound = {
  kecamatan: string | null
  kelurahan: string | null
  /** The place words, verbatim, joined by " | ". */
  place: string | null
  outside: boolean
  /** The region, or something in it, is named. */
  isHere: boolean
  /** Where a map may show it: the landmark's point, or an indicative one of the area. */
  point: Point | null
  spans: Span[]
}

const MAX_LEAD = 3

/** Builds the finder of one region; one pass over the tokens of each message. */
export function makePlaceFinder(region: Region): (message: Normalized) => PlaceFound {
  const index = indexPlaces(region)
  const areas = {
    byCode: new Map(region.areas.map((area) => [area.code, area])),
    parents: new Map(region.areas.map((area) => [area.code, parentCode(area.code)])),
  }
  return (message) => {
    const { tokens } = message
    const found = findListed(index, message)
    const all = findUnlisted(tokens, found)
    for (let i = 0; i < found.length; i += 1) all.push(withLead(tokens, found[i]!))
    const spans = mergeSpans(tokens, all)
    const { kecamatan, kelurahan, point, outside } = chooseArea(message, found, areas)
    const place = wordsOf(message, spans)
    return { kecamatan, kelurahan, point, outside, place, isHere: isOfHere(found), spans }
  }
}

function wordsOf(message: Normalized, spans: Span[]): string | null {
  if (spans.length === 0) return null
  if (spans.length === 1) return quote(message, spans[0]!.from, spans[0]!.to)
  const words = new Set(spans.map((span) => quote(message, span.from, span.to)))
  return [...words].slice(0, 8).join(' | ')
}

function isOfHere(found: Found[]): boolean {
  for (let i = 0; i < found.length; i += 1) {
    const { named } = found[i]!
    for (let j = 0; j < named.length; j += 1) if (named[j]!.kind !== 'elsewhere') return true
  }
  return false
}

/** "Lepo-Lepo" -> "depan kantor lurah Lepo-Lepo" where the text says so. */
function withLead(tokens: Token[], hit: Found): Span {
  let from = hit.from
  while (from > 0 && hit.from - from < MAX_LEAD && tokens[from]!.gap === 0) {
    const { isLead, isSide } = sortOf(tokens[from - 1]!.word)
    if (!isLead) return { from: isSide ? from - 1 : from, to: hit.to }
    from -= 1
  }
  return { from, to: hit.to }
}
