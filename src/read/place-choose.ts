/** Which area a message is about, and whether it is about another city, when several are named. */
import type { Area, Place, Point } from '../region/region.ts'
import type { Normalized } from './normalize.ts'
import type { Found } from './place-listed.ts'
import { hasDash, weigh } from './place-role.ts'

export type Choice = {
  kecamatan: string | null
  kelurahan: string | null
  /** The landmark's own point, or the indicative point of the area. */
  point: Point | null
  outside: boolean
}

export type Areas = { byCode: Map<string, Area>; parents: Map<string, string> }

type Mention = {
  kecamatan: string
  kelurahan: string | null
  place: Place | null
  weight: number
  hit: Found
}

const NOWHERE: Choice = { kecamatan: null, kelurahan: null, point: null, outside: false }
/** Words between an area and the city that it lies in: "Jl. Baruga Raya, Antang, Makassar". */
const MAX_BETWEEN = 3

/**
 * One kecamatan that outweighs the others, or none: "Kambu dan Kadia" is two places. A kelurahan
 * that is named wins over a kecamatan, an area over a landmark.
 */
export function chooseArea(message: Normalized, all: Found[], areas: Areas): Choice {
  if (all.length === 0) return NOWHERE
  const hits = all.length === 1 ? all : withoutNamesakes(message, all)
  const weights = weigh(message, hits)
  if (isOutside(message, hits, weights)) return { ...NOWHERE, outside: true }
  const mentions: Mention[] = []
  for (let i = 0; i < hits.length; i += 1) {
    const weight = weights[i] ?? null
    const mention = weight === null ? null : mentionOf(hits[i]!, weight, areas)
    if (mention) mentions.push(mention)
  }
  const [only] = mentions
  if (!only) return NOWHERE
  const choice = mentions.length === 1 ? only : chooseMention(mentions, areas)
  if (!choice) return NOWHERE
  const { kecamatan, kelurahan } = choice
  return {
    kecamatan,
    kelurahan,
    point: pointOf(mentions, kecamatan, kelurahan, areas),
    outside: false,
  }
}

type Chosen = Pick<Mention, 'kecamatan' | 'kelurahan'>

/** The area that several mentions speak of; null when they do not agree. */
function chooseMention(mentions: Mention[], areas: Areas): Chosen | null {
  const best = heaviest(mentions, areas)
  const [first] = best
  if (!first) return null
  const { kecamatan } = first
  if (best.some((one) => one.kecamatan !== kecamatan)) return null
  // A landmark may say more than the name of its kecamatan does.
  const heavy = best.filter((one) => one.kelurahan !== null)
  const told =
    heavy.length > 0
      ? heavy
      : mentions.filter((one) => one.kecamatan === kecamatan && one.kelurahan !== null)
  const named = told.filter((one) => one.place === null)
  return { kecamatan, kelurahan: sameOf(named.length > 0 ? named : told) }
}

function mentionOf(hit: Found, weight: number, { parents }: Areas): Mention | null {
  const area = areaOf(hit)
  if (area) {
    const isKelurahan = area.level === 'kelurahan'
    const kecamatan = isKelurahan ? parents.get(area.code) : area.code
    if (!kecamatan) return null
    return { kecamatan, kelurahan: isKelurahan ? area.code : null, place: null, weight, hit }
  }
  for (const one of hit.named) {
    if (one.kind !== 'place' || one.place.kecamatanCode === null) continue
    const { kecamatanCode, kelurahanCode } = one.place
    return { kecamatan: kecamatanCode, kelurahan: kelurahanCode, place: one.place, weight, hit }
  }
  return null
}

/** The area of the level that the text says, else the first. */
function areaOf({ named, level }: Found): Area | null {
  let first: Area | null = null
  for (let i = 0; i < named.length; i += 1) {
    const one = named[i]!
    if (one.kind !== 'area') continue
    if (one.area.level === (level ?? 'kecamatan')) return one.area
    first ??= one.area
  }
  return first
}

