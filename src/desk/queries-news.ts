import type { Sql } from '../db/connect.ts'
import type { CandidateStatus } from '../triage/candidate.ts'
import type { Position } from './news.ts'

/** Where the region's history and its candidates end now. */
export async function positionNow(sql: Sql, regionId: string): Promise<Position> {
  const [row] = await sql<Position[]>`
    select coalesce((select max(id) from events where region_id = ${regionId}), 0) as event,
           coalesce((select max(id) from candidates
                      where region_id = ${regionId} and split_from is null), 0) as candidate`
  return row ?? { event: 0, candidate: 0 }
}

export type EventRow = {
  id: number
  kind: string
  at: Date
  candidateId: number | null
  /** Of the candidate as it stands now, not as it stood then. */
  status: CandidateStatus | null
  version: number | null
  by: { id: number; name: string } | null
  isSplitOff: boolean
}

/** The region's history after `event`, whatever it is about, so that the place in it moves on. */
export const eventsAfter = (
  sql: Sql,
  regionId: string,
  { event, limit }: { event: number; limit: number },
): Promise<EventRow[]> => sql<EventRow[]>`
  select e.id, e.kind, e.at, e.candidate_id, c.status, c.version,
         case when o.id is null then null else
           jsonb_build_object('id', o.id, 'name', o.name) end as by,
         e.kind = 'candidate.split' and c.split_from is not null
           and jsonb_exists(e.data, 'from') as is_split_off
    from (select id, kind, at, candidate_id, officer_id, data
            from events
           where region_id = ${regionId} and id > ${event}
           order by id
           limit ${limit}) e
    left join candidates c on c.id = e.candidate_id
    left join officers o on o.id = e.officer_id
   order by e.id`

/** What grouping made after `candidate`. What was split off has an event; its number may come out of order. */
export const madeAfter = (
  sql: Sql,
  regionId: string,
  { candidate, limit }: { candidate: number; limit: number },
): Promise<{ id: number; status: CandidateStatus }[]> => sql<
  { id: number; status: CandidateStatus }[]
>`
  select id, status
    from candidates
   where region_id = ${regionId} and id > ${candidate} and split_from is null
   order by id
   limit ${limit}`
