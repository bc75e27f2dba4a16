import type { Sql } from '../db/connect.ts'
import { type PageInput, pageOf } from '../page.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { Category } from '../region/category.ts'
import { casePage, countCases } from './queries.ts'
import type { CaseStatus } from './transitions.ts'

/** One line of a list of cases. */
export type CaseRow = {
  id: number
  number: string
  title: string
  status: CaseStatus
  category: Category
  agency: { code: string; name: string; short: string } | null
  kecamatan: { code: string; name: string } | null
  kelurahan: { code: string; name: string } | null
  place: string | null
  urgent: boolean
  confidential: boolean
  voiceCount: number
  /** How many of these only copy another one. */
  copyCount: number
  openedAt: Date
  disposedAt: Date | null
  answeredAt: Date | null
  /** Closed or declined. */
  closedAt: Date | null
  /** When the first of its running clocks runs out; in the past: it has. Null: none runs. */
  dueAt: Date | null
  dueRung: string | null
  version: number
}

export type CaseFilters = PageInput & {
  /** open (unless told): neither closed nor declined. */
  status?: CaseStatus | 'open' | 'all' | undefined
  agency?: string | undefined
  category?: string | undefined
  kecamatan?: string | undefined
  /** Words in the title, the description or the place; or the number. */
  q?: string | undefined
}

/** What the database is asked: the officer's own filters, and what the officer may see at all. */
export type CaseSearch = CaseFilters & { onlyAgency: string | null }

const MOST_SEARCHED = 100

/** The cases that match, the nearest time limit first. An agency officer finds only own ones. */
export async function listCases(
  sql: Sql,
  { officer }: Acting,
  filters: CaseFilters = {},
): Promise<{ items: CaseRow[]; total: number }> {
  requireRight(officer, 'case.read')
  const search: CaseSearch = {
    ...filters,
    q: filters.q?.trim().slice(0, MOST_SEARCHED),
    // An agency officer without an agency sees none, rather than all.
    onlyAgency: officer.role === 'agency' ? (officer.agencyCode ?? '') : null,
  }
  const total = await countCases(sql, officer.regionId, search)
  const items = await casePage(sql, officer.regionId, search, pageOf(filters))
  return { items, total }
}
