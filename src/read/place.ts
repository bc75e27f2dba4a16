/** Where a message says it is: official codes of the region's areas, and the words it used. */
import { parentCode } from '../region/area-code.ts'
import type { Point, Region } from '../region/region.ts'
import { BUILDING_WORDS, SIDE_WORDS, STREET_WORDS } from './lexicon/place-words.ts'
import { quote, type Normalized, type Token } from './normalize.ts'
import { chooseArea } from './place-choose.ts'
import { indexPlaces } from './place-index.ts'
import { findListed, type Found } from './place-listed.ts'
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

const leadWords = new Set([...STREET_WORDS, ...BUILDING_WORDS, 'lurah', 'camat'])
const sideWords = new Set(SIDE_WORDS)
const MAX_LEAD = 3

/** Builds the finder of one region; one pass over the tokens of each message. */
export function makePlaceFinder(region: Region): (message: Normalized) => PlaceFound {
  const index = indexPlaces(region)
  const areas = {
    byCode: new Map(region.areas.map((area) => [area.code, area])),
    parents: new Map(region.areas.map((area) => [area.code, parentCode(area.code)])),
  }
  return (message) => {
    const found = findListed(index, message)
    const spans = mergeSpans(message.tokens, [
      ...found.map((hit) => withLead(message.tokens, hit)),
      ...findUnlisted(message.tokens, found),
    ])
    const words = spans.map((span) => quote(message, span.from, span.to))
    return {
      ...chooseArea(message, found, areas),
      place: words.length > 0 ? [...new Set(words)].slice(0, 8).join(' | ') : null,
      isHere: found.some((hit) => hit.named.some((named) => named.kind !== 'elsewhere')),
      spans,
    }
  }
}

/** "Lepo-Lepo" -> "depan kantor lurah Lepo-Lepo" where the text says so. */
function withLead(tokens: Token[], hit: Found): Span {
  let from = hit.from
  while (hit.from - from < MAX_LEAD && tokens[from]?.gap === 0) {
    const before = tokens[from - 1]?.plain ?? ''
    if (leadWords.has(before)) from -= 1
    else if (sideWords.has(before)) return { from: from - 1, to: hit.to }
    else break
  }
  return { from, to: hit.to }
}
