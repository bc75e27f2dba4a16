import type { Sql } from '../db/connect.ts'
import { type PageInput, pageOf } from '../page.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { maskPlace } from '../voices/mask.ts'
import type { CandidateRow, CandidateStatus } from './candidate.ts'
import { queuePage, queueTotals } from './queries.ts'

export const QUEUE_SORTS = ['priority', 'newest', 'oldest'] as const
export type QueueSort = (typeof QUEUE_SORTS)[number]

export type QueueFilters = PageInput & {
  /** waiting unless told. */
  status?: CandidateStatus | undefined
  category?: string | undefined
  /** Code of an agency. */
  agency?: string | undefined
  /** Code of a kecamatan. */
  kecamatan?: string | undefined
  /** Id of a source. */
  source?: number | undefined
  urgent?: boolean | undefined
  filed?: boolean | undefined
  confidential?: boolean | undefined
  /** Words in the title, the place or a voice; or the number of a filing or case. */
  q?: string | undefined
  sort?: QueueSort | undefined
}

export type Queue = {
  items: CandidateRow[]
  /** All that match, not only this page. */
  total: number
  /** When the oldest of them was first told. */
  oldestAt: Date | null
  urgent: number
}

const MOST_SEARCHED = 100

/** The candidates that match, most pressing first: urgent ones, then the nearest time limit. */
export async function listQueue(
  sql: Sql,
  { officer }: Acting,
  filters: QueueFilters = {},
): Promise<Queue> {
  requireRight(officer, 'queue.read')
  const asked = {
    ...filters,
    status: filters.status ?? 'waiting',
    q: filters.q?.trim().slice(0, MOST_SEARCHED),
  }
  const totals = await queueTotals(sql, officer.regionId, asked)
  const items = await queuePage(sql, officer.regionId, asked, pageOf(filters))
  return { items: items.map((row) => maskPlace(row, officer.role)), ...totals }
}
