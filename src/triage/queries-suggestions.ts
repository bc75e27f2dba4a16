import type { Sql } from '../db/connect.ts'
import type { Suggestion } from './candidate.ts'

/** What a suggestion points to now: a case, or a candidate that stands in none. */
export type Target = { candidateId: number } | { caseId: number }

/**
 * Every guess about the candidate, and about those that were joined to it, with where it leads now: a candidate
 * that was joined to another leads there, one that stands in a case leads to the case. Guesses that have led
 * back to the candidate itself, or to its own case, are none any more.
 */
const targets = (sql: Sql, regionId: string, candidateId: number) => sql`
  with recursive mine as (
    select c.id, c.case_id as own_case from candidates c
     where c.region_id = ${regionId} and c.id = ${candidateId}
    union
    select c.id, m.own_case from candidates c join mine m on c.joined_id = m.id
  ),
  guesses as (
    select s.candidate_id, s.other_id, s.case_id, s.score, s.reasons, s.made_at, s.rejected_by,
           s.rejected_at
      from suggestions s
      join mine on mine.id = s.candidate_id
  ),
  walk as (
    select distinct other_id, other_id as at_id from guesses where other_id is not null
    union all
    select w.other_id, c.joined_id from walk w join candidates c on c.id = w.at_id
     where c.joined_id is not null
  ),
  ends as (
    select w.other_id, c.id, c.title, c.filed, c.status, c.case_id
      from walk w
      join candidates c on c.id = w.at_id and c.region_id = ${regionId}
     where c.joined_id is null
  ),
  targets as (
    select g.candidate_id, g.other_id, g.case_id, g.score, g.reasons, g.made_at, g.rejected_by,
           g.rejected_at, case when k.id is null then e.id end as to_candidate, k.id as to_case,
           k.number, k.status as case_status, coalesce(k.title, e.title) as title,
           coalesce(e.filed, false) and k.id is null as filed
      from guesses g
      left join ends e on e.other_id = g.other_id
      left join cases k on k.id = coalesce(g.case_id, e.case_id) and k.region_id = ${regionId}
     where case when k.id is null
                then e.status = 'waiting' and e.id not in (select id from mine)
                else k.status <> 'declined'
                     and not exists (select 1 from mine where own_case = k.id) end
  )`

/**
 * What may be the same problem, the likeliest first and each once; what a person has rejected stands at the
 * end. The title of a filed candidate is not masked yet.
 */
export const suggestionsFor = (sql: Sql, regionId: string, candidateId: number) =>
  sql<(Suggestion & { filed: boolean })[]>`
    ${targets(sql, regionId, candidateId)},
    once as (
      select distinct on (to_case, to_candidate) to_case, to_candidate, number, case_status, title,
             filed, score, reasons, made_at,
             max(rejected_at) over (partition by to_case, to_candidate) as rejected_at,
             max(rejected_by) over (partition by to_case, to_candidate) as rejected_by
        from targets
       order by to_case, to_candidate, score desc
    )
    select o.to_candidate as candidate_id, o.to_case as case_id, o.number as case_number,
           o.case_status, o.title, o.filed, o.score, o.reasons, o.rejected_at,
           case when p.id is null then null else
             jsonb_build_object('id', p.id, 'name', p.name) end as rejected_by
      from once o
      left join officers p on p.id = o.rejected_by
     order by o.rejected_at is not null, o.score desc, o.made_at
     limit 20`

/** Marks every guess that leads there. @returns how many were not marked before */
export async function markRejected(
  tx: Sql,
  of: { regionId: string; candidateId: number; target: Target },
  by: { officerId: number; now: Date },
): Promise<number> {
  const marked = await tx`
    ${targets(tx, of.regionId, of.candidateId)}
    update suggestions s
       set rejected_by = ${by.officerId}, rejected_at = ${by.now}
      from targets t
     where ${isOf(tx, of.target)} and s.rejected_at is null`
  return marked.count
}

/** @returns how many were marked */
export async function unmarkRejected(
  tx: Sql,
  of: { regionId: string; candidateId: number; target: Target },
): Promise<number> {
  const marked = await tx`
    ${targets(tx, of.regionId, of.candidateId)}
    update suggestions s
       set rejected_by = null, rejected_at = null
      from targets t
     where ${isOf(tx, of.target)} and s.rejected_at is not null`
  return marked.count
}

const isOf = (tx: Sql, target: Target) => tx`
  s.candidate_id = t.candidate_id and s.other_id is not distinct from t.other_id
  and s.case_id is not distinct from t.case_id
  and ${'caseId' in target ? tx`t.to_case = ${target.caseId}` : tx`t.to_candidate = ${target.candidateId}`}`
