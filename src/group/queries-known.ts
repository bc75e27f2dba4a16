import type { Sql } from '../db/connect.ts'
import { MOST_NEAR, MOST_NEARBY } from './reach.ts'

/** A voice that speaks now in a candidate that may still grow. */
export type Known = {
  voiceId: number
  candidateId: number
  caseId: number | null
  text: string
  title: string | null
  address: string | null
  at: Date
  category: string | null
  agencyCode: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
}

/**
 * Only what waits, or stands in a case that is not finished, takes in new voices: a dismissed candidate
 * never swallows a post, and a closed case is no answer to what happens now.
 */
const isOpen = (tx: Sql) => tx`
  v.left_at is null
  and (c.status = 'waiting'
       or (c.status in ('opened', 'merged') and k.status not in ('closed', 'declined')))`

const knownColumns = (tx: Sql) => tx`
  v.id as voice_id, c.id as candidate_id, c.case_id, coalesce(p.text, f.text) as text, p.title, f.address,
  coalesce(p.created_at, f.filed_at) as at, r.category, r.agency_code, r.kecamatan_code, r.kelurahan_code,
  r.place`

const knownTables = (tx: Sql) => tx`
  voices v
  join candidates c on c.id = v.candidate_id
  left join cases k on k.id = c.case_id
  left join posts p on p.id = v.post_id
  left join filings f on f.id = v.filing_id
  left join readings r on r.id = coalesce(p.reading_id, f.reading_id)`

/** A voice that is the same page; a comment only stands on one. */
export async function voiceOfUrl(
  tx: Sql,
  regionId: string,
  url: string,
): Promise<Known | undefined> {
  const [row] = await tx<Known[]>`
    select ${knownColumns(tx)}
      from ${knownTables(tx)}
     where p.region_id = ${regionId} and p.canonical_url = ${url}
       and p.kind not in ('reply', 'comment', 'review') and ${isOpen(tx)}
     order by v.id
     limit 1`
  return row
}

/** The voice of the post that this one repeats, quotes or answers. */
export async function voiceOfParent(
  tx: Sql,
  regionId: string,
  parent: { sourceKind: string; nativeId: string },
): Promise<Known | undefined> {
  const [row] = await tx<Known[]>`
    select ${knownColumns(tx)}
      from ${knownTables(tx)}
     where p.region_id = ${regionId} and p.source_kind = ${parent.sourceKind}
       and p.native_id = ${parent.nativeId} and ${isOpen(tx)}
     limit 1`
  return row
}

/** Messages of one region that were said not too long before or after another. */
export type Around = { regionId: string; since: Date; until: Date }

/** Voices with the very same words, the newest first. */
export const voicesOfHash = (
  tx: Sql,
  { regionId, since, until }: Around,
  hash: Buffer,
): Promise<Known[]> =>
  tx<Known[]>`
    select ${knownColumns(tx)}
      from fingerprints g
      join ${knownTables(tx)} on v.id = g.voice_id
     where g.region_id = ${regionId} and g.text_hash = ${hash} and g.at between ${since} and ${until}
       and ${isOpen(tx)}
     order by g.id desc
     limit 20`

/**
 * Voices whose words are nearest to the embedding. What is open is asked row by row while the index is
 * walked: a limit before it would hand out nothing but copies of what was dismissed, and as a join it
 * is quadratic until the tables are analyzed.
 */
export const nearestVoices = (
  tx: Sql,
  { regionId, since, until }: Around,
  embedding: string,
): Promise<Known[]> =>
  tx<Known[]>`
    with near as materialized (
      select g.voice_id, g.embedding <=> ${embedding}::halfvec as distance
        from fingerprints g
       where g.region_id = ${regionId} and g.at between ${since} and ${until}
         and (select ${isOpen(tx)}
                from voices v
                join candidates c on c.id = v.candidate_id
                left join cases k on k.id = c.case_id
               where v.id = g.voice_id)
       order by g.embedding <=> ${embedding}::halfvec
       limit ${MOST_NEAR}
    )
    select ${knownColumns(tx)}
      from near
      join ${knownTables(tx)} on v.id = near.voice_id
     order by near.distance, v.id`

/** The place and category of a message; `lately` begins the days in which a whole kecamatan counts. */
export type Nearby = {
  category: string
  kecamatanCode: string
  kelurahanCode: string | null
  lately: Date
}

/** The first voice of each problem of the same kind in the same area, whatever its words; the newest first. */
export const voicesNearby = (
  tx: Sql,
  { regionId, since, until }: Around,
  { category, kecamatanCode, kelurahanCode, lately }: Nearby,
): Promise<Known[]> =>
  tx<Known[]>`
    select distinct on (c.id) ${knownColumns(tx)}
      from ${knownTables(tx)}
     where c.region_id = ${regionId} and c.kecamatan_code = ${kecamatanCode}
       and c.category = ${category} and c.first_at <= ${until}
       and (c.last_at >= ${lately} or (c.kelurahan_code = ${kelurahanCode} and c.last_at >= ${since}))
       and c.status <> 'dismissed' and ${isOpen(tx)}
     order by c.id desc, v.id
     limit ${MOST_NEARBY}`
