/** What is known of two messages beside their words: area, category, agency, writer, days. Pure. */
import { nameKey } from '../region/name-key.ts'
import type { Told } from './compare.ts'
import { DAY_MS } from './reach.ts'

/** Days after which two reports of one kind from one place are hardly one event. */
const EVENT_DAYS = 3

/** Facts of both; `event`: as near in area and time as one failure of a service would be. */
export function weighFacts(a: Told, b: Told) {
  const kelurahan = same(a.kelurahan, b.kelurahan)
  const kecamatan = same(a.kecamatan, b.kecamatan)
  const category = same(a.category, b.category)
  const agency = same(a.agency, b.agency)
  const days = daysApart(a, b)
  const sameArea = kelurahan > 0 ? 1 : kecamatan > 0 && kelurahan === 0 ? 0.5 : 0
  return {
    sameArea,
    otherArea: kecamatan < 0 ? 1 : kelurahan < 0 ? 0.7 : 0,
    sameCategory: category > 0 ? 1 : 0,
    otherCategory: category < 0 ? 1 : 0,
    sameAgency: agency > 0 ? 1 : 0,
    otherAgency: agency < 0 ? 1 : 0,
    sameWriter: same(a.writer, b.writer) > 0 ? 1 : 0,
    event: days === null ? 0 : sameArea * Math.exp(-days / EVENT_DAYS),
    days: days === null ? 0 : Math.log2(1 + days),
    apart: days ?? 0,
  }
}

type Name = string | null | undefined

/** 1 the same, -1 another, 0 when one is not known. */
function same(a: Name, b: Name): number {
  if (!a || !b) return 0
  if (a === b) return 1
  const key = keyOf(a)
  const other = keyOf(b)
  return key === '' || other === '' ? 0 : key === other ? 1 : -1
}

const MOST_KEYS = 5000
const keys = new Map<string, string>()

function keyOf(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  if (keys.size >= MOST_KEYS) keys.clear()
  const key = nameKey(name)
  keys.set(name, key)
  return key
}

/** Null when one of them has no date. */
export function daysApart(a: Told, b: Told): number | null {
  if (!a.date || !b.date) return null
  return Math.abs(a.date.getTime() - b.date.getTime()) / DAY_MS
}
