/** What a candidate knows from its voices together. Pure. */
import type { Modus } from '../read/reading.ts'
import type { Waiting } from './queries.ts'

/** What voices add to a candidate. */
export type Growth = {
  voices: number
  /** Of the voices, how many only copy another. */
  copies: number
  filed: boolean
  probability: number
  firstAt: Date
  lastAt: Date
  agencyCode: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
  urgent: boolean
  emergency: boolean
  confidential: boolean
  modus: Modus[]
}

/** What one message adds. */
export function growthBy(of: Waiting, isCopy: boolean): Growth {
  const { at, probability, agencyCode, kecamatanCode, kelurahanCode, place } = of
  const { urgent, emergency, modus } = of
  return {
    voices: 1,
    copies: isCopy ? 1 : 0,
    filed: of.kind === 'filing',
    probability,
    firstAt: at,
    lastAt: at,
    agencyCode,
    kecamatanCode,
    kelurahanCode,
    place,
    urgent,
    emergency,
    confidential: of.isConfidential || modus.length > 0,
    modus,
  }
}

/** Both together: what the first did not know is filled in, nothing is removed. */
export function together(a: Growth, b: Growth): Growth {
  const isSameArea = a.kecamatanCode === null || a.kecamatanCode === b.kecamatanCode
  return {
    voices: a.voices + b.voices,
    copies: a.copies + b.copies,
    filed: a.filed || b.filed,
    probability: Math.max(a.probability, b.probability),
    firstAt: a.firstAt < b.firstAt ? a.firstAt : b.firstAt,
    lastAt: a.lastAt > b.lastAt ? a.lastAt : b.lastAt,
    agencyCode: a.agencyCode ?? b.agencyCode,
    kecamatanCode: a.kecamatanCode ?? b.kecamatanCode,
    kelurahanCode: isSameArea ? (a.kelurahanCode ?? b.kelurahanCode) : a.kelurahanCode,
    place: a.place ?? b.place,
    urgent: a.urgent || b.urgent,
    emergency: a.emergency || b.emergency,
    confidential: a.confidential || b.confidential,
    modus: [...new Set([...a.modus, ...b.modus])].toSorted(),
  }
}
