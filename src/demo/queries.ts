import type { Sql } from '../db/connect.ts'

/** The pack's real outlets are not asked while an invented day is played. */
export async function disableSources(sql: Sql, regionId: string): Promise<void> {
  await sql`update sources set enabled = false where region_id = ${regionId}`
}

export async function insertDemoSource(
  sql: Sql,
  source: { regionId: string; kind: string; name: string; url: string; channel: string },
): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into sources ${sql({ ...source, intervalMinutes: 1 })} returning id`
  return row!.id
}

/** The demo's day passes in minutes, so its feeds are asked more often than any real one. */
export async function makeFeedsDue(sql: Sql, regionId: string): Promise<void> {
  await sql`
    update sources set next_check_at = now()
     where region_id = ${regionId} and kind = 'feed' and enabled`
}
