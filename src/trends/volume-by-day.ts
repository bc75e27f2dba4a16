import type { Sql } from '../db/connect.ts'
import type { Region } from '../region/region.ts'
import { volumeByDayRows } from './queries.ts'

/** One day of the region's calendar (YYYY-MM-DD, in its time zone). */
export type DayVolume = {
  day: string
  /** Posts that were written on that day. */
  posts: number
  /** Complaints that citizens sent directly on that day. */
  filings: number
  /** Those of the posts that were read as complaints, and the filings. */
  complaints: number
  /** Cases that were opened on that day. */
  cases: number
}

const MOST_DAYS = 366

/** The last `days` days (1 to 366), today included, oldest first; a day without anything has zeros. */
export function volumeByDay(
  sql: Sql,
  region: Pick<Region, 'id' | 'timezone'>,
  days: number,
  now: Date = new Date(),
): Promise<DayVolume[]> {
  const asked = Math.min(MOST_DAYS, Math.max(1, Math.trunc(days)))
  return volumeByDayRows(sql, region, asked, now)
}
