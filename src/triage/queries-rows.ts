import type { Sql } from '../db/connect.ts'
import type { CandidateRow } from './candidate.ts'
import { NO_PRIORITY, type Priority, priorityOf } from './priority.ts'

type Fragment = ReturnType<Sql>

/** `found` selects the ids of candidates, `order` sorts them as `c`. */
type Wanted = { found: Fragment; order: Fragment; now?: Date | undefined }

/** The rows of `found`, with names instead of codes and what its voices have in common. */
export async function rowsOf(
  sql: Sql,
  { found, order, now = new Date() }: Wanted,
): Promise<CandidateRow[]> {
  // Names are asked for one by one: as joins, which the planner puts in order, planning took longer than all else.
  const rows = await sql<Omit<CandidateRow, keyof Priority>[]>`
    with found as (${found})
    select c.id, c.status, c.filed, c.title, coalesce(beginning.text, '') as excerpt, c.probability,
           c.category,
           (select jsonb_build_object('code', a.code, 'name', a.name, 'short', a.short)
              from agencies a
             where a.region_id = c.region_id and a.code = c.agency_code) as agency,
           ${area(sql, sql`c.kecamatan_code`)} as kecamatan,
           ${area(sql, sql`c.kelurahan_code`)} as kelurahan,
           c.place, c.urgent, c.emergency, c.confidential, c.modus, c.voice_count, c.copy_count,
           coalesce(said.calls, '{}') as calls,
           coalesce(said.channels, '{}') as channels, coalesce(said.sources, '{}') as sources,
           c.first_at, c.last_at, c.due_at, c.version, c.case_id,
           (select k.number from cases k where k.id = c.case_id) as case_number,
           c.joined_id, c.split_from, c.dismiss_reason, c.labels,
           array(select jsonb_object_keys(c.corrected) order by 1) as corrected,
           case when c.snoozed_until > ${now} then c.snoozed_until end as snoozed_until,
           ${person(sql, sql`c.assigned_to`)} as assigned_to,
           ${person(sql, sql`c.decided_by`)} as decided_by,
           c.decided_at
      from found
      join candidates c on c.id = found.id
      left join lateral (
        select array_agg(distinct coalesce(p.channel, f.channel)) as channels,
               array_agg(distinct r.call) filter (where r.call is not null) as calls,
               array_agg(distinct s.name) filter (where s.name is not null) as sources
          from voices v
          left join posts p on p.id = v.post_id
          left join filings f on f.id = v.filing_id
          left join sources s on s.id = p.source_id
          left join readings r on r.id = coalesce(p.reading_id, f.reading_id)
         where v.candidate_id = c.id and v.left_at is null
      ) said on true
      left join lateral (
        select left(regexp_replace(left(coalesce(p.text, f.text), 600), '\\s+', ' ', 'g'), 280) as text
          from voices v
          left join posts p on p.id = v.post_id
          left join filings f on f.id = v.filing_id
         where v.candidate_id = c.id and v.left_at is null
         order by coalesce(p.created_at, f.filed_at), v.id
         limit 1
      ) beginning on true
     order by ${order}`
  return rows.map((row) => ({
    ...row,
    ...(row.status === 'waiting' ? priorityOf(row, now) : NO_PRIORITY),
  }))
}

const area = (sql: Sql, code: Fragment) => sql`(
  select jsonb_build_object('code', a.code, 'name', a.name)
    from areas a
   where a.region_id = c.region_id and a.code = ${code})`

const person = (sql: Sql, id: Fragment) => sql`(
  select jsonb_build_object('id', o.id, 'name', o.name) from officers o where o.id = ${id})`
