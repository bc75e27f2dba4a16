/** Where a batch of messages finds voices that may be its problems: one statement for the whole batch each. */
import type { Sql } from '../db/connect.ts'
import { byIndex, isKnown, standing, writerOfPost } from './queries-known.ts'
import { MOST_IN_KELURAHAN, MOST_NEAR, MOST_NEARBY } from './reach.ts'

/** The message of a batch that asked, by its place in the batch, and a voice that may be its problem. */
export type Found = { asker: number; voiceId: number }

/** What is searched: one region, by the vectors of one function. */
export type Among = { regionId: string; embedderId: number }

type Asking<T> = readonly ({ asker: number } & T)[]

/** Voices that are the same page; a comment only stands on one. */
export const voicesOfUrls = (
  tx: Sql,
  { regionId }: Among,
  asking: Asking<{ url: string }>,
): Promise<Found[]> =>
  tx<Found[]>`
    select distinct on (a.asker) a.asker, v.id as voice_id
      from ${askers(tx, asking)} join unnest(${asking.map(({ url }) => url)}::text[])
           with ordinality as u (url, n) using (n)
      join posts p on p.region_id = ${regionId} and p.canonical_url = u.url
                  and p.kind not in ('reply', 'comment', 'review')
      join voices v on v.post_id = p.id and v.left_at is null
     order by a.asker, v.id`

/** The voices of the posts that these repeat, quote or answer. */
export const voicesOfParents = (
  tx: Sql,
  { regionId }: Among,
  asking: Asking<{ sourceKind: string; nativeId: string }>,
): Promise<Found[]> =>
  tx<Found[]>`
    select a.asker, v.id as voice_id
      from ${askers(tx, asking)}
      join unnest(${asking.map((one) => one.sourceKind)}::text[], ${asking.map((one) => one.nativeId)}::text[])
           with ordinality as u (source_kind, native_id, n) using (n)
      join posts p on p.region_id = ${regionId} and p.source_kind = u.source_kind
                  and p.native_id = u.native_id
      join voices v on v.post_id = p.id and v.left_at is null`

/** A voice of each case, or the filing, whose public number a message names. */
export const voicesOfNumbers = (
  tx: Sql,
  { regionId }: Among,
  asking: Asking<{ number: string }>,
): Promise<Found[]> =>
  tx<Found[]>`
    with u as (
      select a.asker, n.number
        from ${askers(tx, asking)}
        join unnest(${asking.map(({ number }) => number)}::text[]) with ordinality as n (number, n) using (n)
    )
    select u.asker, min(v.id) as voice_id
      from u
      join cases k on k.region_id = ${regionId} and k.number = u.number
      join candidates c on c.case_id = k.id
      join voices v on v.candidate_id = c.id and v.left_at is null
     group by u.asker
     union all
    select u.asker, v.id
      from u
      join filings f on f.region_id = ${regionId} and f.number = u.number
      join voices v on v.filing_id = f.id and v.left_at is null`

/** Between which times a message is looked for. */
export type During = { since: Date; until: Date }

/** Voices with the very same words, the newest twenty. */
export const voicesOfHashes = (
  tx: Sql,
  { regionId, embedderId }: Among,
  asking: Asking<During & { hash: Buffer }>,
): Promise<Found[]> =>
  tx<Found[]>`
    select a.asker, g.voice_id
      from ${during(tx, asking)}
      join unnest(${asking.map(({ hash }) => `\\\\x${hash.toString('hex')}`)}::bytea[]) with ordinality as u (hash, n) using (n)
     cross join lateral (
           select g.voice_id
             from fingerprints g
            where g.region_id = ${regionId} and g.embedder_id = ${embedderId} and g.text_hash = u.hash
              and g.at between a.since and a.until and ${withinAll(tx, asking)}
            order by g.id desc
            limit 20) g`

type Walk = { asking: Asking<During & { vector: string }>; ef: number; isStanding: boolean }

/**
 * Voices whose words are nearest; `ef`: see byIndex. `isStanding`: what stands is asked row by row while the index is
 * walked, which takes a fifth longer, and finds something behind any number of copies of what was dismissed.
 */
export const nearestVoices = (
  tx: Sql,
  { regionId, embedderId }: Among,
  { asking, ef, isStanding }: Walk,
): Promise<Found[]> =>
  byIndex(
    tx,
    ef,
    () => tx<Found[]>`
      with asked as materialized (
        select a.asker, a.since, a.until, u.vector::halfvec(256) as vector
          from ${during(tx, asking)}
          join unnest(${asking.map(({ vector }) => vector)}::text[]) with ordinality as u (vector, n) using (n)
      )
      select a.asker, g.voice_id
        from asked a
       cross join lateral (
             select g.voice_id
               from fingerprints g
              where g.region_id = ${regionId} and g.embedder_id = ${embedderId}
                and g.at between a.since and a.until and ${withinAll(tx, asking)}
                ${isStanding ? tx`and (select ${isKnown(tx)} from ${standing(tx)} where v.id = g.voice_id)` : tx``}
              order by g.embedding <=> a.vector
              limit ${MOST_NEAR}) g`,
  )

/**
 * Voices of the same kelurahan whose words are nearest, all compared: where thousands tell nearly the same of
 * one street after another, the index of vectors misses some of them. Vectors have the length 1: the inner
 * product orders them as the cosine does, in half the time.
 */
