import type { Sql } from '../db/connect.ts'
import type { LabelKind } from './label.ts'

/** A text with what a person decided about it. */
export type LabelRow = {
  /** p and the number of a post, or f and that of a filing. */
  id: string
  /** c and the number of the candidate that was decided on, or of the post that was sampled. */
  decision: string
  /** What the text tells of: k and the number of a case, else as the decision. */
  problem: string
  kind: LabelKind
  text: string
  title: string | null
  channel: string
  complaint: boolean
  category: string | null
  urgent: boolean
}

/** Much longer texts are read to here at most. */
const MOST_CHARS = 5000

/** Whose decisions, and the reasons of a dismissal that say "no complaint". */
export type Decided = { regionId: string; reasons: readonly string[] }

/** The newest labelled texts of the region; those of one decision in the order in which they joined it. */
export const labelRows = (sql: Sql, of: Decided, limit: number): Promise<LabelRow[]> =>
  sql<LabelRow[]>`
    with labels as (${labels(sql, of)})
    select id, decision, problem, kind, left(text, ${MOST_CHARS}) as text, title, channel, complaint,
           category, urgent
      from labels
     order by decided_at desc, decision, joined
     limit ${limit}`

export const countDecisions = (sql: Sql, of: Decided) =>
  sql<{ kind: LabelKind; complaint: boolean; decisions: number }[]>`
    with labels as (${labels(sql, of)})
    select kind, complaint, count(distinct decision) as decisions
      from labels
     group by kind, complaint`

/** What triage decided, and what the blind sample found of posts that triage has not decided on. */
const labels = (sql: Sql, of: Decided) => sql`
  with decided as (${decided(sql, of)})
  select id, decision, problem, kind, text, title, channel, complaint, category, urgent, decided_at,
         joined
    from decided
   union all
  select 'p' || s.post_id, 'p' || s.post_id, 'p' || s.post_id, 'sampled', p.text, p.title, p.channel,
         s.verdict = 'complaint', null, false, s.decided_at, 0
    from samples s
    join posts p on p.id = s.post_id
   where s.region_id = ${of.regionId} and s.verdict is not null
     and 'p' || s.post_id not in (select id from decided)`

/**
 * Left out: what joined after the decision, which the person has not seen, and bare replies, which are in a
 * candidate for what they answer; cases that were declined later, because two people said two things; what
 * a citizen filed in confidence. A decision has its time in whole milliseconds, cut off.
 */
const decided = (sql: Sql, { regionId, reasons }: Decided) => sql`
  select case when v.post_id is null then 'f' || v.filing_id else 'p' || v.post_id end as id,
         'c' || c.id as decision, coalesce('k' || c.case_id, 'c' || c.id) as problem,
         c.status as kind, coalesce(p.text, f.text) as text, p.title,
         coalesce(p.channel, 'filed') as channel, c.status <> 'dismissed' as complaint, k.category,
         coalesce(k.urgent, false) as urgent, c.decided_at, v.id as joined
    from candidates c
    join voices v on v.candidate_id = c.id and v.left_at is null
                 and v.joined_at < c.decided_at + interval '1 ms'
    left join voices b on b.id = v.moved_from
    left join posts p on p.id = v.post_id
    left join filings f on f.id = v.filing_id
    left join cases k on k.id = c.case_id
   where c.region_id = ${regionId} and coalesce(b.rung, v.rung) <> 'reply'
     and (k.status <> 'declined' or c.dismiss_reason = any(${[...reasons]}))
     and not coalesce(f.confidential, false)`
