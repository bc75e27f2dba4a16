/** Where a message says it is: official codes of the region's areas, and the words it used. */
import { parentCode } from '../region/area-code.ts'
import type { Region } from '../region/region.ts'
import {
  BUILDING_WORDS,
  KECAMATAN_WORDS,
  KELURAHAN_WORDS,
  NEAR_WORDS,
  STREET_WORDS,
} from './lexicon/place-words.ts'
import { quote, type Normalized, type Token } from './normalize.ts'
import { indexPlaces, placeKey, type Named, type PlaceIndex } from './place-index.ts'
import { findUnlisted, mergeSpans, type Span } from './place-spans.ts'

export type PlaceFound = {
  kecamatan: string | null
  kelurahan: string | null
  /** The place words, verbatim, joined by " | ". */
  place: string | null
  outside: boolean
  /** The region, or something in it, is named. */
  isHere: boolean
  spans: Span[]
}

type Found = { from: number; to: number; named: Named[]; level: 'kecamatan' | 'kelurahan' | null }

const kelurahanWords = new Set(KELURAHAN_WORDS)
const kecamatanWords = new Set(KECAMATAN_WORDS)
const leadWords = new Set([...STREET_WORDS, ...BUILDING_WORDS])
const nearWords = new Set(NEAR_WORDS)
const streetWords = new Set([
  'jl',
  'jln',
  'jalan',
  'jlan',
  'lorong',
  'lrg',
  'lr',
  'gang',
  'gg',
  'poros',
])

/** Builds the finder of one region; one pass over the tokens of each message. */
export function makePlaceFinder(region: Region): (message: Normalized) => PlaceFound {
  const index = indexPlaces(region)
  const parents = new Map(region.areas.map((area) => [area.code, parentCode(area.code)]))
  return (message) => {
    const found = findListed(index, message.tokens)
    const inside = found.filter((hit) => hit.named.some((named) => named.kind !== 'elsewhere'))
    const spans = mergeSpans(message.tokens, [
      ...found.map((hit) => withLead(message.tokens, hit)),
      ...findUnlisted(message.tokens, found),
    ])
    const words = spans.map((span) => quote(message, span.from, span.to))
    return {
      ...chooseArea(inside, parents),
      place: words.length > 0 ? [...new Set(words)].slice(0, 8).join(' | ') : null,
      outside: isOutside(found),
      isHere: inside.length > 0,
      spans,
    }
  }
}

function findListed(index: PlaceIndex, tokens: Token[]): Found[] {
  const hits: Found[] = []
  for (let from = 0; from < tokens.length;) {
    const hit = listedAt(index, tokens, from)
    if (hit) hits.push(hit)
    from = hit ? hit.to + 1 : from + 1
  }
  return hits
}

function listedAt(index: PlaceIndex, tokens: Token[], from: number): Found | null {
  const first = tokens[from]
  if (!first) return null
  if (first.kind === 'handle') return handleAt(index, first, from)
  for (const entry of index.get(placeKey(first.plain)) ?? []) {
    const to = from + entry.words.length - 1
    if (!entry.words.every((word, i) => fits(tokens[from + i], word, i))) continue
    const named = entry.named.filter((one) => isMeant(one, tokens, from))
    if (named.length > 0) return { from, to, named, level: levelBefore(tokens, from) }
  }
  return null
}

const fits = (token: Token | undefined, word: string, i: number): boolean =>
  token !== undefined && (i === 0 || token.gap < 2) && placeKey(token.plain) === word

/** "@pemkot_sukabumi": an account may name a city inside its name. */
function handleAt(index: PlaceIndex, token: Token, at: number): Found | null {
  for (const part of token.plain.split(
    /[_.]|pemkot|pemkab|pemprov|pemda|dinas|info|kota|kab|humas|kominfo/,
  )) {
    if (part.length < 5) continue
    const entry = index.get(placeKey(part))?.find((one) => one.words.length === 1)
    const named =
      entry?.named.filter((one) => one.kind === 'region' || one.kind === 'elsewhere') ?? []
    if (named.length > 0) return { from: at, to: at, named, level: null }
  }
  return null
}

