import type { Sql } from '../db/connect.ts'
import type { Cursor, Json } from './source-kind.ts'

export type DueSource = {
  id: number
  regionId: string
  timezone: string
  kind: string
  url: string
  channel: string
  settings: Json
  cursor: Cursor
  intervalMinutes: number
  errorCount: number
  /** This worker's claim: whoever writes checks that it is still there. */
  claimedUntil: Date
}

type Claim = {
  kinds: string[]
  regionId: string | null
  now: Date
  /** Sources whose next check is not later than this. */
  dueBy: Date
  until: Date
  limit: number
  perHost: number
}

/**
 * Takes sources that are due and that nobody works on; a claim that ran out counts as nobody. Of one
 * host only `perHost` are taken, oldest first.
 */
export function claimDueSources(sql: Sql, claim: Claim): Promise<DueSource[]> {
  return sql<DueSource[]>`
    with due as (
      select id, next_check_at,
             row_number() over (
               partition by lower(substring(url from '^[a-zA-Z]+://([^/?#]*)'))
               order by next_check_at, id) as place
        from sources
       where enabled
         and next_check_at <= ${claim.dueBy}
         and kind = any(${claim.kinds})
         and (${claim.regionId}::text is null or region_id = ${claim.regionId})
         and (claimed_until is null or claimed_until <= ${claim.now})
    ), free as (
      select id
        from sources
       where id in (select id from due where place <= ${claim.perHost}
                     order by next_check_at, id limit ${claim.limit})
         -- looked at again under the lock: another worker may have been faster
         and enabled
         and next_check_at <= ${claim.dueBy}
         and (claimed_until is null or claimed_until <= ${claim.now})
         for update skip locked
    )
    update sources
       set claimed_until = ${claim.until}
      from free, regions
     where sources.id = free.id
       and regions.id = sources.region_id
    returning sources.id, sources.region_id, regions.timezone, sources.kind, sources.url,
              sources.channel, sources.settings, sources.cursor, sources.interval_minutes,
              sources.error_count, sources.claimed_until`
}

type Success = { cursor: Cursor; url: string; now: Date; nextCheckAt: Date }

/** @returns false when the claim was lost meanwhile; then nothing may be saved */
export async function markSucceeded(
  sql: Sql,
  source: DueSource,
  success: Success,
): Promise<boolean> {
  const result = await sql`
    update sources
       set cursor = ${sql.json(success.cursor)}, url = ${success.url},
           checked_at = ${success.now}, succeeded_at = ${success.now},
           next_check_at = ${success.nextCheckAt}, claimed_until = null,
           error_count = 0, last_error = null
     where id = ${source.id} and claimed_until = ${source.claimedUntil}`
  return result.count === 1
}

type Failure = { error: string; now: Date; nextCheckAt: Date; gone: boolean }

/** @returns false when the claim was lost meanwhile */
export async function markFailed(sql: Sql, source: DueSource, failure: Failure): Promise<boolean> {
  const result = await sql`
    update sources
       set checked_at = ${failure.now}, next_check_at = ${failure.nextCheckAt},
           claimed_until = null, error_count = error_count + 1, last_error = ${failure.error},
           enabled = enabled and not ${failure.gone}
     where id = ${source.id} and claimed_until = ${source.claimedUntil}`
  return result.count === 1
}

/** Gives back what this worker took and did not come to: it is due again at once. */
export async function releaseClaims(sql: Sql, sources: DueSource[]): Promise<void> {
  const ids = sources.map((source) => source.id)
  const times = sources.map((source) => source.claimedUntil.toISOString())
  await sql`
    update sources
       set claimed_until = null
      from unnest(${ids}::bigint[], ${times}::timestamptz[]) as mine (id, claimed_until)
     where sources.id = mine.id and sources.claimed_until = mine.claimed_until`
}

