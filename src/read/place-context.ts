/** Whether a name is meant as a place where it stands: by the words right before and after it. */
import type { AreaLevel } from '../region/region.ts'
import {
  DISH_WORDS,
  HALL_CUES,
  KECAMATAN_WORDS,
  KELURAHAN_WORDS,
  ORIGIN_WORDS,
  PERSON_AFTER,
  PERSON_BEFORE,
  SHOP_AFTER,
  SHOP_BEFORE,
} from './lexicon/place-words.ts'
import type { Token } from './normalize.ts'
import type { Named, PlaceEntry } from './place-index.ts'

const kelurahanWords = new Set(KELURAHAN_WORDS)
const kecamatanWords = new Set(KECAMATAN_WORDS)
const personBefore = new Set(PERSON_BEFORE)
const personAfter = new Set(PERSON_AFTER)
const shopBefore = new Set([...SHOP_BEFORE, ...DISH_WORDS])
const shopAfter = new Set(SHOP_AFTER)
const originWords = new Set([...ORIGIN_WORDS, ...DISH_WORDS])
const streetWords = new Set([
  'jalan',
  'jl',
  'jln',
  'jlan',
  'lorong',
  'lrg',
  'lr',
  'gang',
  'gg',
  'poros',
])

/** What an entry can mean here: a name of a person or a shop is no area, "jl Surabaya" no city. */
export function meantOf(entry: PlaceEntry, tokens: Token[], from: number, to: number): Named[] {
  if (isOtherName(tokens, from, to)) return entry.named.filter((one) => one.kind === 'place')
  return entry.named.filter((one) => isMeant(one, tokens, from, to))
}

/** A person ("Pak Kambu"), a shop ("Warung Mandonga") or a thing ("rapat di baruga"), not an area. */
function isOtherName(tokens: Token[], from: number, to: number): boolean {
  const before = tokens[from]?.gap === 0 ? (tokens[from - 1]?.plain ?? '') : ''
  const next = tokens[to + 1]
  const after = next && next.gap === 0 ? next.plain : ''
  const twoBefore = tokens[from - 2]?.plain ?? ''
  // "Bapak Ibu Anggoeya" are all who live there.
  const isPerson = personBefore.has(before) && !personBefore.has(twoBefore)
  if (isPerson || personAfter.has(after)) return true
  const pair = `${twoBefore} ${before}`
  if (personBefore.has(pair) || shopBefore.has(pair)) return true
  if (shopBefore.has(before)) return true
  const isNamed = twoBefore !== '' && tokens[from - 1]?.gap === 0 && shopBefore.has(twoBefore)
  if (shopAfter.has(after) && (tokens[to + 1]?.isCapital === true || isNamed)) return true
  const cues = HALL_CUES.get(tokens[from]?.plain ?? '')
  return cues !== undefined && isHall(cues, tokens, from)
}

type HallCues = { before: Set<string>; after: Set<string> }

/** A common noun, when a word of its world stands near and no word for an area before it. */
function isHall({ before, after }: HallCues, tokens: Token[], from: number): boolean {
  if (levelBefore(tokens, from) !== null) return false
  const next = tokens[from + 1]
  if (next && next.gap === 0 && after.has(next.text)) return true
  if (tokens[from]?.isCapital) return false
  for (let i = Math.max(0, from - 6); i < from; i += 1) {
    const token = tokens[i]
    if (token && (before.has(token.text) || before.has(token.root))) return true
  }
  return false
}

function isMeant(named: Named, tokens: Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  if (named.kind === 'elsewhere') {
    // "Jl. Surabaya" is a street, "coto Makassar" a dish.
    const isLed = before !== undefined && (tokens[from]?.gap ?? 2) < 2
    return !(isLed && (streetWords.has(before.plain) || originWords.has(before.plain)))
  }
  if (named.kind !== 'area' || named.needs.length === 0) return true
  const level = levelBefore(tokens, from)
  if (level !== null) return level === named.area.level
  const isNeeded = named.needs.some((need) =>
    need.every((word, i) => tokens[from - need.length + i]?.plain === word),
  )
  return isNeeded || (named.area.level === 'kelurahan' && isAddress(tokens, from, to))
}

/** "RT 2 Mangga Dua", "Mangga Dua, Kec. Kendari": only in an address stands a name like this. */
function isAddress(tokens: Token[], from: number, to: number): boolean {
  const number = tokens[from - 1]
  const isNumbered =
    number?.kind === 'number' && ['rt', 'rw'].includes(tokens[from - 2]?.plain ?? '')
  const next = tokens[to + 1]
  return to > from && (isNumbered || (next !== undefined && kecamatanWords.has(next.plain)))
}

/** What the word before a name says that it is. */
export function levelBefore(tokens: Token[], from: number): AreaLevel | null {
  const before = tokens[from - 1]?.plain ?? ''
  if (kelurahanWords.has(before)) return 'kelurahan'
  return kecamatanWords.has(before) ? 'kecamatan' : null
}
