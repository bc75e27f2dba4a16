/** Names of the gazetteer in a message: exact, with a particle, misspelt, in a hashtag, in a handle. */
import { OFFICE_IN_HANDLE } from './lexicon/place-words.ts'
import type { Normalized, Token } from './normalize.ts'
import { levelBefore, meantOf } from './place-context.ts'
import {
  keysOf,
  NO_NAME,
  placeKey,
  type Entries,
  type Look,
  type Named,
  type PlaceEntry,
  type PlaceIndex,
} from './place-index.ts'
import { remember, type Word } from './word.ts'
import { isKnown } from './words.ts'

export type Found = {
  from: number
  to: number
  named: Named[]
  /** What the word before it says that it is. */
  level: 'kecamatan' | 'kelurahan' | null
  isOwn: boolean
  /** An account or a guess at a misspelt name: it counts where nothing better is said. */
  isWeak: boolean
}

const officeWords = new Set(OFFICE_IN_HANDLE)
const officeInHandle = new RegExp(
  `[_.]|${OFFICE_IN_HANDLE.filter((word) => word.length > 3).join('|')}|kota|kab`,
)
/** A hashtag of more letters is no name. */
const LONGEST_TAG = 40

/** All names of the message, left to right, without overlaps. */
export function findListed(index: PlaceIndex, message: Normalized): Found[] {
  const { tokens } = message
  const hits: Found[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    const { kind, word } = tokens[from]!
    const look = kind === 'handle' ? null : index.lookUp(word)
    if (look === NO_NAME) continue
    const hit = look ? listedAt(index, look, tokens, from) : handleAt(index, word, from)
    if (!hit) continue
    hits.push(hit)
    from = hit.to
  }
  return hits
}

function listedAt(index: PlaceIndex, look: Look, tokens: Token[], from: number): Found | null {
  const { entries, bare, near, isName } = look
  const exact = entries ? entryAt(entries, tokens, from) : null
  if (exact) return exact
  const cut = bare === null ? null : oneWord(index, bare, tokens, from)
  if (cut || !isName) return cut
  const tagged = tokens[from]!.kind === 'tag' ? tagAt(index, tokens, from) : null
  return tagged ?? misspeltAt(index, near, tokens, from)
}

function entryAt({ one, more }: Entries, tokens: Token[], from: number): Found | null {
  const next = tokens[from + 1]?.plain
  const longer = next === undefined ? undefined : more.get(next.charCodeAt(0))
  const count = longer ? longer.length : 0
  for (let i = 0; i < count; i += 1) {
    const entry = longer![i]!
    const to = from + entry.words.length - 1
    if (!fitsAt(entry, tokens, from)) continue
    const named = meantOf(entry, tokens, from, to)
    if (named.length > 0) return found(entry, named, tokens, { from, to })
  }
  const named = one ? meantOf(one, tokens, from, from) : []
  return one && named.length > 0 ? found(one, named, tokens, { from, to: from }) : null
}

/** Whether the words after the first are those of the name. */
function fitsAt({ words }: PlaceEntry, tokens: Token[], from: number): boolean {
  for (let i = 1; i < words.length; i += 1) {
    const token = tokens[from + i]
    if (!token || token.gap > 1) return false
    const { key, bare } = keysOf(token.word)
    if (key === words[i]) continue
    // "lepo lepomi"
    if (i < words.length - 1 || bare !== words[i]) return false
  }
  return true
}

const found = (
  entry: PlaceEntry,
  named: Named[],
  tokens: Token[],
  { from, to, isWeak = false }: { from: number; to: number; isWeak?: boolean },
): Found => ({ from, to, named, level: levelBefore(tokens, from), isOwn: entry.isOwn, isWeak })

/** A name of one word that only a part of the token spells: "kambumi", "#banjirkambu". */
function oneWord(index: PlaceIndex, key: string, tokens: Token[], from: number): Found | null {
  const entry = index.byFirst.get(key)?.one
  const named = entry ? meantOf(entry, tokens, from, from) : []
  return entry && named.length > 0 ? found(entry, named, tokens, { from, to: from }) : null
}

/** "punggolka", and "banua benua": a name of two words is looked up as one. */
function misspeltAt(
  index: PlaceIndex,
  near: string | null,
  tokens: Token[],
  from: number,
): Found | null {
  if (near !== null) return guessed(index, near, tokens, { from, to: from })
  const word = tokens[from]?.plain ?? ''
  const next = tokens[from + 1]
  if (!next || next.gap > 0 || next.kind !== 'word' || next.plain.length < 4) return null
  const joined = index.near(placeKey(word + next.plain))
  return joined === null ? null : guessed(index, joined, tokens, { from, to: from + 1 })
}

function guessed(
  index: PlaceIndex,
  key: string,
  tokens: Token[],
  { from, to }: { from: number; to: number },
): Found | null {
  const entry = index.byFirst.get(key)?.one
  const named = entry ? meantOf(entry, tokens, from, to) : []
  const inside = named.filter((one) => one.kind !== 'elsewhere')
  return entry && inside.length > 0
    ? found(entry, inside, tokens, { from, to, isWeak: true })
    : null
}

/** "#banjirkambu", "#savemandonga": a name and a word written as one. */
function tagAt(index: PlaceIndex, tokens: Token[], from: number): Found | null {
  const word = tokens[from]?.plain ?? ''
  if (word.length > LONGEST_TAG) return null
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const head = word.slice(0, cut)
    const tail = word.slice(cut)
    if (head.length >= 5 && isTagWord(tail)) {
      const hit = oneWord(index, placeKey(head), tokens, from)
      if (hit) return hit
    }
    if (tail.length >= 5 && isTagWord(head)) {
      const hit = oneWord(index, placeKey(tail), tokens, from)
      if (hit) return hit
    }
  }
  return null
}

const isTagWord = (word: string): boolean =>
  isKnown(word) || officeWords.has(word) || word === 'save' || word === 'info'

/** What the name of an account says, whatever the region. */
type Account = { parts: string[]; isOffice: boolean; level: Found['level'] }

const asAccount = remember(({ plain }): Account => {
  const parts = plain.split(officeInHandle).filter((part) => part !== '')
  const isOffice =
    plain.split(/[_.]/).some((part) => officeWords.has(part)) ||
    OFFICE_IN_HANDLE.some((word) => word.length > 3 && plain.includes(word))
  const isKelurahan = /kelurahan|lurah|(?:^|[_.])kel[_.]/.test(plain)
  const keys = [...parts, parts.join('')].filter((part) => part.length >= 5).map(placeKey)
  return { parts: keys, isOffice, level: isKelurahan ? 'kelurahan' : null }
})

/**
 * "@pemkot_sukabumi", "@polsekmandonga": an account may name a city, and an office's account the
 * area that it is there for. "@baruga_coffee" names nothing.
 */
function handleAt({ byFirst }: PlaceIndex, word: Word, at: number): Found | null {
  const { parts, isOffice, level } = asAccount(word)
  for (let i = 0; i < parts.length; i += 1) {
    const entry = byFirst.get(parts[i]!)?.one
    const named = entry ? entry.named.filter((one) => isOfAccount(one, isOffice)) : []
    if (named.length > 0) return { from: at, to: at, named, level, isOwn: false, isWeak: true }
  }
  return null
}

const isOfAccount = (one: Named, isOffice: boolean): boolean =>
  one.kind === 'region' ||
  one.kind === 'elsewhere' ||
  (one.kind === 'area' && isOffice && one.needs.length === 0)
