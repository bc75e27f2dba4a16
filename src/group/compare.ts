/**
 * Are two messages about the same problem? A weighted sum of what agrees and what contradicts; each part
 * has a name, so the verdict can be explained. Pure.
 */
import { nameKey } from '../region/name-key.ts'
import { fingerprint, type Fingerprint } from './fingerprint.ts'
import { COMPARE_BIAS, COMPARE_WEIGHTS } from './compare-weights.ts'
import { DAY_MS } from './reach.ts'

export type Told = {
  text: string
  /** Where the writer says it is, beside the text. */
  address?: string | null | undefined
  /** Code or name; the same kind on both sides. */
  kelurahan?: string | null | undefined
  kecamatan?: string | null | undefined
  date?: Date | null | undefined
  category?: string | null | undefined
  agency?: string | null | undefined
}

export type Verdict = 'confirmed' | 'suggested' | 'different'
export type Comparison = { score: number; verdict: Verdict; reasons: string[] }

/** A text made ready to be compared many times. */
export type Prepared = { told: Told; print: Fingerprint }

/** At and above these scores. */
const CONFIRMED = 0.85
const SUGGESTED = 0.4
const COPY_SCORE = 0.9
/** Three words in a row, so many times: shorter texts are alike by chance. */
const COPY_SHINGLES = 5
/** 14 days, in the measure of `days`. */
const COPY_DAYS = Math.log2(15)

/** Makes ready what `comparePrepared` needs. */
export const prepare = (told: Told): Prepared => ({
  told,
  print: fingerprint(told.text, told.address ?? ''),
})

/** Compares two messages. `confirmed` may be joined by the machine, `suggested` is for a person. */
export const compare = (a: Told, b: Told): Comparison => comparePrepared(prepare(a), prepare(b))

/** The same for texts that are compared many times. */
export function comparePrepared(a: Prepared, b: Prepared): Comparison {
  const parts = weighParts(a, b)
  let sum = COMPARE_BIAS
  for (const [name, weight] of Object.entries(COMPARE_WEIGHTS))
    sum += weight * (parts[name as Part] ?? 0)
  const weighed = 1 / (1 + Math.exp(-sum))
  const isSure =
    !contradicts(parts) && (isCopy(parts, a, b) || (weighed >= CONFIRMED && isPinned(parts)))
  const score = isSure ? Math.max(weighed, COPY_SCORE) : Math.min(weighed, CONFIRMED - 0.01)
  const verdict = isSure ? 'confirmed' : score >= SUGGESTED ? 'suggested' : 'different'
  return { score: Math.round(score * 1000) / 1000, verdict, reasons: giveReasons(parts) }
}

/** What agrees and what contradicts, each 0..1 (days: log2). */
function weighParts(a: Prepared, b: Prepared) {
  const words = overlap(a.print.words, b.print.words)
  const days = daysApart(a.told, b.told)
  const copied = shared(a.print.shingles, b.print.shingles)
  const numbersDiffer = differ(a.print.numbers, b.print.numbers)
  const spotsDiffer = differ(a.print.spots, b.print.spots)
  const namesDiffer = differ(a.print.names, b.print.names)
  return {
    contained: words.smaller > 0 ? words.shared / words.smaller : 0,
    copied,
    address: shared(a.print.address, b.print.address),
    other_address: isDisjoint(a.print.address, b.print.address),
    other_names: isDisjoint(a.print.names, b.print.names),
    numbers: shared(a.print.numbers, b.print.numbers),
    numbers_differ: numbersDiffer,
    spots_differ: spotsDiffer,
    template: copied > 0.6 ? Math.max(numbersDiffer, namesDiffer, spotsDiffer) : 0,
    same_area:
      isSame(a.told.kelurahan, b.told.kelurahan) || isSame(a.told.kecamatan, b.told.kecamatan),
    other_area:
      isOther(a.told.kelurahan, b.told.kelurahan) || isOther(a.told.kecamatan, b.told.kecamatan),
    same_category: isSame(a.told.category, b.told.category),
    other_category: isOther(a.told.category, b.told.category),
    days: days === null ? 0 : Math.log2(1 + days),
  }
}