/** Two that save into one region wait for each other: rows in different orders would deadlock. */
export async function lockPosts(sql: Sql, regionId: string, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`dengar:posts:${regionId}:${kind}`}, 0))`
}

export type PostColumns = { [Column in (typeof POST_COLUMNS)[number]]: (string | null)[] }

export const POST_COLUMNS = [
  'nativeId',
  'canonicalUrl',
  'parentNativeId',
  'threadRootId',
  'kind',
  'channel',
  'rawHash',
  'authorNativeId',
  'authorHandle',
  'authorName',
  'title',
  'text',
  'lang',
  'place',
  'media',
  'metrics',
  'createdAt',
  'editedAt',
] as const

type Owner = { id: number; regionId: string; kind: string; fetchedAt: Date }

/** Hashes come as hex, times as ISO strings, json as text. @returns how many were new */
export async function insertPosts(sql: Sql, owner: Owner, posts: PostColumns): Promise<number> {
  const result = await sql`
    insert into posts (region_id, source_id, source_kind, fetched_at,
                       native_id, canonical_url, parent_native_id, thread_root_id, kind, channel,
                       raw_hash, author_native_id, author_handle, author_name, title, text, lang,
                       place, media, metrics, created_at, edited_at)
    select ${owner.regionId}, ${owner.id}, ${owner.kind}, ${owner.fetchedAt}::timestamptz,
           native_id, canonical_url, parent_native_id, thread_root_id, kind, channel,
           decode(raw_hash, 'hex'), author_native_id, author_handle, author_name, title, text, lang,
           place::jsonb, media::jsonb, metrics::jsonb,
           created_at::timestamptz, edited_at::timestamptz
      from unnest(${posts.nativeId}::text[], ${posts.canonicalUrl}::text[],
                  ${posts.parentNativeId}::text[], ${posts.threadRootId}::text[],
                  ${posts.kind}::text[], ${posts.channel}::text[], ${posts.rawHash}::text[],
                  ${posts.authorNativeId}::text[], ${posts.authorHandle}::text[],
                  ${posts.authorName}::text[], ${posts.title}::text[], ${posts.text}::text[],
                  ${posts.lang}::text[], ${posts.place}::text[], ${posts.media}::text[],
                  ${posts.metrics}::text[], ${posts.createdAt}::text[], ${posts.editedAt}::text[])
           as given (native_id, canonical_url, parent_native_id, thread_root_id, kind, channel,
                     raw_hash, author_native_id, author_handle, author_name, title, text, lang,
                     place, media, metrics, created_at, edited_at)
    on conflict (region_id, source_kind, native_id) do nothing`
  return result.count
}

export type PushSource = {
  id: number
  regionId: string
  timezone: string
  kind: string
  channel: string
  settings: Json
  enabled: boolean
}

/** A source that is pushed to. */
export async function findSource(
  sql: Sql,
  source: { id: number; kind: string; regionId: string | null },
): Promise<PushSource | undefined> {
  const [row] = await sql<PushSource[]>`
    select sources.id, region_id, regions.timezone, kind, channel, settings, enabled
      from sources
      join regions on regions.id = region_id
     where sources.id = ${source.id} and kind = ${source.kind}
       and (${source.regionId}::text is null or region_id = ${source.regionId})`
  return row
}

/** The source of this name, made when it is not there yet. */
export async function upsertPushSource(
  sql: Sql,
  source: { regionId: string; kind: string; name: string; channel: string },
): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into sources (region_id, kind, name, channel)
    values (${source.regionId}, ${source.kind}, ${source.name}, ${source.channel})
    on conflict (region_id, kind, name) do update set channel = excluded.channel
    returning id`
  return row!.id
}

/** Shown to officers beside polled sources: when something last came in. */
export async function markReceived(sql: Sql, id: number, now: Date): Promise<void> {
  await sql`
    update sources
       set checked_at = ${now}, succeeded_at = ${now}, error_count = 0, last_error = null
     where id = ${id}`
}
