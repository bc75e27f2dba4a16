import type { Sql } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import type { Region } from '../region/region.ts'
import { faultOf, type Fault } from './fault.ts'
import { MINIMUM_MINUTES } from './next-check.ts'
import { listSources, postsByDay, readSource, type SourceRow } from './queries-sources.ts'
import { gapsOf, healthOf, type Gap, type Health, type PostsOfDay } from './source-health.ts'

export type ListedSource = SourceRow & {
  health: Health
  fault: Fault | null
  /** Posts of the last 14 days of the region's calendar, oldest first. */
  days: PostsOfDay[]
  gaps: Gap[]
  /** How often it is asked a day while all is well; null: it is pushed to us, or off. */
  checksPerDay: number | null
}

const DAYS = 14
const MINUTES_A_DAY = 24 * 60

type Zone = Pick<Region, 'id' | 'timezone'>

/** Every source with what its row and its posts say of it, those in trouble first. */
export async function listedSources(
  sql: Sql,
  region: Zone,
  now: Date = new Date(),
): Promise<ListedSource[]> {
  const rows = await listSources(sql, region.id)
  const days = await postsByDay(sql, region, { days: DAYS, now })
  return rows.map((row) => listed(row, days.get(row.id)))
}

/** One of them. @throws DomainError 404 */
export async function listedSource(sql: Sql, region: Zone, id: number): Promise<ListedSource> {
  const row = await readSource(sql, region.id, id)
  if (!row) throw notFound('Sumber', id)
  const days = await postsByDay(sql, region, { days: DAYS, now: new Date(), sourceId: id })
  return listed(row, days.get(id))
}

/** A source that wrote something long ago, and one that never did, have no posts of these days. */
function listed(row: SourceRow, days: PostsOfDay[] = []): ListedSource {
  const isPolled = row.url !== '' && row.enabled
  const minutes = Math.max(row.intervalMinutes, MINIMUM_MINUTES)
  return {
    ...row,
    days,
    gaps: row.enabled ? gapsOf(days) : [],
    health: healthOf(row, days),
    fault: row.errorCount > 0 ? faultOf(row.lastError) : null,
    checksPerDay: isPolled ? Math.round((MINUTES_A_DAY / minutes) * 10) / 10 : null,
  }
}
