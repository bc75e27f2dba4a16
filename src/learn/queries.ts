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
 * Who sets the category of a candidate, or says that it is urgent, says that it is a complaint, as long as no
 * decision says otherwise; of one that is merged its own category counts, not that of the case.
 */
const decided = (sql: Sql, { regionId, reasons }: Decided) => sql`
  select case when v.post_id is null then 'f' || v.filing_id else 'p' || v.post_id end as id,
         'c' || c.id as decision, coalesce('k' || c.case_id, 'c' || c.id) as problem,
         c.kind, coalesce(p.text, f.text) as text, p.title,
         coalesce(p.channel, 'filed') as channel, c.kind <> 'dismissed' as complaint,
         case when c.kind in ('corrected', 'merged') and c.corrected ? 'category'
              then c.category else k.category end as category,
         case when c.kind = 'corrected' or (c.kind = 'merged' and c.corrected ? 'urgent')
              then c.urgent else coalesce(k.urgent, false) end as urgent,
         c.said_at as decided_at, v.id as joined
    from (${told(sql, { regionId, reasons })}) c
    join voices v on v.candidate_id = c.id and v.left_at is null
                 and v.joined_at < c.said_at + interval '1 ms'
    left join voices b on b.id = v.moved_from
    left join posts p on p.id = v.post_id
    left join filings f on f.id = v.filing_id
    left join cases k on k.id = c.case_id
   where coalesce(b.rung, v.rung) <> 'reply' and (k.status is null or k.status <> 'declined')
     and not coalesce(f.confidential, false)`

/** The candidates of which a person has said what they are, and when. */
const told = (sql: Sql, { regionId, reasons }: Decided) => sql`
  select id, status as kind, decided_at as said_at, case_id, category, urgent, corrected
    from candidates
   where region_id = ${regionId}
     and (status in ('opened', 'merged') or dismiss_reason = any(${[...reasons]}))
   union all
  select id, 'corrected', corrected_at, null, category, urgent, corrected
    from candidates
   where region_id = ${regionId} and corrected <> '{}'
     and (status = 'waiting' or (status = 'dismissed' and dismiss_reason <> all(${[...reasons]})))
     and ((corrected ? 'category' and category is not null) or (corrected ? 'urgent' and urgent))`
