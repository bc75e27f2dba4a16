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
import { remember } from './word.ts'

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

/** The second words of "la ode", "rumah makan". */
const pairEnds = new Set(
  [...personBefore, ...shopBefore]
    .filter((name) => name.includes(' '))
    .map((name) => name.split(' ')[1]),
)

/** What a word says of the name beside it. */
const asNeighbour = remember(({ plain }) => ({
  isPerson: personBefore.has(plain),
  isShop: shopBefore.has(plain),
  endsPair: pairEnds.has(plain),
  isPersonAfter: personAfter.has(plain),
  isShopAfter: shopAfter.has(plain),
  isStreetOrDish: streetWords.has(plain) || originWords.has(plain),
  hall: HALL_CUES.get(plain),
  level: levelOf(plain),
}))

function levelOf(plain: string): AreaLevel | null {
  if (kelurahanWords.has(plain)) return 'kelurahan'
  return kecamatanWords.has(plain) ? 'kecamatan' : null
}

/** What an entry can mean here: a name of a person or a shop is no area, "jl Surabaya" no city. */
export function meantOf(entry: PlaceEntry, tokens: Token[], from: number, to: number): Named[] {
  const { named } = entry
  if (isOtherName(tokens, from, to)) return named.filter((one) => one.kind === 'place')
  // Nearly always all of them are meant.
  for (let i = 0; i < named.length; i += 1) {
    if (!isMeant(named[i]!, tokens, from, to)) {
      return named.filter((one) => isMeant(one, tokens, from, to))
    }
  }
  return named
}

/** A person ("Pak Kambu"), a shop ("Warung Mandonga") or a thing ("rapat di baruga"), not an area. */
function isOtherName(tokens: Token[], from: number, to: number): boolean {
  const first = tokens[from]!
  const next = tokens[to + 1]
  const after = next && next.gap === 0 ? asNeighbour(next.word) : null
  if (after?.isPersonAfter) return true
  const before = first.gap === 0 ? tokens[from - 1] : undefined
  const beforeThat = tokens[from - 2]
  if (before) {
    const { isPerson, isShop, endsPair } = asNeighbour(before.word)
    // "Bapak Ibu Anggoeya" are all who live there.
    if (isPerson && !(beforeThat && asNeighbour(beforeThat.word).isPerson)) return true
    if (isShop) return true
    const pair = endsPair && beforeThat ? `${beforeThat.plain} ${before.plain}` : ''
    if (personBefore.has(pair) || shopBefore.has(pair)) return true
  }
  if (next && after?.isShopAfter) {
    const isLed = beforeThat !== undefined && tokens[from - 1]!.gap === 0
    if (next.isCapital || (isLed && asNeighbour(beforeThat.word).isShop)) return true
  }
  const cues = asNeighbour(first.word).hall
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
    return !(isLed && asNeighbour(before.word).isStreetOrDish)
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
  const before = tokens[from - 1]
  return before ? asNeighbour(before.word).level : null
}
