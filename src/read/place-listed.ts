/** Names of the gazetteer in a message: exact, with a particle, misspelt, in a hashtag, in a handle. */
import { OFFICE_IN_HANDLE } from './lexicon/place-words.ts'
import type { Normalized, Token } from './normalize.ts'
import { levelBefore, meantOf } from './place-context.ts'
import {
  PARTICLE,
  placeKey,
  type Entries,
  type Named,
  type PlaceEntry,
  type PlaceIndex,
} from './place-index.ts'
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
  const { entries, bare, near, isName } = index.lookUp(first)
  const exact = entries ? entryAt(entries, tokens, from) : null
  if (exact) return exact
  const cut = bare === null ? null : oneWord(index, bare, tokens, from)
  if (cut || !isName) return cut
  const tagged = first.kind === 'tag' ? tagAt(index, tokens, from) : null
  return tagged ?? misspeltAt(index, near, tokens, from)
}

function entryAt({ one, more }: Entries, tokens: Token[], from: number): Found | null {
  const next = tokens[from + 1]?.plain
  const longer = next === undefined ? undefined : more.get(next.charCodeAt(0))
  for (const entry of longer ?? []) {
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
    const key = placeKey(token.plain)
    if (key === words[i]) continue
    const isLast = i === words.length - 1
    // "lepo lepomi"
    if (!isLast || !PARTICLE.test(key) || key.replace(PARTICLE, '') !== words[i]) return false
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

/**
 * "@pemkot_sukabumi", "@polsekmandonga": an account may name a city, and an office's account the
 * area that it is there for. "@baruga_coffee" names nothing.
 */
function handleAt(index: PlaceIndex, token: Token, at: number): Found | null {
  const parts = token.plain.split(officeInHandle).filter((part) => part !== '')
  const isOffice =
    token.plain.split(/[_.]/).some((part) => officeWords.has(part)) ||
    OFFICE_IN_HANDLE.some((word) => word.length > 3 && token.plain.includes(word))
  for (const part of [...parts, parts.join('')]) {
    if (part.length < 5) continue
    const entry = index.byFirst.get(placeKey(part))?.one
    const named =
      entry?.named.filter(
        (one) =>
          one.kind === 'region' ||
          one.kind === 'elsewhere' ||
          (one.kind === 'area' && isOffice && one.needs.length === 0),
      ) ?? []
    const isKelurahan = /kelurahan|lurah|(?:^|[_.])kel[_.]/.test(token.plain)
    const level = isKelurahan ? 'kelurahan' : null
    if (named.length > 0) return { from: at, to: at, named, level, isOwn: false, isWeak: true }
  }
  return null
}