function isMeant(named: Named, tokens: Token[], from: number): boolean {
  const before = tokens[from - 1]
  if (named.kind === 'elsewhere') {
    // "Jl. Surabaya" is a street, not a city.
    return !(before && before.gap < 2 && streetWords.has(before.plain))
  }
  if (named.kind !== 'area' || named.needs.length === 0) return true
  const level = levelBefore(tokens, from)
  if (level !== null) return level === named.area.level
  return named.needs.some((need) =>
    need.every((word, i) => tokens[from - need.length + i]?.plain === word),
  )
}

function levelBefore(tokens: Token[], from: number): Found['level'] {
  const before = tokens[from - 1]?.plain ?? ''
  if (kelurahanWords.has(before)) return 'kelurahan'
  return kecamatanWords.has(before) ? 'kecamatan' : null
}

/** "Lepo-Lepo" -> "Kel. Lepo-Lepo" where the text says so. */
function withLead(tokens: Token[], hit: Found): Span {
  const before = tokens[hit.from - 1]
  const isLed =
    before !== undefined && (tokens[hit.from]?.gap ?? 2) === 0 && leadWords.has(before.plain)
  const from = isLed ? hit.from - 1 : hit.from
  const isNear =
    isLed && nearWords.has(tokens[from - 1]?.plain ?? '') && tokens[from - 1]?.plain !== 'di'
  return { from: isNear ? from - 1 : from, to: hit.to }
}

type Choice = Pick<PlaceFound, 'kecamatan' | 'kelurahan'>

/** A kelurahan that is named wins over a kecamatan, an area over a landmark, the first over the rest. */
function chooseArea(hits: Found[], parents: Map<string, string>): Choice {
  const kelurahan: { code: string; isExplicit: boolean }[] = []
  const kecamatan: string[] = []
  for (const hit of hits) {
    const areas = hit.named.flatMap((named) => (named.kind === 'area' ? [named.area] : []))
    const level = hit.level ?? 'kecamatan'
    const area = areas.find((one) => one.level === level) ?? areas[0]
    if (area?.level === 'kelurahan') {
      kelurahan.push({ code: area.code, isExplicit: hit.level === 'kelurahan' })
    } else if (area) kecamatan.push(area.code)
  }
  const places = hits.flatMap((hit) =>
    hit.named.flatMap((named) => (named.kind === 'place' ? [named.place] : [])),
  )
  const isInNamed = (code: string): boolean => kecamatan.includes(parents.get(code) ?? '')
  const chosen =
    kelurahan.find((one) => one.isExplicit && isInNamed(one.code)) ??
    kelurahan.find((one) => one.isExplicit) ??
    kelurahan.find((one) => isInNamed(one.code)) ??
    kelurahan[0]
  if (chosen) return { kelurahan: chosen.code, kecamatan: parents.get(chosen.code) ?? null }
  const named = kecamatan[0] ?? places.find((place) => place.kecamatanCode)?.kecamatanCode ?? null
  const placed = places.find(
    (place) =>
      place.kelurahanCode && (named === null || parents.get(place.kelurahanCode) === named),
  )
  if (!placed?.kelurahanCode) return { kecamatan: named, kelurahan: null }
  return { kelurahan: placed.kelurahanCode, kecamatan: parents.get(placed.kelurahanCode) ?? named }
}

/** Another city is named, and neither this one nor one of its areas; a landmark alone may have a namesake. */
function isOutside(hits: Found[]): boolean {
  const kinds = new Set(hits.flatMap((hit) => hit.named.map((named) => named.kind)))
  return kinds.has('elsewhere') && !kinds.has('region') && !kinds.has('area')
}
