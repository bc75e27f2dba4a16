/** A word as it is written -> the words that are meant, each with its root. */
import { SLANG } from './lexicon/slang.ts'
import { isRoot, rootOf, withoutClitic } from './words.ts'

export type Meant = { text: string; root: string }

const known = new Map<string, Meant[]>()
/** Words of a stream repeat; a flood of invented ones empties the table instead of filling the memory. */
const MAX_KNOWN = 60_000

/** "jlnnya" -> jalan; "gabisa" -> tidak, bisa; "rusakmi" -> rusak. Takes lower case, unstretched. */
export function meantBy(plain: string): Meant[] {
  const found = known.get(plain)
  if (found !== undefined) return found
  const meant = spell(plain)
    .split(' ')
    .map((text) => ({ text, root: rootOf(text) }))
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(plain, meant)
  return meant
}

function spell(plain: string): string {
  const slang = SLANG.get(plain)
  if (slang !== undefined) return slang
  if (isRoot(plain)) return plain
  // "jalan2", "sama2nya": written reduplication.
  const twice = /^(\p{L}{3,})2(nya|an|ku)?$/u.exec(plain)
  if (twice?.[1]) return spell(twice[1])
  // "parahh", "dongg": a doubled last letter, when a known word is left ("shopee" stays).
  if (plain.length > 4 && plain.at(-1) === plain.at(-2)) {
    const single = plain.slice(0, -1)
    if (SLANG.has(single) || isRoot(single) || rootOf(single) !== single) return spell(single)
  }
  const bare = withoutClitic(plain)
  if (bare !== plain) return SLANG.get(bare) ?? bare
  // "jlnnya", "gotnya": slang under a suffix.
  const stem = /^(\p{L}{2,})nya$/u.exec(plain)?.[1]
  return stem === undefined ? plain : (SLANG.get(stem) ?? plain)
}
