import type { Sql } from '../../db/connect.ts'

export type PublicCounts = { filed: number; opened: number; answered: number }

/** What the front page tells: sums of the whole region only, so that nobody can be found in them. */
export async function publicCounts(sql: Sql, regionId: string): Promise<PublicCounts> {
  const [row] = await sql<PublicCounts[]>`
    select (select count(*) from filings where region_id = ${regionId}) as filed,
           count(*) filter (where status <> 'declined') as opened,
           count(*) filter (where answered_at is not null) as answered
      from cases
     where region_id = ${regionId}`
  return row ?? { filed: 0, opened: 0, answered: 0 }
}
