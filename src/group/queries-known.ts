import type { Sql } from '../db/connect.ts'

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

/** A voice that links to the same page. */
export async function voiceOfUrl(
  tx: Sql,
  regionId: string,
  url: string,
): Promise<Known | undefined> {
  const [row] = await tx<Known[]>`
    select ${knownColumns(tx)}
      from ${knownTables(tx)}
     where p.region_id = ${regionId} and p.canonical_url = ${url} and ${isOpen(tx)}
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

/** Voices with the very same words, the newest first. */
export const voicesOfHash = (
  tx: Sql,
  regionId: string,
  hash: Buffer,
  since: Date,
): Promise<Known[]> =>
  tx<Known[]>`
    select ${knownColumns(tx)}
      from fingerprints g
      join ${knownTables(tx)} on v.id = g.voice_id
     where g.region_id = ${regionId} and g.text_hash = ${hash} and g.at > ${since} and ${isOpen(tx)}
     order by g.id desc
     limit 20`

/** How many neighbours the index hands out before the filter; the filter loses few of them. */
const NEIGHBOURS = 60

/** Voices whose words are nearest to the embedding. */
export const nearestVoices = (
  tx: Sql,
  regionId: string,
  embedding: string,
  since: Date,
): Promise<Known[]> =>
  tx<Known[]>`
    with near as materialized (
      select g.voice_id, g.embedding <=> ${embedding}::halfvec as distance
        from fingerprints g
       where g.region_id = ${regionId} and g.at > ${since}
       order by g.embedding <=> ${embedding}::halfvec
       limit ${NEIGHBOURS}
    )
    select ${knownColumns(tx)}
      from near
      join ${knownTables(tx)} on v.id = near.voice_id
     where ${isOpen(tx)}
     order by near.distance, v.id
     limit 20`

/** Voices of the same kind of problem in the same area in the last days, whatever their words. */
export const voicesNearby = (
  tx: Sql,
  regionId: string,
  where: { category: string; kecamatanCode: string; since: Date },
): Promise<Known[]> =>
  tx<Known[]>`
    select distinct on (c.id) ${knownColumns(tx)}
      from candidates c0
      join ${knownTables(tx)} on c.id = c0.id
     where c0.region_id = ${regionId} and c0.category = ${where.category}
       and c0.kecamatan_code = ${where.kecamatanCode} and c0.last_at > ${where.since} and ${isOpen(tx)}
     order by c.id desc, v.id
     limit 30`
