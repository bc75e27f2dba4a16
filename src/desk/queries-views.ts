import type { Sql } from '../db/connect.ts'
import type { SavedView } from './views.ts'

/** Whoever changes an officer's views takes turns, so that they are counted and ordered rightly. */
export async function lockViews(tx: Sql, officerId: number): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`dengar:views:${officerId}`}, 0))`
}

export async function viewsOf(sql: Sql, officerId: number): Promise<SavedView[]> {
  const rows = await sql<SavedView[]>`
    select id, name, query, position from saved_views
     where officer_id = ${officerId}
     order by position, id`
  return [...rows]
}

export async function insertView(
  tx: Sql,
  row: { officerId: number; name: string; query: string; position: number },
): Promise<void> {
  await tx`insert into saved_views ${tx(row)}`
}

/** Writes the views as they are to stand, with their places 0, 1, 2 ... */
export async function writeViews(tx: Sql, views: SavedView[]): Promise<void> {
  await Promise.all(
    views.map(
      ({ id, name, query }, position) => tx`
        update saved_views set name = ${name}, query = ${query}, position = ${position}
         where id = ${id} and (name, query, position) is distinct from (${name}, ${query}, ${position})`,
    ),
  )
}

export async function deleteView(tx: Sql, id: number): Promise<void> {
  await tx`delete from saved_views where id = ${id}`
}
