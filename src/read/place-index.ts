/** The names of a region as a lookup table, built once. */
import type { Area, Place, Region } from '../region/region.ts'
import { normalize } from './normalize.ts'
import { makeNearNames } from './place-fuzzy.ts'
import { remember, type Word } from './word.ts'
import { isKnown } from './words.ts'

export type Named =
  | { kind: 'area'; area: Area; needs: string[][] }
  | { kind: 'place'; place: Place }
  | { kind: 'region' }
  | { kind: 'elsewhere' }

/** `isOwn`: the name itself says that it is of this region ("Puskesmas Mokoau", "RSUD Kendari"). */
export type PlaceEntry = { words: string[]; named: Named[]; isOwn: boolean }

/** What begins with one word. A hundred streets begin with "jalan", so the rest is split again. */
export type Entries = {
  one: PlaceEntry | null
  /** Longer names by the first character of their second word, the longest first. */
  more: Map<number, PlaceEntry[]>
}

export type PlaceIndex = {
  byFirst: Map<string, Entries>
  /** The name of one word, or written as one, that is a single edit away. */
  near: (word: string) => string | null
  lookUp: (word: Word) => Look
}

/** What one word may begin. */
export type Look = {
  entries: Entries | undefined
  /** The name that a particle of Kendari hangs on: "kambumi". */
  bare: string | null
  near: string | null
  /** No word of the language, so that it may be a name. */
  isName: boolean
}

/** Particles and endings that people hang on a name. */
const PARTICLE = /(?:mi|ji|pi|mo|ki|pa|ka|kah|nya)$/
const NUMBER = /^\p{N}+$/u
/** Of most words: nothing begins with them, and nothing was meant. */
export const NO_NAME: Look = { entries: undefined, bare: null, near: null, isName: false }

/** Lists every name and alias of the region, also written as one word and as "lepo2" or "dapu2ra". */
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
  markOwn(entries)

  const byFirst: PlaceIndex['byFirst'] = new Map()
  const owners = new Map<string, string>()
  for (const entry of entries.values()) {
    const [first = '', second] = entry.words
    const entriesOf = byFirst.get(first) ?? { one: null, more: new Map() }
    byFirst.set(first, entriesOf)
    if (second === undefined) {
      entriesOf.one = entry
      const owner = ownerOf(entry)
      if (owner !== null) owners.set(first, owner)
    } else {
      const letter = second.charCodeAt(0)
      const list = [...(entriesOf.more.get(letter) ?? []), entry]
      entriesOf.more.set(
        letter,
        list.sort((a, b) => b.words.length - a.words.length),
      )
    }
  }
  const near = makeNearNames(owners)
  return { byFirst, near, lookUp: makeLookUp(byFirst, near) }
}

function makeLookUp(
  byFirst: PlaceIndex['byFirst'],
  near: PlaceIndex['near'],
): PlaceIndex['lookUp'] {
  // Asked of each word of each message.
  return remember(({ plain, text, root }: Word): Look => {
    const key = placeKey(plain)
    const entries = byFirst.get(key)
    if (plain.length < 4 || NUMBER.test(plain)) return entries ? { ...NO_NAME, entries } : NO_NAME
    const cut = PARTICLE.test(plain) ? placeKey(plain.replace(PARTICLE, '')) : ''
    const bare = cut.length > 3 && byFirst.has(cut) ? cut : null
    const isName = text === plain && !isKnown(text) && !isKnown(root)
    if (!entries && bare === null && !isName) return NO_NAME
    const guess = isName ? (near(key) ?? (cut === '' ? null : near(cut))) : null
    return { entries, bare, near: guess, isName }
  })
}

/** How a word is looked up, and what is left of it without a particle ("lepomi"). */
export const keysOf = remember(({ plain }) => {
  const key = placeKey(plain)
  return { key, bare: PARTICLE.test(key) ? key.replace(PARTICLE, '') : null }
})

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
  return wordsOf(alias).join('') === wordsOf(area.name).join('') ? area.needs.map(wordsOf) : []
}

function spellings(words: string[]): string[][] {
  if (words.length === 0) return []
  const joined = words.join('')
  const all = [words]
  if (words.length > 1 && joined.length >= 6) all.push([placeKey(joined)])
  const [first = '', second = ''] = words
  // "lepo2", "dapu2ra"
  if (words.length === 2 && second.startsWith(first)) {
    all.push([`${first}2${second.slice(first.length)}`])
  }
  return all
}

function addEntry(entries: Map<string, PlaceEntry>, words: string[], named: Named): void {
  const key = words.join(' ')
  const entry = entries.get(key) ?? { words, named: [], isOwn: false }
  const isThere = entry.named.some((other) => isSame(other, named))
  if (!isThere) entry.named.push(named)
  entries.set(key, entry)
}

function isSame(a: Named, b: Named): boolean {
  if (a.kind === 'area' && b.kind === 'area') return a.area === b.area
  if (a.kind === 'place' && b.kind === 'place') return a.place === b.place
  return a.kind === b.kind
}

/** Marks what bears the name of the region or of one of its areas. */
function markOwn(entries: Map<string, PlaceEntry>): void {
  const own = new Set<string>()
  for (const { words, named } of entries.values()) {
    const isPlain = named.some(
      (one) => one.kind === 'region' || (one.kind === 'area' && one.needs.length === 0),
    )
    if (isPlain) own.add(words.join(' '))
  }
  for (const entry of entries.values()) {
    entry.isOwn = entry.words.some(
      (word, i) => own.has(word) || own.has(`${word} ${entry.words[i + 1] ?? ''}`),
    )
  }
}

/** Whom a fuzzy spelling would mean; a name that needs a word before it is too weak to be guessed. */
function ownerOf(entry: PlaceEntry): string | null {
  for (const one of entry.named) {
    if (one.kind === 'area' && one.needs.length === 0) return one.area.code
    if (one.kind === 'place') return one.place.name
    // "kendai" may be a slip of the city's own name.
    if (one.kind === 'region' || one.kind === 'elsewhere')
      return `${one.kind} ${entry.words[0] ?? ''}`
  }
  return null
}
