import type { Sql } from '../db/connect.ts'
import type { Role } from '../people/roles.ts'
import type { Colleague } from './colleagues.ts'
import type { LabelInUse } from './labels.ts'
import { expectAll, type LockedCandidate } from './queries.ts'

export const officersWithRoles = (sql: Sql, regionId: string, roles: readonly Role[]) =>
  sql<Colleague[]>`
    select id, name, role
      from officers
     where region_id = ${regionId} and role = any(${roles as Role[]}) and disabled_at is null
     order by lower(name), id`

export async function officerNames(tx: Sql, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: number; name: string }[]>`
    select id, name from officers where id = any(${ids}::bigint[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * Who gives a candidate to somebody, or brings one back that somebody had, holds it `together` with others like
 * them; who takes away the right to decide waits for these and holds it `alone`: nothing is left with an officer
 * who may not decide any more. Before all other locks.
 */
export async function lockAssigning(
  tx: Sql,
  regionId: string,
  how: 'together' | 'alone',
): Promise<void> {
  const key = tx`hashtextextended(${`dengar:assign:${regionId}`}, 0)`
  if (how === 'alone') await tx`select pg_advisory_xact_lock(${key})`
  else await tx`select pg_advisory_xact_lock_shared(${key})`
}

/** The waiting candidates that were given to the officer. */
export async function assignedTo(tx: Sql, regionId: string, officerId: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select id from candidates
     where region_id = ${regionId} and status = 'waiting' and assigned_to = ${officerId}`
  return rows.map(({ id }) => id)
}

/** Takes candidates that are locked away from whom they were given to. */
export async function unassign(tx: Sql, ids: readonly number[]): Promise<void> {
  await tx`
    update candidates set assigned_to = null, version = version + 1
     where id = any(${ids as number[]}::bigint[])`
}

export const labelsInUse = (sql: Sql, regionId: string, limit: number) => sql<LabelInUse[]>`
  select label, count(*) filter (where c.status = 'waiting') as count
    from candidates c
   cross join unnest(c.labels) as label
   where c.region_id = ${regionId} and c.labels <> '{}'
   group by label
   order by count(*) filter (where c.status = 'waiting') desc, count(*) desc, label
   limit ${limit}`

/** Who changed each of these candidates last, and when; `name` null: the machine. What joins is no change. */
export async function lastChanges(
  tx: Sql,
  ids: number[],
): Promise<Map<number, { name: string | null; at: Date }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ candidateId: number; name: string | null; at: Date }[]>`
    select distinct on (e.candidate_id) e.candidate_id, o.name, e.at
      from events e
      left join officers o on o.id = e.officer_id
     where e.candidate_id = any(${ids}::bigint[])
       and e.kind not in ('candidate.voice_added', 'candidate.found')
     order by e.candidate_id, e.id desc`
  return new Map(rows.map(({ candidateId, ...last }) => [candidateId, last]))
}

/** What a change writes: each column as it stands after it. */
export type Changed = Pick<
  LockedCandidate,
  | 'id'
  | 'title'
  | 'category'
  | 'agencyCode'
  | 'kecamatanCode'
  | 'kelurahanCode'
  | 'place'
  | 'urgent'
  | 'labels'
  | 'assignedTo'
  | 'snoozedUntil'
  | 'corrected'
> & { snoozedBy: number | null; correctedAt: Date | null }

/** Writes changes of candidates that are locked. `corrected_at` stays where it is not told anew. */
export async function writeChanges(tx: Sql, changes: readonly Changed[]): Promise<void> {
  const changed = await tx`
    update candidates c
       set title = n."title", category = n."category", agency_code = n."agencyCode",
           kecamatan_code = n."kecamatanCode", kelurahan_code = n."kelurahanCode",
           place = n."place", urgent = n."urgent", labels = n."labels",
           assigned_to = n."assignedTo", snoozed_until = n."snoozedUntil",
           snoozed_by = n."snoozedBy", corrected = n."corrected",
           corrected_at = case when n."corrected" <> '{}'
                               then coalesce(n."correctedAt", c.corrected_at) end,
           version = c.version + 1
      from jsonb_to_recordset(${tx.json(changes)})
        as n ("id" bigint, "title" text, "category" text, "agencyCode" text, "kecamatanCode" text,
              "kelurahanCode" text, "place" text, "urgent" boolean, "labels" text[],
              "assignedTo" bigint, "snoozedUntil" timestamptz, "snoozedBy" bigint,
              "corrected" jsonb, "correctedAt" timestamptz)
     where c.id = n."id" and c.status = 'waiting'`
  expectAll(changed.count, changes.length)
}
