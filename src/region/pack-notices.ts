/** What a pack can be used with, but what somebody should look at. Pure. */
import { CATEGORIES } from './category.ts'
import type { Region } from './region.ts'
import { localDay } from './time-zone.ts'

export const NOTICES = [
  'holidays_missing',
  'areas_without_point',
  'categories_without_words',
  'agencies_without_route',
  'sources_off',
] as const

export type PackNotice = {
  kind: (typeof NOTICES)[number]
  /** Years, areas, categories, agencies or sources, by their name or code. */
  items: string[]
}

/** From this month on the next year's holidays should be there: time limits reach into it. */
const LATE_MONTH = 11

/** Offices of areas get what happens in their area, so they need no route of their own. */
const ROUTED = new Set(['opd', 'hospital', 'utility'])

/** The notices that apply, in the order of NOTICES; one without items does not. */
export function packNotices(region: Region, now: Date): PackNotice[] {
  const words = new Set(region.watchWords.map(({ category }) => category))
  const routed = new Set(region.routes.map(({ agencyCode }) => agencyCode))
  const items: Record<PackNotice['kind'], string[]> = {
    holidays_missing: missingYears(region, now),
    areas_without_point: region.areas.filter(({ point }) => !point).map(({ name }) => name),
    categories_without_words: CATEGORIES.filter((code) => code !== 'lainnya' && !words.has(code)),
    agencies_without_route: region.agencies
      .filter(({ kind, code }) => ROUTED.has(kind) && !routed.has(code))
      .map(({ short }) => short),
    sources_off: region.sources.filter(({ isEnabled }) => !isEnabled).map(({ name }) => name),
  }
  return NOTICES.flatMap((kind) => (items[kind].length > 0 ? [{ kind, items: items[kind] }] : []))
}

function missingYears({ holidays, timezone }: Region, now: Date): string[] {
  const [year = 0, month = 1] = localDay(now, timezone).split('-').map(Number)
  const needed = month >= LATE_MONTH ? [year, year + 1] : [year]
  return needed.map(String).filter((each) => !holidays.some(({ date }) => date.startsWith(each)))
}
