/**
 * Indonesian roots. The only importer of natural: by its deep path, because the whole package loads
 * database drivers, and only after normalization, because its stemmer knows no colloquial forms.
 */
import { createRequire } from 'node:module'
import { underConfix, underIn, underNasal, withoutEnding } from './affixes.ts'
import { ROOT_EXCEPTIONS } from './lexicon/root-exceptions.ts'

const require = createRequire(import.meta.url)
const { stem } = require('natural/lib/natural/stemmers/indonesian/stemmer_id.js') as {
  stem: (word: string) => string
}
const roots = new Set(
  (require('natural/lib/natural/stemmers/indonesian/data/kata-dasar.json') as string[]).filter(
    Boolean,
  ),
)

/** Longest word that is stemmed; longer ones are noise, and the stemmer is quadratic in hyphens. */
const STEM_LENGTH = 24
/** Stems of a stream repeat; the cap keeps a flood of invented words from filling the memory. */
const CACHE_SIZE = 60_000
const cache = new Map<string, string>(Object.entries(ROOT_EXCEPTIONS))

const exceptions = new Set([...Object.keys(ROOT_EXCEPTIONS), ...Object.values(ROOT_EXCEPTIONS)])

/** True for a word of the language, false for what is likely a name. */
export function isKnown(word: string): boolean {
  return roots.has(word) || exceptions.has(word)
}

/** True when the word stands in the dictionary of Indonesian roots. */
export function isRoot(word: string): boolean {
  return roots.has(word)
}

/** The root of a normalized word ("penumpukan" -> "tumpuk"), or the word itself. */
export function rootOf(word: string): string {
  const known = cache.get(word)
  if (known !== undefined) return known
  const root = isDerived(word) ? findRoot(word) : word
  if (cache.size >= CACHE_SIZE) forgetOldest()
  cache.set(word, root)
  return root
}

const AFFIX = /^(?:me|di|ke|pe|be|te|se|ku|kau|n|m)|(?:an|in|i|nya|lah|kah|tah|pun|ku|mu)$/

/** Only these can lose anything; asking first saves most calls of the stemmer. */
function isDerived(word: string): boolean {
  return word.length >= 4 && word.length <= STEM_LENGTH && !roots.has(word) && AFFIX.test(word)
}

/** Rules of affixes first where they are surer than the stemmer, and beside it where it errs. */
function findRoot(word: string): string {
  const stemmed = stem(word)
  const bare = withoutEnding(word)
  if (bare !== null && isWord(bare)) {
    const root = rootOf(bare)
    if (exceptions.has(bare) || roots.has(bare) || root.length > stemmed.length) return root
  }
  const inner = underConfix(word)
  const other = inner === null ? word : (cache.get(inner) ?? stem(inner))
  // Of two roots the longer: "cemar" in "dicemari", not "cari".
  if (inner !== null && other !== inner && other.length > stemmed.length) return other
  if (stemmed !== word) return stemmed
  return inner !== null && other !== inner ? other : colloquialRoot(word)
}

function colloquialRoot(word: string): string {
  const withoutIn = underIn(word)
  if (withoutIn !== null && isWord(withoutIn)) return rootOf(withoutIn)
  if (word.length < 5) return word
  for (const rest of underNasal(word)) if (rest.length > 2 && roots.has(rest)) return rest
  // "supirnya", "headwaynya": a word that no dictionary has, or a name.
  return word.length >= 7 && word.endsWith('nya') ? word.slice(0, -3) : word
}

/** A root, an exception, or a word in which one was found. */
const isWord = (word: string): boolean => isKnown(word) || rootOf(word) !== word

function forgetOldest(): void {
  let left = CACHE_SIZE / 4
  for (const word of cache.keys()) {
    if (left-- <= 0) break
    if (!(word in ROOT_EXCEPTIONS)) cache.delete(word)
  }
}

/** Each with the fewest letters that must be left: "promo" is no "pro-mo". */
const CLITICS: [string, number][] = [
  ['mi', 3],
  ['ji', 3],
  ['pi', 3],
  ['mo', 4],
  ['ki', 4],
  ['kah', 3],
]

/**
 * Takes the particles of Kendari off a word ("rusakmi" -> "rusak", "belumpi" -> "belum"), only when a
 * dictionary root is left over: "resmi" and "kami" stay what they are.
 */
export function withoutClitic(word: string): string {
  // "tanggapi" is "tanggap" and -i, no "tangga".
  if (word.length < 5 || roots.has(word) || roots.has(word.slice(0, -1))) return word
  for (const [clitic, least] of CLITICS) {
    if (!word.endsWith(clitic)) continue
    const rest = word.slice(0, -clitic.length)
    if (rest.length >= least && roots.has(rest)) return rest
    const bare = rest.endsWith('nya') ? rest.slice(0, -3) : ''
    if (bare.length >= 3 && roots.has(bare)) return bare
  }
  return word
}