export const nearestInKelurahan = (
  tx: Sql,
  { regionId, embedderId }: Among,
  asking: Asking<During & { vector: string; kelurahanCode: string }>,
): Promise<Found[]> =>
  tx<Found[]>`
    with asked as materialized (
      select a.asker, a.since, a.until, u.kelurahan_code, u.vector::halfvec(256) as vector
        from ${during(tx, asking)}
        join unnest(${asking.map((one) => one.kelurahanCode)}::text[], ${asking.map(({ vector }) => vector)}::text[])
             with ordinality as u (kelurahan_code, vector, n) using (n)
    )
    select a.asker, g.voice_id
      from asked a
     cross join lateral (
           select g.voice_id
             from fingerprints g
            where g.region_id = ${regionId} and g.embedder_id = ${embedderId}
              and g.kelurahan_code = a.kelurahan_code
              and g.at between a.since and a.until and ${withinAll(tx, asking)}
            order by (g.embedding <#> a.vector) + 0   -- a sum is in no index: compare them all
            limit ${MOST_IN_KELURAHAN}) g`

/** The place and kind of a message; `lately` begins the days in which a whole kecamatan counts. */
export type Area = {
  category: string
  kecamatanCode: string
  kelurahanCode: string | null
  lately: Date
}

/**
 * The first voice of each problem of the same kind in the same area, whatever its words: what was told of
 * lately, and what stands in a case that is still open in the same kelurahan, however old.
 */
export const voicesNearby = (
  tx: Sql,
  { regionId }: Among,
  asking: Asking<During & Area>,
): Promise<Found[]> =>
  tx<Found[]>`
    with asked as materialized (
      select a.asker, a.since, a.until, u.category, u.kecamatan_code, u.kelurahan_code, u.lately
        from ${during(tx, asking)}
        join unnest(${asking.map((one) => one.category)}::text[],
                    ${asking.map((one) => one.kecamatanCode)}::text[],
                    ${asking.map((one) => one.kelurahanCode)}::text[],
                    ${times(asking.map(({ lately }) => lately))}::timestamptz[])
             with ordinality as u (category, kecamatan_code, kelurahan_code, lately, n) using (n)
    )
    select a.asker, v.id as voice_id
      from asked a
     cross join lateral (
           (select c.id
              from candidates c
              left join cases k on k.id = c.case_id
             where c.region_id = ${regionId} and c.status in ('waiting', 'merged', 'opened')
               and c.kecamatan_code = a.kecamatan_code
               and c.category = a.category and c.first_at <= a.until and c.last_at >= a.since
               and (c.last_at >= a.lately or c.kelurahan_code = a.kelurahan_code)
               and (c.status = 'waiting' or k.status not in ('closed', 'declined'))
             order by c.last_at desc
             limit ${MOST_NEARBY})
            union all
           (select c.id
              from cases k
              join candidates c on c.case_id = k.id
             where k.region_id = ${regionId} and k.kelurahan_code = a.kelurahan_code
               and k.category = a.category and k.status not in ('closed', 'declined')
               and c.last_at < a.since
             order by k.id desc
             limit ${MOST_NEARBY})) c
     cross join lateral (
           select v.id from voices v
            where v.candidate_id = c.id and v.left_at is null
            order by v.id
            limit 1) v`

/** What the same account, or the same telephone, told of lately. */
export const voicesOfWriters = (
  tx: Sql,
  { regionId }: Among,
  asking: Asking<During & { writer: string }>,
): Promise<Found[]> =>
  tx<Found[]>`
    with asked as materialized (
      select a.asker, a.since, a.until, u.writer
        from ${during(tx, asking)}
        join unnest(${asking.map(({ writer }) => writer)}::text[]) with ordinality as u (writer, n) using (n)
    )
    select a.asker, g.id as voice_id
      from asked a
     cross join lateral (
           (select v.id
              from posts p
              join voices v on v.post_id = p.id and v.left_at is null
             where p.region_id = ${regionId} and p.outcome = 'candidate' and ${writerOfPost(tx)} = a.writer
               and p.created_at between a.since and a.until
             order by p.created_at desc
             limit 10)
            union all
           (select v.id
              from filings f
              join voices v on v.filing_id = f.id and v.left_at is null
             where f.region_id = ${regionId} and 'contact:' || f.contact = a.writer
               and f.filed_at between a.since and a.until
             order by f.filed_at desc
             limit 10)) g`

/** The same for the whole batch: by this the database leaves out whole half-years before it begins. */
const withinAll = (tx: Sql, asking: Asking<During>) => tx`
  g.at between ${earliest(asking.map(({ since }) => since))}
           and ${latest(asking.map(({ until }) => until))}`

const earliest = (dates: readonly Date[]): Date => dates.reduce((a, b) => (a < b ? a : b))
const latest = (dates: readonly Date[]): Date => dates.reduce((a, b) => (a > b ? a : b))
const askers = (tx: Sql, asking: Asking<object>) => tx`
  unnest(${asking.map(({ asker }) => asker)}::int[]) with ordinality as a (asker, n)`

const during = (tx: Sql, asking: Asking<During>) => tx`
  unnest(${asking.map(({ asker }) => asker)}::int[], ${times(asking.map(({ since }) => since))}::timestamptz[],
         ${times(asking.map(({ until }) => until))}::timestamptz[])
    with ordinality as a (asker, since, until, n)`

const times = (dates: readonly Date[]): string[] => dates.map((date) => date.toISOString())
