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

/** True once what came in at the start was read and grouped, and something of it set aside. */
export async function isMorningRead(sql: Sql, regionId: string): Promise<boolean> {
  const [row] = await sql<{ isRead: boolean }[]>`
    select coalesce(bool_and(grouped_at is not null) and bool_or(outcome = 'set_aside'), false)
             as is_read
      from posts
     where region_id = ${regionId} and fetched_at < now() - interval '15 seconds'`
  return row?.isRead ?? false
}

/** The demo's day passes in minutes, so its feeds are asked more often than any real one. */
export async function makeFeedsDue(sql: Sql, regionId: string): Promise<void> {
  await sql`
    update sources set next_check_at = now()
     where region_id = ${regionId} and kind = 'feed' and enabled`
}
