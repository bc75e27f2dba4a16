import type { Sql } from '../db/connect.ts'
import { recount } from './queries-voices.ts'
import type { SampleVerdict } from './sample.ts'

/** What was set aside in [from, before) is drawn from; `from` null: since the beginning. */
export type DrawWindow = { from: Date | null; before: Date }
type Chosen = { postId: number; sourceId: number; category: string | null }
/** The texts of one channel: how many there are, and as many as may be drawn, in an order of chance. */
export type Stratum = { channel: string; size: number; posts: Chosen[] }
export type Drawn = Chosen & { channel: string; size: number; drawn: number }

/** Two processes that draw at once would draw twice. */
export async function lockDrawing(tx: Sql, regionId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`dengar:sample:${regionId}`}, 0))`
}

export async function isDrawnOn(tx: Sql, regionId: string, day: string): Promise<boolean> {
  const rows = await tx`
    select 1 from samples where region_id = ${regionId} and drawn_on = ${day} limit 1`
  return rows.length > 0
}

/** The moment until which all draws so far have taken posts, or null before the first one. */
export async function drawnUntil(tx: Sql, regionId: string): Promise<Date | null> {
  const [row] = await tx<{ until: Date | null }[]>`
    select max(drawn_before) as until from samples where region_id = ${regionId}`
  return row?.until ?? null
}

/**
 * What can be drawn, by channel. A text that was set aside more than once takes part once, by its first
 * copy. `gen_random_uuid` and not `random()`: its numbers come from the operating system.
 */
export const strataOf = (tx: Sql, regionId: string, window: DrawWindow, most: number) =>
  tx<Stratum[]>`
    with texts as (
      select distinct on (p.raw_hash, p.title) p.id, p.channel, p.source_id, r.category
        from posts p
        left join readings r on r.id = p.reading_id
       where p.region_id = ${regionId} and p.outcome = 'set_aside'
         and p.grouped_at < ${window.before}
         ${window.from === null ? tx`` : tx`and p.grouped_at >= ${window.from}`}
         and not exists (select 1 from samples s where s.post_id = p.id)
       order by p.raw_hash, p.title, p.id
    ),
    shuffled as (
      select id, channel, source_id, category, count(*) over (partition by channel) as size,
             row_number() over (partition by channel order by gen_random_uuid()) as place
        from texts
    )
    select channel, min(size) as size,
           jsonb_agg(jsonb_build_object('postId', id, 'sourceId', source_id, 'category', category)
                     order by place) as posts
      from shuffled
     where place <= ${most}
     group by channel
     order by min(size) desc, channel`

export async function insertSamples(
  tx: Sql,
  regionId: string,
  { day, from, before }: DrawWindow & { day: string },
  drawn: Drawn[],
): Promise<void> {
  const rows = drawn.map((each) => ({
    regionId,
    postId: each.postId,
    drawnOn: day,
    drawnFrom: from,
    drawnBefore: before,
    channel: each.channel,
    stratumSize: each.size,
    stratumDrawn: each.drawn,
    sourceId: each.sourceId,
    category: each.category,
  }))
  await tx`insert into samples ${tx(rows)}`
}

export type StoredSample = {
  id: number
  title: string | null
  text: string
  channel: string
  sourceName: string
  at: Date
  drawnOn: string
}

/** The newest day first; within a day as they were shuffled. */
export async function sampleToJudge(
  sql: Sql,
  regionId: string,
  since: string,
): Promise<StoredSample | undefined> {
  const [row] = await sql<StoredSample[]>`
    select m.id, p.title, p.text, p.channel, s.name as source_name, p.created_at as at,
           to_char(m.drawn_on, 'YYYY-MM-DD') as drawn_on
      from samples m
      join posts p on p.id = m.post_id
      join sources s on s.id = m.source_id
     where m.region_id = ${regionId} and m.drawn_on >= ${since} and m.decided_at is null
     order by m.drawn_on desc, m.id
     limit 1`
  return row
}

export type SampleCounts = { waiting: number; total: number; handled: number }

/** How many wait since `since`; how many there are of `day`, and how many of these are done. */
export async function countSamples(
  sql: Sql,
  regionId: string,
  { since, day }: { since: string; day: string },
): Promise<SampleCounts> {
  const [row] = await sql<SampleCounts[]>`
    select count(*) filter (where decided_at is null) as waiting,
           count(*) filter (where drawn_on = ${day}) as total,
           count(*) filter (where drawn_on = ${day} and decided_at is not null) as handled
      from samples
     where region_id = ${regionId} and drawn_on >= ${since}`
  return row ?? { waiting: 0, total: 0, handled: 0 }
}

/** What this officer did last in these days. */
export async function lastJudged(
  sql: Sql,
  regionId: string,
  { officerId, since }: { officerId: number; since: string },
): Promise<{ id: number; verdict: SampleVerdict } | undefined> {
  const [row] = await sql<{ id: number; verdict: SampleVerdict }[]>`
    select id, coalesce(verdict, 'skipped') as verdict
      from samples
     where region_id = ${regionId} and drawn_on >= ${since} and decided_by = ${officerId}
     order by decided_at desc, id desc
     limit 1`
  return row
}

export type LockedSample = {
  id: number
  postId: number
  verdict: 'complaint' | 'not_complaint' | null
  skipped: boolean
  decidedBy: number | null
  decidedAt: Date | null
}

/** Of two analysts who judge at once, the second waits here and then sees the verdict. */
export async function sampleForUpdate(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<LockedSample | undefined> {
  const [row] = await tx<LockedSample[]>`
    select id, post_id, verdict, skipped, decided_by, decided_at
      from samples
     where region_id = ${regionId} and id = ${id}
       for no key update`
  return row
}

export async function writeVerdict(
  tx: Sql,
  id: number,
  by: { verdict: SampleVerdict; officerId: number; now: Date },
): Promise<void> {
  await tx`
    update samples
       set verdict = ${by.verdict === 'skipped' ? null : by.verdict},
           skipped = ${by.verdict === 'skipped'}, decided_by = ${by.officerId},
           decided_at = ${by.now}
     where id = ${id}`
}

export async function clearVerdict(tx: Sql, id: number): Promise<void> {
  await tx`
    update samples set verdict = null, skipped = false, decided_by = null, decided_at = null
     where id = ${id}`
}

/** A person has called it a complaint: grouping takes it up again, and hears it this time. */
export async function sendToGrouping(tx: Sql, postId: number): Promise<void> {
  await tx`
    update posts set grouped_at = null, outcome = null
     where id = ${postId} and outcome = 'set_aside'`
}

/** Locked: while it is taken back, grouping passes over it. */
export async function postForUpdate(
  tx: Sql,
  postId: number,
): Promise<{ outcome: 'set_aside' | 'candidate' | null } | undefined> {
  const [row] = await tx<{ outcome: 'set_aside' | 'candidate' | null }[]>`
    select outcome from posts where id = ${postId} for update`
  return row
}

export async function setAside(tx: Sql, postId: number, now: Date): Promise<void> {
  await tx`update posts set grouped_at = ${now}, outcome = 'set_aside' where id = ${postId}`
}

/**
 * Where the post speaks because a person found it; not where the machine itself has put it, nor where
 * another person has moved it from there.
 */
export async function foundVoice(
  tx: Sql,
  postId: number,
): Promise<{ id: number; candidateId: number } | undefined> {
  const [row] = await tx<{ id: number; candidateId: number }[]>`
    select v.id, v.candidate_id from voices v
     where v.post_id = ${postId} and v.left_at is null and v.officer_id is not null
       and not exists (select 1 from voices b
                        where b.post_id = v.post_id and b.left_at is not null
                          and b.officer_id is null)`
  return row
}

/** The voice keeps its row. @returns how many voices the candidate has left */
export async function leaveCandidate(
  tx: Sql,
  voice: { id: number; candidateId: number },
  by: { officerId: number; now: Date },
): Promise<number> {
  await tx`
    update voices set left_at = ${by.now}, left_by = ${by.officerId} where id = ${voice.id}`
  return recount(tx, voice.candidateId)
}
