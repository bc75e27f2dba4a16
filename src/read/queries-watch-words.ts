/** The words that officers watch for, and those of the pack that they switched off. */
import type { Sql } from '../db/connect.ts'
import type { Category } from '../region/category.ts'

export type WatchRow = {
  id: number
  word: string
  category: Category | null
  off: boolean
  changedAt: Date
  changedBy: { id: number; name: string } | null
}

export const watchRows = (sql: Sql, regionId: string): Promise<WatchRow[]> => sql<WatchRow[]>`
  select w.id, w.word, w.category, w.off, w.changed_at,
         case when o.id is null then null
              else jsonb_build_object('id', o.id, 'name', o.name) end as changed_by
    from watch_words w
    left join officers o on o.id = w.changed_by
   where w.region_id = ${regionId}
   order by w.word`

/** One who changes the words waits for the other: each sees what the other added. */
export async function lockWatchWords(tx: Sql, regionId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`dengar:watch-words:${regionId}`}, 0))`
}

export type NewWatchRow = {
  regionId: string
  word: string
  category: Category | null
  off: boolean
  changedBy: number
}

export async function upsertWatchRow(tx: Sql, row: NewWatchRow): Promise<void> {
  await tx`
    insert into watch_words ${tx(row)}
    on conflict (region_id, word) do update
       set category = excluded.category, off = excluded.off,
           changed_by = excluded.changed_by, changed_at = now()`
}

export async function deleteWatchRow(tx: Sql, regionId: string, word: string): Promise<void> {
  await tx`delete from watch_words where region_id = ${regionId} and word = ${word}`
}

export type LatestMessage = { text: string; at: Date }

/** The newest messages since then, posts and filings together; long ones by their beginning. */
export const latestMessages = (
  sql: Sql,
  regionId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<LatestMessage[]> => sql<LatestMessage[]>`
  select text, at
    from (
      (select left(concat_ws(' . ', title, text), 2000) as text, created_at as at
         from posts
        where region_id = ${regionId} and created_at >= ${since}
        order by created_at desc
        limit ${limit})
      union all
      (select left(text, 2000), filed_at
         from filings
        where region_id = ${regionId} and filed_at >= ${since}
        order by filed_at desc
        limit ${limit})
    ) told
   order by at desc
   limit ${limit}`
