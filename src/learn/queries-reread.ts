import type { Sql } from '../db/connect.ts'
import type { Unread } from '../read/queries.ts'
import type { Grades } from './regrade.ts'

/** A message that was read before, with the reading that counts. */
export type Heard = Unread & {
  said: Grades & { model: string; complaint: boolean; outside: boolean }
  /** No person has decided on it, neither in triage nor in the daily sample. */
  undecided: boolean
  outcome: 'set_aside' | 'candidate' | null
}
export type HeardVoice = Heard & { candidateId: number }
/** `corrected`: the fields that a person has set. */
export type WaitingCandidate = Grades & { id: number; corrected: string[] }

export type Window = {
  regionId: string
  since: Date
  after: number
  limit: number
  /** Whether the rows are to be changed. */
  lock: boolean
}

export async function countMessages(sql: Sql, regionId: string, since: Date): Promise<number> {
  const [row] = await sql<{ messages: number }[]>`
    select (select count(*) from posts
             where region_id = ${regionId} and created_at >= ${since} and read_at is not null)
         + (select count(*) from filings
             where region_id = ${regionId} and filed_at >= ${since} and read_at is not null) as messages`
  return row?.messages ?? 0
}

/** The next waiting candidates that were spoken of since then. */
export const waitingCandidates = (tx: Sql, window: Window): Promise<WaitingCandidate[]> =>
  tx<WaitingCandidate[]>`
    select id, probability, category, agency_code, urgent, emergency, modus,
           array(select jsonb_object_keys(corrected)) as corrected
      from candidates
     where region_id = ${window.regionId} and status = 'waiting' and last_at >= ${window.since}
       and id > ${window.after}
     order by id
     limit ${window.limit}
     ${window.lock ? tx`for no key update` : tx``}`

/** All voices of the candidates, in the order in which they joined. */
export const voicesOf = (tx: Sql, candidates: number[]): Promise<HeardVoice[]> => tx<HeardVoice[]>`
  select v.candidate_id, coalesce(p.id, f.id) as id,
         case when p.id is null then 'filing' else 'post' end as kind,
         coalesce(p.text, f.text) as text, p.title, coalesce(p.channel, f.channel) as channel,
         coalesce(p.created_at, f.filed_at) as at, f.category, f.kelurahan_code, f.address,
         ${said(tx)} as said, true as undecided, p.outcome
    from voices v
    left join posts p on p.id = v.post_id
    left join filings f on f.id = v.filing_id
    join readings r on r.id = coalesce(p.reading_id, f.reading_id)
   where v.candidate_id = any(${candidates}::bigint[]) and v.left_at is null
   order by v.joined_at, v.id`

/** The next posts that do not speak in a waiting candidate. */
export const otherPosts = (tx: Sql, window: Window): Promise<Heard[]> => tx<Heard[]>`
  select p.id, 'post' as kind, p.text, p.title, p.channel, p.created_at as at,
         null as category, null as kelurahan_code, null as address, ${said(tx)} as said,
         p.outcome is distinct from 'candidate'
           and not exists (select 1 from samples m
                            where m.post_id = p.id and m.verdict = 'not_complaint') as undecided,
         p.outcome
    from posts p
    join readings r on r.id = p.reading_id
   where p.region_id = ${window.regionId} and p.read_at is not null
     and p.created_at >= ${window.since} and p.id > ${window.after}
     and not exists (${speaksInWaiting(tx, tx`v.post_id = p.id`)})
   order by p.id
   limit ${window.limit}
   ${window.lock ? tx`for update of p` : tx``}`

/** The next filings that do not speak in a waiting candidate. */
export const otherFilings = (tx: Sql, window: Window): Promise<Heard[]> => tx<Heard[]>`
  select f.id, 'filing' as kind, f.text, null as title, f.channel, f.filed_at as at,
         f.category, f.kelurahan_code, f.address, ${said(tx)} as said,
         f.grouped_at is null as undecided, null as outcome
    from filings f
    join readings r on r.id = f.reading_id
   where f.region_id = ${window.regionId} and f.read_at is not null
     and f.filed_at >= ${window.since} and f.id > ${window.after}
     and not exists (${speaksInWaiting(tx, tx`v.filing_id = f.id`)})
   order by f.id
   limit ${window.limit}
   ${window.lock ? tx`for update of f` : tx``}`

const speaksInWaiting = (tx: Sql, by: ReturnType<Sql>) => tx`
  select 1 from voices v join candidates c on c.id = v.candidate_id
   where ${by} and v.left_at is null and c.status = 'waiting'`

const said = (tx: Sql) => tx`
  jsonb_build_object('model', r.model, 'complaint', r.complaint, 'outside', r.outside,
    'probability', r.probability, 'category', r.category, 'agencyCode', r.agency_code,
    'urgent', r.urgent, 'emergency', r.emergency, 'modus', r.modus)`

/** `again`: grouping has to look at it once more. */
export type Counting = { id: number; readingId: number; again: boolean }

/** Lets these readings count. */
export async function letCount(tx: Sql, kind: Unread['kind'], rows: Counting[]): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  const again = rows.filter((row) => row.again).map(({ id }) => id)
  await tx`
    update ${kind === 'post' ? tx`posts` : tx`filings`} t
       set reading_id = n.reading_id
      from unnest(${ids}::bigint[], ${rows.map(({ readingId }) => readingId)}::bigint[])
           as n (id, reading_id)
     where t.id = n.id`
  if (kind === 'post' && again.length > 0) {
    await tx`
      update posts
         set grouped_at = null, outcome = null
       where id = any(${again}::bigint[]) and outcome = 'set_aside'`
  }
}

/** What was confidential once stays so. */
export async function changeGrades(tx: Sql, id: number, change: Partial<Grades>): Promise<void> {
  await tx`
    update candidates
       set ${tx({ ...change })}, confidential = confidential or ${(change.modus ?? []).length > 0}
     where id = ${id} and status = 'waiting'`
}
