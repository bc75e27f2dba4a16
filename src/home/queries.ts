import type { Sql } from '../db/connect.ts'
import type { AgencyLate, CaseDue, DeskWork, QueueWork, Today } from './home.ts'
import type { Counted } from './growing.ts'

type Now = { regionId: string; now: Date }

/** What is snoozed waits elsewhere and is counted apart. */
export async function queueWork(
  sql: Sql,
  { regionId, now, officerId }: Now & { officerId: number },
): Promise<QueueWork> {
  const [row] = await sql<QueueWork[]>`
    with waits as (
      select c.urgent, c.due_at, c.first_at, c.assigned_to, c.snoozed_until,
             coalesce(c.snoozed_until > ${now}, false) as is_asleep
        from candidates c
       where c.region_id = ${regionId} and c.status = 'waiting'
    )
    select count(*) filter (where not is_asleep) as waiting,
           count(*) filter (where not is_asleep and urgent) as urgent,
           count(*) filter (where due_at < ${now}) as overdue,
           count(*) filter (where not is_asleep and assigned_to = ${officerId}) as mine,
           count(*) filter (where is_asleep) as snoozed,
           min(snoozed_until) filter (where is_asleep) as back_at,
           min(first_at) filter (where not is_asleep) as oldest_at
      from waits`
  if (!row) throw new Error('home: the figures of the queue came back empty')
  return row
}

/** What an officer decided since the day began. */
export async function decidedSince(
  sql: Sql,
  { officerId, since }: { officerId: number; since: Date },
): Promise<Today> {
  const [row] = await sql<Today[]>`
    select count(*) filter (where status = 'opened') as opened,
           count(*) filter (where status = 'merged') as merged,
           count(*) filter (where status = 'dismissed') as dismissed,
           (select count(*) from samples
             where decided_by = ${officerId} and decided_at >= ${since}) as samples
      from candidates
     where decided_by = ${officerId} and decided_at >= ${since}`
  return row ?? { opened: 0, merged: 0, dismissed: 0, samples: 0 }
}

/** When the first of a case's running clocks runs out. */
const nextClock = (sql: Sql) => sql`
  left join lateral (
    select min(due_at) as due_at from clocks where case_id = k.id and stopped_at is null
  ) next on true`

export async function deskWork(sql: Sql, { regionId, now }: Now): Promise<DeskWork> {
  const [row] = await sql<DeskWork[]>`
    select count(*) filter (where k.status = 'opened') as to_dispose,
           min(k.opened_at) filter (where k.status = 'opened') as oldest_opened_at,
           count(*) filter (where k.status = 'answered') as answered,
           min(k.answered_at) filter (where k.status = 'answered') as oldest_answered_at,
           count(*) filter (where k.status in ('disposed', 'in_progress')) as with_agencies,
           count(*) filter (where k.status in ('disposed', 'in_progress')
                              and next.due_at < ${now}) as late
      from cases k ${nextClock(sql)}
     where k.region_id = ${regionId} and k.status not in ('closed', 'declined')`
  if (!row) throw new Error('home: the figures of the cases came back empty')
  return row
}

/** Agencies that are late, the one with the most late cases first. */
export const lateAgencies = (sql: Sql, { regionId, now }: Now, limit: number) =>
  sql<AgencyLate[]>`
    select ag.code, ag.short, ag.name, count(*) as open,
           count(*) filter (where next.due_at < ${now}) as late,
           min(next.due_at) as oldest_due_at
      from cases k
      join agencies ag on ag.region_id = k.region_id and ag.code = k.agency_code
      ${nextClock(sql)}
     where k.region_id = ${regionId} and k.status in ('disposed', 'in_progress')
     group by ag.code, ag.short, ag.name
    having count(*) filter (where next.due_at < ${now}) > 0
     order by late desc, oldest_due_at
     limit ${limit}`

export type Bucket = 'late' | 'today' | 'later'
export type BucketRow = CaseDue & { bucket: Bucket; total: number }

/** The agency's unanswered cases by their nearest limit; of each bucket the first ones, and how many there are. */
export const casesByClock = (
  sql: Sql,
  {
    regionId,
    now,
    endOfDay,
    agencyCode,
    limit,
  }: Now & {
    endOfDay: Date
    agencyCode: string
    limit: number
  },
) => sql<BucketRow[]>`
  with own as (
    select k.id, k.number, k.title, k.status, k.category, k.kecamatan_code, k.place, k.urgent,
           next.due_at, k.disposed_at,
           case when next.due_at < ${now} then 'late' when next.due_at <= ${endOfDay} then 'today'
                else 'later' end as bucket
      from cases k ${nextClock(sql)}
     where k.region_id = ${regionId} and k.agency_code = ${agencyCode}
       and k.disposed_at is not null and k.status in ('disposed', 'in_progress')
  ),
  placed as (
    select id, number, title, status, category, kecamatan_code, place, urgent, due_at, disposed_at,
           bucket, count(*) over (partition by bucket) as total,
           row_number() over (partition by bucket order by due_at nulls last, disposed_at, id) as nth
      from own
  )
  select o.id, o.number, o.title, o.status, o.category, o.urgent, o.place, o.due_at, o.bucket,
         o.total, kec.name as kecamatan, null as agency
    from placed o
    left join areas kec on kec.region_id = ${regionId} and kec.code = o.kecamatan_code
   where o.nth <= ${limit}
   order by o.due_at nulls last, o.disposed_at, o.id`

/** Unanswered cases whose clock of this rung has run out, the longest ago first. */
export const casesPast = (
  sql: Sql,
  { regionId, now, rung, limit }: Now & { rung: string; limit: number },
) => sql<(CaseDue & { total: number })[]>`
  select k.id, k.number, k.title, k.status, k.category, k.urgent, k.place, cl.due_at,
         kec.name as kecamatan, ag.short as agency, count(*) over () as total
    from clocks cl
    join cases k on k.id = cl.case_id and k.region_id = ${regionId}
     and k.status not in ('closed', 'declined')
    left join agencies ag on ag.region_id = k.region_id and ag.code = k.agency_code
    left join areas kec on kec.region_id = k.region_id and kec.code = k.kecamatan_code
   where cl.rung = ${rung} and cl.stopped_at is null and cl.due_at < ${now}
   order by cl.due_at, k.id
   limit ${limit}`

type Since = Now & { since: Date }

/** Posts that were read as complaints and filings, by how many times 24 hours ago they were written. */
export const complaintsByAge = (sql: Sql, { regionId, now, since }: Since) => sql<Counted[]>`
  with said as (
    select p.created_at as at
      from posts p
      join readings r on r.id = p.reading_id and r.complaint
     where p.region_id = ${regionId} and p.created_at > ${since} and p.created_at <= ${now}
    union all
    select f.filed_at from filings f
     where f.region_id = ${regionId} and f.filed_at > ${since} and f.filed_at <= ${now}
  )
  select floor(extract(epoch from ${now}::timestamptz - at) / 86400)::int as ago, count(*) as count
    from said
   group by 1`

/** Problems by kind and by how many times 24 hours ago they were first told, without those dismissed. */
export const problemsByAge = (sql: Sql, { regionId, now, since }: Since) =>
  sql<(Counted & { category: string | null })[]>`
    select c.category, count(*) as count,
           floor(extract(epoch from ${now}::timestamptz - c.first_at) / 86400)::int as ago
      from candidates c
     where c.region_id = ${regionId} and c.status not in ('dismissed', 'joined')
       and c.first_at > ${since} and c.first_at <= ${now}
     group by 1, 3`
