/**
 * Are two messages about the same problem? A weighted sum of what agrees and what contradicts; each part
 * has a name, so the verdict can be explained. Pure.
 */
import {
  scoreOf,
  shippedModel,
  type CompareModel,
  type Genre,
  type Pin,
  type Thresholds,
  type Weights,
} from './compare-model.ts'
import { daysApart } from './compare-facts.ts'
import { weighParts, type Parts } from './compare-parts.ts'
import { explain } from './compare-reasons.ts'
import { embed } from './embed.ts'
import { fingerprint, type Fingerprint } from './fingerprint.ts'

export { daysApart }

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
  /** The words of the text that say where, as the reader found them, joined by " | ". */
  place?: string | null | undefined
  /** Opaque key of the account or telephone; only ever compared with another. */
  writer?: string | null | undefined
  /** It speaks of another city. */
  outside?: boolean | undefined
}

export type Verdict = 'confirmed' | 'suggested' | 'different'
export type Comparison = {
  score: number
  verdict: Verdict
  /** Place, house or name speak against it: however alike the words are, a person must look. */
  isContradicted: boolean
  /** An area has many of it, and one of them names no more than the area: only a person may join it. */
  isVague: boolean
  /** The strongest first; made when they are first asked for. */
  readonly reasons: string[]
}

/** A text made ready to be compared many times. */
export type Prepared = { told: Told; print: Fingerprint; vector: Float32Array }

/** Three words in a row, so many times: shorter texts are alike by chance. */
const COPY_SHINGLES = 5
const COPIED = 0.8
/** Place and day alone join nothing: what is told there must be alike, too. */
const LEAST_TOLD = 0.9
const COPY_SCORE = 0.9
/** 14 days, in the measure of `days`: without a name or a number the same short words come back months later. */
const COPY_DAYS = Math.log2(15)

/** Makes ready what `comparePrepared` needs. */
export function prepare(told: Told): Prepared {
  const print = fingerprint(told.text, told.address ?? '', told.place ?? '')
  return { told, print, vector: embed(print.stream) }
}

/** Compares two messages. `confirmed` may be joined by the machine, `suggested` is for a person. */
export const compare = (a: Told, b: Told): Comparison => comparePrepared(prepare(a), prepare(b))

/** The same for texts that are compared many times. */
export function comparePrepared(
  a: Prepared,
  b: Prepared,
  model: CompareModel = shippedModel,
): Comparison {
  const weighed = weighPair(a, b)
  const { score, verdict } = judge(weighed, model)
  let reasons: string[] | null = null
  return {
    score: Math.round(score * 1000) / 1000,
    verdict,
    isContradicted: !weighed.isFree || (weighed.parts.otherThing > 0 && weighed.pin === null),
    isVague: weighed.parts.vague > 0 && weighed.pin === null,
    get reasons() {
      reasons ??= explain(a, b, { parts: weighed.parts, weights: model[weighed.genre].weights })
      return reasons
    },
  }
}

/** What a verdict is made of, before any weight is known. */
export type Weighed = {
  parts: Parts
  /** What pins it down, when nothing speaks against it: alike words about one street are not enough. */
  pin: Pin | null
  genre: Genre
  isFree: boolean
  /** The same words in nearly the same order, and nothing speaks against it. */
  isCopy: boolean
}

export function weighPair(a: Prepared, b: Prepared): Weighed {
  const parts = weighParts(a, b)
  const isFree = !contradicts(parts) && (a.told.outside ?? false) === (b.told.outside ?? false)
  const isCopy = isFree && isCopied(a, b, parts)
  const pin = isFree ? pinOf(parts, isCopy) : null
  const genre = isAddressed(a) && isAddressed(b) ? 'addressed' : 'bare'
  return { parts, isFree, isCopy, pin, genre }
}

const isAddressed = ({ print }: Prepared): boolean => print.address.length > 0

/** The verdict by the weights and thresholds of a model. */
export function judge(
  { parts, pin, isCopy, genre }: Weighed,
  { [genre]: model }: Record<Genre, Weights & Thresholds>,
): { score: number; verdict: Verdict } {
  const score = scoreOf(parts, model)
  if (isCopy || (pin !== null && score >= model.confirmed[pin])) {
    return { score: isCopy ? Math.max(score, COPY_SCORE) : score, verdict: 'confirmed' }
  }
  return { score, verdict: score >= model.suggested ? 'suggested' : 'different' }
}

function pinOf(parts: Parts, isCopy: boolean): Pin | null {
  if (isCopy) return 'exact'
  if (parts.otherThing > 0 || parts.otherCategory > 0) return null
  if (isExact(parts)) return 'exact'
  if (parts.told + parts.meaning < LEAST_TOLD) return null
  return isPlaced(parts) || isEvent(parts) ? 'place' : null
}

/** The same words in nearly the same order, and neither place, number nor name speaks against it. */
export const isCopy = (a: Prepared, b: Prepared): boolean => weighPair(a, b).isCopy

const contradicts = (parts: Parts): boolean =>
  parts.conflict > 0 || parts.otherArea > 0 || parts.otherAddress > 0 || parts.template >= 0.5

/** The same house, paper, copied words or name, or nearly the same address. */
const isExact = (parts: Parts): boolean =>
  (parts.home >= 0.5 && (parts.address === 0 || parts.allAddress >= 0.3)) ||
  parts.paper > 0 ||
  Math.min(parts.copied, parts.wholly) >= 0.5 ||
  (parts.subjects >= 0.7 && parts.told >= 0.4) ||
  (parts.address >= 0.6 && parts.allAddress >= 0.3 && parts.place >= 0.6)

/** The same thing at the same named place, or the same writer there again. */
const isPlaced = (parts: Parts): boolean =>
  parts.there >= 0.28 || (parts.sameWriter > 0 && parts.place + parts.sameArea >= 0.3)

/** The same thing in the same area in the same days, when neither says more of where. */
const isEvent = (parts: Parts): boolean =>
  parts.event >= 0.2 && parts.otherLocated < 0.2 && parts.otherSpot < 0.2

/** Nearly the same words in the same order. */
function isCopied(a: Prepared, b: Prepared, parts: Parts): boolean {
  const isLong = Math.min(a.print.shingles.length, b.print.shingles.length) >= COPY_SHINGLES
  const hasAddresses = a.print.address.length > 0 && b.print.address.length > 0
  const isNear = parts.days <= COPY_DAYS || parts.house > 0 || parts.names > 0
  return (
    isNear &&
    (!hasAddresses || parts.address >= COPIED) &&
    parts.wholly >= COPIED &&
    (isLong || a.print.hash.equals(b.print.hash))
  )
}
