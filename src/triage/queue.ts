import type { Sql } from '../db/connect.ts'
import { type PageInput, pageOf } from '../page.ts'
import type { Acting, Officer } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { Modus } from '../read/reading.ts'
import { maskPlace, seesPersons } from '../voices/mask.ts'
import type { CandidateRow, CandidateStatus } from './candidate.ts'
import type { Confidence } from './priority.ts'
import { candidateRows } from './queries.ts'
import { idsSaying, queueIds, queuePage, queueTotals } from './queries-queue.ts'

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
  /** Its time limit has passed. */
  overdue?: boolean | undefined
  /** Id of the officer who will decide on it. */
  assigned?: 'me' | 'none' | number | undefined
  label?: string | undefined
  modus?: Modus | undefined
  /** How sure the machine is that it is a complaint. */
  confidence?: Confidence | undefined
  /** First told more than so many hours ago. */
  age?: number | undefined
  /** Of what waits only what is snoozed; else that is left out. */
  snoozed?: boolean | undefined
  /** Words in the title, the place or a voice; or the number of a filing or case. */
  q?: string | undefined
  sort?: QueueSort | undefined
  /** List the ids of all that match, too. */
  ids?: boolean | undefined
  now?: Date | undefined
}

/** What is asked of the database: by whom and when is known. `assigned` null: to nobody. */
export type AskedQueue = Omit<QueueFilters, 'assigned' | 'status' | 'now' | 'q'> & {
  status: CandidateStatus
  assigned: number | null | undefined
  /** Only these, because the words that are looked for stand in them. */
  said: readonly number[] | undefined
  now: Date
}

export type Queue = {
  items: CandidateRow[]
  /** All that match, not only this page. */
  total: number
  /** When the oldest of them was first told. */
  oldestAt: Date | null
  urgent: number
  /** How many more match, but are snoozed. */
  snoozed: number
  /** All that match, in order, the first 10,000; null unless asked for. */
  ids: number[] | null
}

const MOST_SEARCHED = 100
const MOST_IDS = 10_000

/** The candidates that match, most pressing first: the rule stands in priority.ts. */
export async function listQueue(
  sql: Sql,
  { officer }: Acting,
  filters: QueueFilters = {},
): Promise<Queue> {
  requireRight(officer, 'queue.read')
  const { regionId } = officer
  const asked = await askedOf(sql, officer, filters)
  const totals = await queueTotals(sql, regionId, asked)
  const items = await queuePage(sql, regionId, asked, pageOf(filters))
  const ids = filters.ids ? await queueIds(sql, regionId, asked, MOST_IDS) : null
  return { items: items.map((row) => maskPlace(row, officer.role)), ...totals, ids }
}

/** What the filters mean for that officer now. */
export async function askedOf(
  sql: Sql,
  { id, regionId, role }: Officer,
  filters: QueueFilters,
): Promise<AskedQueue> {
  const { assigned, now = new Date(), status = 'waiting', q, ...others } = filters
  const to = assigned === 'me' ? id : assigned === 'none' ? null : assigned
  const words = q?.trim().slice(0, MOST_SEARCHED)
  const among = { regionId, status, seesPersons: seesPersons(role) }
  const said = words ? await idsSaying(sql, among, words) : undefined
  return { ...others, status, assigned: to, said, now }
}

/** The rows of these candidates as they are now, in this order; unknown ones are left out. */
export async function readRows(
  sql: Sql,
  { officer }: Acting,
  { ids }: { ids: readonly number[] },
): Promise<CandidateRow[]> {
  requireRight(officer, 'queue.read')
  const rows = await candidateRows(sql, officer.regionId, [...new Set(ids)])
  return rows.map((row) => maskPlace(row, officer.role))
}
