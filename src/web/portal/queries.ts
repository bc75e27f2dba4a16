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

export type FilingWords = {
  text: string
  /** Empty where nothing was said. */
  address: string
  kelurahan: string
  category: string
}

/** What stands in a filing, for whoever has just sent it. */
export async function filingWords(
  sql: Sql,
  regionId: string,
  number: string,
): Promise<FilingWords | undefined> {
  const [row] = await sql<FilingWords[]>`
    select text, coalesce(address, '') as address, coalesce(kelurahan_code, '') as kelurahan,
           coalesce(category, '') as category
      from filings
     where region_id = ${regionId} and number = ${number}`
  return row
}
