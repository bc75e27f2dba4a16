import type { Sql } from '../db/connect.ts'

/** A voice that speaks now in a candidate that may still grow, or in a case that was closed. */
export type Known = {
  voiceId: number
  candidateId: number
  caseId: number | null
  /** Its case has been closed: it takes in nothing, but tells that the problem was there before. */
  isClosed: boolean
  text: string
  title: string | null
  address: string | null
  at: Date
  category: string | null
  agencyCode: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
  outside: boolean
  writer: string | null
  /** The voice whose words it repeats. */
  copyOf: number | null
  /** The first voice of its candidate, and between when it was told of. */
  firstVoiceId: number
  firstAt: Date
  lastAt: Date
}

/**
 * A dismissed candidate never swallows a post, nor does a declined case; a closed one is shown. A voice
 * that left speaks elsewhere, or nowhere.
 */
export const isKnown = (tx: Sql) => tx`
  v.left_at is null
  and (c.status = 'waiting' or (c.status in ('opened', 'merged') and k.status <> 'declined'))`

/** What `isKnown` asks. */
export const standing = (tx: Sql) => tx`
  voices v
  join candidates c on c.id = v.candidate_id
  left join cases k on k.id = c.case_id`

/** Who wrote: only compared with each other, within one platform. An article's author is a paper. */
export const writerOfPost = (tx: Sql) => tx`
  case when p.kind <> 'article'
       then p.source_kind || ':' || coalesce(p.author_native_id, p.author_handle) end`

/** The voices as they stand now; those that cannot be a problem's any more are left out. */
export const knownVoices = (tx: Sql, ids: readonly number[]): Promise<Known[]> =>
  tx<Known[]>`
    select v.id as voice_id, c.id as candidate_id, c.case_id, coalesce(k.status = 'closed', false) as is_closed,
           coalesce(p.text, f.text) as text, p.title, f.address, coalesce(p.created_at, f.filed_at) as at,
           r.category, r.agency_code, r.kecamatan_code, r.kelurahan_code, r.place, coalesce(r.outside, false) as outside,
           coalesce(${writerOfPost(tx)}, 'contact:' || f.contact) as writer, v.copy_of,
           (select min(o.id) from voices o where o.candidate_id = c.id and o.left_at is null) as first_voice_id,
           c.first_at, c.last_at
      from ${standing(tx)}
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
      left join readings r on r.id = coalesce(p.reading_id, f.reading_id)
     where v.id = any(${ids as number[]}::bigint[]) and ${isKnown(tx)}`

/**
 * Sets the search of the vector indexes for this transaction: that the walk goes on, up to a limit in each
 * half-year, while a filter leaves too few; else a filter silently loses most neighbours. Compiling such a
 * statement takes ten times as long as running it, and so does planning it anew for each batch.
 */
export async function tuneSearch(tx: Sql, { mostScanned = 4000 } = {}): Promise<void> {
  await tx`
    select set_config('hnsw.iterative_scan', 'relaxed_order', true),
           set_config('hnsw.max_scan_tuples', ${String(mostScanned)}, true),
           set_config('jit', 'off', true),
           set_config('plan_cache_mode', 'force_generic_plan', true)`
}

/**
 * Runs one statement that orders by distance. Without a statistic of the distance the planner would rather
 * compute and sort all of them: sorting is forbidden meanwhile. `ef`: how many are looked at before any filter.
 * Sent as one run, so no other comes between.
 */
export async function byIndex<T>(tx: Sql, ef: number, query: () => PromiseLike<T>): Promise<T> {
  const [, found] = await Promise.all([
    tx`select set_config('enable_sort', 'off', true), set_config('hnsw.ef_search', ${String(ef)}, true)`,
    query(),
    tx`select set_config('enable_sort', 'on', true)`,
  ])
  return found
}
