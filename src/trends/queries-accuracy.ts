import type { Sql } from '../db/connect.ts'
import type { DismissReason } from '../triage/reasons.ts'
import type { DrawnPost } from './missed.ts'

/** What a figure is broken down by. */
export type Marks = { channel: string; sourceId: number; category: string | null }

export type ProposedRow = Marks & { accepted: number; rejected: number }

/**
 * Candidates that the machine made of a post and people decided on since `begins`. Those that a citizen
 * filed, or that a person found in a sample, are no proposals of the machine.
 */
export const proposedRows = (
  sql: Sql,
  regionId: string,
  { begins, against }: { begins: Date; against: readonly DismissReason[] },
) => sql<ProposedRow[]>`
  select p.channel, p.source_id, c.category,
         count(*) filter (where c.status in ('opened', 'merged')) as accepted,
         count(*) filter (where c.dismiss_reason = any(${[...against]})) as rejected
    from candidates c
    join lateral (
      select v.post_id from voices v
       where v.candidate_id = c.id and v.rung = 'first' and v.officer_id is null
       order by v.id
       limit 1
    ) first on true
    join posts p on p.id = first.post_id
   where c.region_id = ${regionId} and c.decided_at >= ${begins}
   group by p.channel, p.source_id, c.category`

export type SampleRow = DrawnPost & { skipped: boolean }

export const sampleRows = (sql: Sql, regionId: string, firstDay: string) => sql<SampleRow[]>`
  select to_char(m.drawn_on, 'YYYY-MM-DD') as day, m.channel, m.source_id, m.category,
         m.stratum_size as size, m.verdict = 'complaint' as is_complaint, m.skipped
    from samples m
   where m.region_id = ${regionId} and m.drawn_on >= ${firstDay}
   order by m.id`

export type HeardRow = Marks & { heard: number }

/** Texts that the machine heard as complaints in the time from which the samples of these days were drawn. */
export const heardRows = (sql: Sql, regionId: string, firstDay: string) => sql<HeardRow[]>`
  with drawn as (
    select bool_or(drawn_from is null) as is_all, min(drawn_from) as begins,
           max(drawn_before) as ends
      from samples
     where region_id = ${regionId} and drawn_on >= ${firstDay}
  )
  select p.channel, p.source_id, r.category,
         count(distinct (p.raw_hash, p.title)) as heard
    from drawn
    join posts p on p.region_id = ${regionId} and p.outcome = 'candidate'
     and p.grouped_at < drawn.ends and (drawn.is_all or p.grouped_at >= drawn.begins)
    join voices v on v.post_id = p.id and v.left_at is null
     -- by itself, wherever a person has moved it since
     and (v.officer_id is null
          or exists (select 1 from voices b
                      where b.post_id = p.id and b.left_at is not null and b.officer_id is null))
    left join readings r on r.id = p.reading_id
   group by p.channel, p.source_id, r.category`

export const sourceNames = (sql: Sql, regionId: string) => sql<{ id: number; name: string }[]>`
  select id, name from sources where region_id = ${regionId}`
