import type { Sql } from '../db/connect.ts'
import type { Category } from '../region/category.ts'
import type { Region } from '../region/region.ts'
import { cellRows } from './queries.ts'

export type Cell = {
  category: Category | null
  /** Code; null: no reading and no person could say where. */
  kecamatan: string | null
  /** First told in the period, without those a person dismissed. */
  candidates: number
  /** Opened in the period, without those that were declined. */
  cases: number
}

const MOST_DAYS = 366

/** What is complained of where in the last `days` days (1 to 366), today included; empty cells absent. */
export function byCategoryAndKecamatan(
  sql: Sql,
  region: Pick<Region, 'id' | 'timezone'>,
  days: number,
  now: Date = new Date(),
): Promise<Cell[]> {
  const asked = Math.min(MOST_DAYS, Math.max(1, Math.trunc(days)))
  return cellRows(sql, region, asked, now)
}
