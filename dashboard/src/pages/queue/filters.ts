/** The view of the queue is its address: a queue with its filters is a link that can be sent. */
import type { CandidateStatus } from '../../api.ts'

/** Those with a tab of their own; one that was joined is found by the candidate that took it in. */
export const TABS: CandidateStatus[] = ['waiting', 'dismissed', 'merged', 'opened']
export const STATUSES: CandidateStatus[] = [...TABS, 'joined']
export const SORTS = ['priority', 'newest', 'oldest'] as const

const LISTS = [
  'category',
  'agency',
  'kecamatan',
  'source',
  'assigned',
  'label',
  'modus',
  'confidence',
  'age',
] as const
const SWITCHES = ['urgent', 'overdue', 'filed', 'confidential', 'snoozed'] as const
export type ListName = (typeof LISTS)[number]
export type SwitchName = (typeof SWITCHES)[number]
export type FilterName = ListName | SwitchName
export type Filters = {
  status: CandidateStatus
  q?: string
  sort?: (typeof SORTS)[number]
} & Partial<Record<ListName, string>> &
  Partial<Record<SwitchName, '1'>>

/** Reads the filters from the part of the address after "?"; what it does not know is left out. */
export function readFilters(search: string): Filters {
  const query = new URLSearchParams(search)
  const status = STATUSES.find((each) => each === query.get('status')) ?? 'waiting'
  const filters: Filters = { status }
  for (const name of ['q', ...LISTS] as const) {
    const value = query.get(name)
    if (value) filters[name] = value
  }
  for (const name of SWITCHES) if (query.get(name) === '1') filters[name] = '1'
  const sort = SORTS.find((each) => each === query.get('sort'))
  if (sort && sort !== 'priority') filters.sort = sort
  return filters
}

/** The part of an address after the path, with "?", or empty for the plain waiting queue. */
export function writeFilters({ status, ...others }: Filters): string {
  const query = new URLSearchParams(others)
  if (status !== 'waiting') query.set('status', status)
  query.sort()
  const text = query.toString()
  return text && `?${text}`
}

/** Sets one filter, or removes it when the value is empty. */
export function withFilter(filters: Filters, name: FilterName | 'q' | 'sort', value: string) {
  const query = new URLSearchParams(writeFilters(filters))
  if (value) query.set(name, value)
  else query.delete(name)
  return readFilters(query.toString())
}

/** The filters that narrow the list; search and order have their own place on screen. */
export const activeFilters = (filters: Filters): FilterName[] =>
  [...LISTS, ...SWITCHES].filter((name) => filters[name])
