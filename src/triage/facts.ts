/** What a candidate is, as its voices tell it. Pure. */
import type { Modus, Reason } from '../read/reading.ts'

/** One voice that speaks in a candidate, with what the machine read in it. */
export type Said = {
  voiceId: number
  copyOf: number | null
  title: string | null
  /** The beginning of it. */
  text: string
  isFiled: boolean
  isConfidential: boolean
  probability: number
  category: string | null
  agencyCode: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
  urgent: boolean
  emergency: boolean
  modus: Modus[]
  reasons: Reason[]
}

/** What a candidate keeps of its voices. */
export type Facts = {
  filed: boolean
  probability: number
  category: string | null
  agencyCode: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
  urgent: boolean
  emergency: boolean
  modus: string[]
}

/** As grouping gathers it: the first voices say what and where it is, the gravest one how bad it is. */
export function factsOf(said: readonly Said[]): Facts {
  const first = <T>(of: (voice: Said) => T | null): T | null => said.map(of).find(isKnown) ?? null
  return {
    filed: said.some(({ isFiled }) => isFiled),
    // As exact as the column is, else every probability would seem to change.
    probability: Math.fround(Math.max(0, ...said.map(({ probability }) => probability))),
    category: first(({ category }) => category),
    agencyCode: first(({ agencyCode }) => agencyCode),
    ...areaOf(said),
    place: first(({ place }) => place),
    urgent: said.some(({ urgent }) => urgent),
    emergency: said.some(({ emergency }) => emergency),
    modus: [...new Set(said.flatMap(({ modus }) => modus))].sort(),
  }
}

const isKnown = <T>(value: T | null): value is T => value !== null

/** A kelurahan counts only inside the kecamatan that was told first. */
function areaOf(said: readonly Said[]): Pick<Facts, 'kecamatanCode' | 'kelurahanCode'> {
  let kecamatanCode: string | null = null
  let kelurahanCode: string | null = null
  for (const voice of said) {
    if (kecamatanCode === null || kecamatanCode === voice.kecamatanCode) {
      kelurahanCode ??= voice.kelurahanCode
    }
    kecamatanCode ??= voice.kecamatanCode
  }
  return { kecamatanCode, kelurahanCode }
}

/** What a person may say otherwise than the voices. */
const LENT = new Set<keyof Facts>([
  'category',
  'agencyCode',
  'kecamatanCode',
  'kelurahanCode',
  'place',
  'urgent',
])

/** Facts, and by the names of the fields that a person has corrected, what stood there before. */
type Corrected = Facts & { corrected: { readonly [field: string]: unknown } }

/**
 * The fields of a candidate that change when `after` speak in it instead of `before`, each in the order in
 * which they joined. A field that a person has corrected stays, and so does one that is not what its voices
 * had said; but what a person said of the candidate that some of `before` came with, `lender`, leaves with them.
 */
export function refit(
  candidate: Corrected,
  { before, after }: { before: readonly Said[]; after: readonly Said[] },
  lender?: Facts,
): Partial<Facts> {
  const said = factsOf(before)
  const says = factsOf(after)
  const isLent = (key: keyof Facts) =>
    LENT.has(key) && Boolean(lender?.[key]) && candidate[key] === lender?.[key]
  const keys = Object.keys(said) as (keyof Facts)[]
  const changed = keys.filter(
    (key) =>
      !(key in candidate.corrected) &&
      (isSame(candidate[key], said[key]) || isLent(key)) &&
      !isSame(candidate[key], says[key]),
  )
  return Object.fromEntries(changed.map((key) => [key, says[key]]))
}

function isSame(a: Facts[keyof Facts], b: Facts[keyof Facts]): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.fround(a) === Math.fround(b)
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.toSorted().join(' ') === b.toSorted().join(' ')
}
