/** Names with one slip of the finger ("punggolka", "Angalomelai"), in bounded time. */
import { isRoot } from './words.ts'

/** Shorter names have too many neighbours: "Kambu" would be "bambu", "lambu", "kamu". */
const SHORTEST = 6
const LONGEST = 24
/** Words of a stream repeat; a flood of invented ones empties the table instead of filling the memory. */
const MAX_KNOWN = 20_000

/**
 * Finds the one name that is a single edit away (a letter more, less, other, or two swapped) and
 * begins alike. Names are given with whom they mean; a word between two of these means neither.
 */
export function makeNearNames(owners: Map<string, string>): (word: string) => string | null {
  const byShorter = new Map<string, string[]>()
  for (const name of owners.keys()) {
    if (name.length < SHORTEST || name.length > LONGEST) continue
    if (isRoot(name) || !/^\p{L}+$/u.test(name)) continue
    for (const shorter of [name, ...withoutOne(name)]) {
      byShorter.set(shorter, [...(byShorter.get(shorter) ?? []), name])
    }
  }
  const known = new Map<string, string | null>()
  const find = (word: string): string | null => {
    let found: string | null = null
    for (const shorter of [word, ...withoutOne(word)]) {
      for (const name of byShorter.get(shorter) ?? []) {
        if (!isOneEdit(word, name)) continue
        if (found !== null && owners.get(found) !== owners.get(name)) return null
        found = name
      }
    }
    return found
  }
  return (word) => {
    if (word.length < SHORTEST || word.length > LONGEST) return null
    const before = known.get(word)
    if (before !== undefined) return before
    const found = find(word)
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(word, found)
    return found
  }
}

function withoutOne(word: string): string[] {
  const all: string[] = []
  // The first letter stays: people begin a name rightly.
  for (let i = 1; i < word.length; i += 1) all.push(word.slice(0, i) + word.slice(i + 1))
  return all
}

function isOneEdit(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const restOfA = a.slice(at + 1)
  const restOfB = b.slice(at + 1)
  if (a.length > b.length) return restOfA === b.slice(at)
  if (a.length < b.length) return a.slice(at) === restOfB
  const isSwapped =
    a[at] === b[at + 1] && a[at + 1] === b[at] && restOfA.slice(1) === restOfB.slice(1)
  return restOfA === restOfB || isSwapped
}