/** The mentions of the greatest weight; in "Kel. Andonohu, Kec. Kambu" the kelurahan is surer. */
function heaviest(mentions: Mention[], { parents }: Areas): Mention[] {
  const most = Math.max(...mentions.map((one) => one.weight))
  const best = mentions.filter((one) => one.weight === most)
  const isChained = (one: Mention, i: number): boolean => {
    const before = best[i - 1]
    return (
      one.hit.level === 'kecamatan' &&
      before?.hit.level === 'kelurahan' &&
      before.kelurahan !== null &&
      parents.get(before.kelurahan) !== one.kecamatan &&
      one.hit.from - before.hit.to <= 2
    )
  }
  return best.filter((one, i) => !isChained(one, i))
}

function sameOf(mentions: Mention[]): string | null {
  const first = mentions[0]?.kelurahan ?? null
  return mentions.every((one) => one.kelurahan === first) ? first : null
}

/** The landmark's own point when only one is named inside the area, else that of the area. */
function pointOf(
  mentions: Mention[],
  kecamatan: string,
  kelurahan: string | null,
  { byCode }: Areas,
): Point | null {
  let own: Point | null = null
  let isOne = true
  for (let i = 0; i < mentions.length; i += 1) {
    const { place, kecamatan: of } = mentions[i]!
    if (of !== kecamatan || !place?.point) continue
    if (kelurahan !== null && place.kelurahanCode !== kelurahan) continue
    own ??= place.point
    if (own !== place.point) isOne = false
  }
  if (own && isOne) return own
  return byCode.get(kelurahan ?? kecamatan)?.point ?? byCode.get(kecamatan)?.point ?? null
}

function isElsewhere({ named }: Found): boolean {
  for (let i = 0; i < named.length; i += 1) if (named[i]!.kind === 'elsewhere') return true
  return false
}

/** Drops an area or street that belongs to the city named right after it: "Nambo, Konsel". */
function withoutNamesakes(message: Normalized, hits: Found[]): Found[] {
  return hits.filter((hit, i) => {
    const next = hits[i + 1]
    if (!next || !isElsewhere(next) || isElsewhere(hit)) return true
    if (hit.named.some((named) => named.kind === 'region')) return true
    return !isAddressOf(message, hit, next)
  })
}

const BETWEEN = new Set([
  'kota',
  'kab',
  'kabupaten',
  'kec',
  'kecamatan',
  'kel',
  'kelurahan',
  'desa',
])

function isAddressOf(message: Normalized, hit: Found, city: Found): boolean {
  const { tokens } = message
  if (city.from - hit.to - 1 > MAX_BETWEEN) return false
  for (let at = hit.to + 1; at <= city.from; at += 1) {
    const token = tokens[at]
    // "poros Nambo - Moramo" is a way, no address.
    if (!token || token.gap > 1 || hasDash(message, at - 1)) return false
    if (at === city.from) return true
    if (!token.isCapital && !BETWEEN.has(token.plain)) return false
  }
  return true
}

/**
 * Another city is named, and neither this one nor one of its areas; a landmark alone may have a
 * namesake. News that begins "KOLAKA - " is of Kolaka unless it names this city.
 */
function isOutside(message: Normalized, hits: Found[], weights: (number | null)[]): boolean {
  let isThere = false
  let isNamed = false
  let isRegion = false
  for (let i = 0; i < hits.length; i += 1) {
    if (weights[i] === null) continue
    const { named, isOwn } = hits[i]!
    for (let j = 0; j < named.length; j += 1) {
      const { kind } = named[j]!
      if (kind === 'elsewhere') isThere = true
      else if (kind === 'region') isRegion = true
      else if (kind === 'area' || isOwn) isNamed = true
    }
  }
  if (!isThere || isRegion) return false
  return !isNamed || isDateline(message, hits[0])
}

function isDateline({ tokens, source, title }: Normalized, hit: Found | undefined): boolean {
  const first = tokens[0]
  const last = hit ? tokens[hit.to] : undefined
  if (!hit || !first || !last || hit.from !== 0 || !isElsewhere(hit)) return false
  const text = first.inTitle ? title : source
  const isCapitals =
    text.slice(first.start, last.end) === text.slice(first.start, last.end).toUpperCase()
  return isCapitals && /^\s*[-,–—]/.test(text.slice(last.end, last.end + 4))
}
