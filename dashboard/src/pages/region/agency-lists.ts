/** The agencies of a region pack as its page lists them. Pure. */
import type { RegionPack } from '../../api.ts'

type Agency = Pick<RegionPack['agencies'][number], 'code' | 'name' | 'short' | 'aliases' | 'routes'>

export type CategoryRoutes = {
  /** The agency that the category goes to without any of the words. */
  usual: string | null
  others: { agency: string; words: string[] }[]
}

/** For each category that has a route, where it goes, by the short names of agencies. */
export function routesByCategory(agencies: readonly Agency[]): Map<string, CategoryRoutes> {
  const found = new Map<string, CategoryRoutes>()
  for (const { short, routes } of agencies) {
    for (const { category, words } of routes) {
      const row = found.get(category) ?? { usual: null, others: [] }
      if (words.length === 0) row.usual = short
      else row.others.push({ agency: short, words })
      found.set(category, row)
    }
  }
  return found
}

/** Those whose code, name or spelling holds the words; all for none. */
export function findAgencies<T extends Agency>(agencies: readonly T[], search: string): T[] {
  const wanted = search.trim().toLowerCase()
  return agencies.filter(({ code, name, short, aliases }) =>
    [code, name, short, ...aliases].some((each) => each.toLowerCase().includes(wanted)),
  )
}