export type Part = keyof ReturnType<typeof weighParts>
type Parts = Record<Part, number>

/** Place, house or name speak against it: however alike the words are, a person must look. */
const contradicts = (parts: Parts): boolean =>
  parts.numbers_differ +
    parts.spots_differ +
    parts.template +
    parts.other_area +
    parts.other_address >
  0

/** Two people tell of one lamp in one street, or of its neighbour: only a house or an address decides. */
const isPinned = (parts: Parts): boolean =>
  parts.numbers > 0 || parts.address >= 0.6 || parts.copied >= 0.5

/** Nearly the same words in the same order. */
function isCopy(parts: Parts, a: Prepared, b: Prepared): boolean {
  const isLong = Math.min(a.print.shingles.size, b.print.shingles.size) >= COPY_SHINGLES
  const isSameAddress =
    a.print.address.size === 0 || b.print.address.size === 0 || parts.address >= 0.8
  // Without a name or a number the same short words come back about another lamp, months later.
  const isNear = parts.days <= COPY_DAYS || parts.numbers > 0 || hasSharedName(a, b)
  return (
    isNear && isSameAddress && parts.copied >= 0.8 && (isLong || a.print.hash.equals(b.print.hash))
  )
}

const hasSharedName = (a: Prepared, b: Prepared): boolean =>
  !a.print.names.isDisjointFrom(b.print.names)

const LABELS: [Part, number, string][] = [
  ['copied', 0.6, 'kalimat hampir sama'],
  ['contained', 0.5, 'banyak kata sama'],
  ['address', 0.6, 'alamat serupa'],
  ['numbers', 0.5, 'nomor rumah atau RT/RW sama'],
  ['same_area', 1, 'wilayah sama'],
  ['same_category', 1, 'kategori sama'],
  ['other_address', 1, 'alamat berbeda'],
  ['numbers_differ', 1, 'nomor rumah atau RT/RW berbeda'],
  ['spots_differ', 1, 'nama jalan atau patokan berbeda'],
  ['template', 1, 'kalimat sama tetapi tempat berbeda'],
  ['other_area', 1, 'wilayah berbeda'],
  ['other_category', 1, 'kategori berbeda'],
  ['other_names', 1, 'tidak ada nama yang sama'],
]

/** A person can check each of them. */
function giveReasons(parts: Parts): string[] {
  const reasons = LABELS.filter(([part, least]) => parts[part] >= least).map(([, , label]) => label)
  return reasons.length > 0 ? reasons : ['sedikit kata sama']
}

function overlap(a: Map<string, number>, b: Map<string, number>) {
  let shared = 0
  let ofA = 0
  let ofB = 0
  for (const [word, weight] of a) {
    ofA += weight
    if (b.has(word)) shared += weight
  }
  for (const weight of b.values()) ofB += weight
  return { shared, smaller: Math.min(ofA, ofB) }
}

/** Which share of the smaller set the other has, too. */
function shared(a: Set<string>, b: Set<string>): number {
  const smaller = Math.min(a.size, b.size)
  return smaller > 0 ? a.intersection(b).size / smaller : 0
}

const isDisjoint = (a: Set<string>, b: Set<string>): number =>
  a.size > 0 && b.size > 0 && a.isDisjointFrom(b) ? 1 : 0

/** Each side has one that the other has not. */
const differ = (a: Set<string>, b: Set<string>): number =>
  a.isSubsetOf(b) || b.isSubsetOf(a) ? 0 : 1

const keyOf = (name: string | null | undefined): string => nameKey(name ?? '')
const isSame = (a: string | null | undefined, b: string | null | undefined): number =>
  keyOf(a) !== '' && keyOf(a) === keyOf(b) ? 1 : 0
const isOther = (a: string | null | undefined, b: string | null | undefined): number =>
  keyOf(a) !== '' && keyOf(b) !== '' && keyOf(a) !== keyOf(b) ? 1 : 0

/** Null when one of them has no date. */
export function daysApart(a: Told, b: Told): number | null {
  if (!a.date || !b.date) return null
  return Math.abs(a.date.getTime() - b.date.getTime()) / DAY_MS
}
