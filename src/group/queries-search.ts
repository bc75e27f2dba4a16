import type { Pool, Sql } from '../db/connect.ts'
import { byIndex, tuneSearch } from './queries-known.ts'
import { columns, tables, visible, type Found, type Scope } from './queries-search-rows.ts'

type Fragment = ReturnType<Sql>

const MOST_NEAR = 40
/** How many the walk through the index looks at before any filter. */
const NEAR_EF = 100
const MOST_NEARBY = 20
const MOST_BY_WORDS = 30
const MOST_OF_A_CASE = 3

/**
 * Runs a search in one snapshot, with the index set for it: without iterative scan a filter silently loses
 * most neighbours. Whoever types waits: when few of the nearest may be seen, 400 of each half-year are looked
 * at.
 */
export const searching = <T>(sql: Pool, work: (tx: Sql) => Promise<T>): Promise<T> =>
  sql.begin('read only', async (tx) => {
    await tuneSearch(tx, { mostScanned: 400 })
    return work(tx)
  }) as Promise<T>

/** Of the text that is looked for, by the function that made the fingerprints. */
export type Vector = { embedderId: number; embedding: string }

/**
 * The voices whose words are nearest to the embedding. What may be seen is asked row by row while the
 * index is walked: a limit before it would hand out nothing but what was dismissed.
 */
export const nearestFound = (
  tx: Sql,
  scope: Scope,
  { embedderId, embedding }: Vector,
): Promise<Found[]> =>
  byIndex(
    tx,
    NEAR_EF,
    () => tx<Found[]>`
    with near as materialized (
      select g.voice_id, g.embedding <=> ${embedding}::halfvec as distance
        from fingerprints g
       where g.region_id = ${scope.regionId}
         and g.embedder_id = ${embedderId}
         and (select v.copy_of is null and ${visible(tx, scope)}
                from voices v
                join candidates c on c.id = v.candidate_id
                left join cases k on k.id = c.case_id
                left join filings f on f.id = v.filing_id
               where v.id = g.voice_id)
       order by g.embedding <=> ${embedding}::halfvec
       limit ${MOST_NEAR}
    )
    select ${columns(tx)}
      from near
      join ${tables(tx)} on v.id = near.voice_id
     order by near.distance, v.id`,
  )

export type Where = {
  category: string
  kecamatanCode: string
  kelurahanCode: string | null
}

/** Of the same category, whatever their words: the newest of the kecamatan, and of the kelurahan the open cases. */
export const nearbyFound = (tx: Sql, scope: Scope, where: Where): Promise<Found[]> =>
  tx<Found[]>`
    with near as materialized (
      select c.id
        from candidates c
        left join cases k on k.id = c.case_id
       where c.region_id = ${scope.regionId} and c.kecamatan_code = ${where.kecamatanCode}
         and c.category = ${where.category} and c.status in ('waiting', 'merged', 'opened')
         ${scope.among === 'open' ? tx`and k.status not in ('closed', 'declined')` : tx``}
         ${scope.among === 'cases' ? tx`and c.case_id is not null` : tx``}
       order by c.last_at desc
       limit ${MOST_NEARBY}
    ), unfinished as materialized (
      select k.id
        from cases k
       where k.region_id = ${scope.regionId} and k.kelurahan_code = ${where.kelurahanCode}
         and k.category = ${where.category} and k.status not in ('closed', 'declined')
       order by k.id desc
       limit ${MOST_NEARBY}
    )
    ${firstVoices(tx, scope, tx`select id from near union ${candidatesOf(tx, tx`select id from unfinished`)}`)}`

/** The words that a row of cases or candidates is found by; the index is on exactly this. */
const words = (tx: Sql, of: Fragment): Fragment => tx`
  to_tsvector('simple', translate(left(${of}.title || ' ' || coalesce(${of}.place, ''), 1000), './-_@:|', '       '))`

/** Cases and, among all, waiting candidates whose title or place has words that begin so; the newest first. */
export const foundByWords = (tx: Sql, scope: Scope, query: string): Promise<Found[]> =>
  tx<Found[]>`
    with named as materialized (
      (select k.id
         from cases k
        where k.region_id = ${scope.regionId} and ${words(tx, tx`k`)} @@ to_tsquery('simple', ${query})
          ${scope.among === 'open' ? tx`and k.status not in ('closed', 'declined')` : tx``}
          ${scope.confidential ? tx`` : tx`and not k.confidential`}
        order by k.status in ('closed', 'declined'), k.id desc
        limit ${MOST_BY_WORDS})
    )
    ${firstVoices(
      tx,
      scope,
      tx`${candidatesOf(tx, tx`select id from named`)}
         ${scope.among === 'all' ? tx`union all ${waitingByWords(tx, scope, query)}` : tx``}`,
    )}`

/** The title and the place of a filed candidate can hold the citizen's address. */
const waitingByWords = (tx: Sql, scope: Scope, query: string): Fragment => tx`
  (select c.id
     from candidates c
    where c.region_id = ${scope.regionId} and c.status = 'waiting'
      and ${words(tx, tx`c`)} @@ to_tsquery('simple', ${query})
      ${scope.person ? tx`` : tx`and not c.filed`}
      ${scope.confidential ? tx`` : tx`and not c.confidential`}
    order by c.id desc
    limit ${MOST_BY_WORDS})`

/** The case of this number, or what the filing of this number became. */
export const foundByNumber = (tx: Sql, scope: Scope, number: string): Promise<Found[]> =>
  tx<Found[]>`
    ${firstVoices(
      tx,
      scope,
      tx`${candidatesOf(
        tx,
        tx`select id from cases where region_id = ${scope.regionId} and number = ${number}`,
      )}
         union all
         select told.candidate_id
           from filings f
           join voices told on told.filing_id = f.id and told.left_at is null
          where f.region_id = ${scope.regionId} and f.number = ${number}
            ${scope.person ? tx`` : tx`and not f.confidential`}`,
    )}`

/** The first candidates that stand in the cases: a case is found by what it began with. */
const candidatesOf = (tx: Sql, cases: Fragment): Fragment => tx`
  select first.id
    from (${cases}) chosen
   cross join lateral (
     select c.id from candidates c where c.case_id = chosen.id order by c.first_at, c.id limit ${MOST_OF_A_CASE}
   ) first`

/** What a candidate's first voice says; undefined when the region has no such candidate. */
export async function candidateVoice(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<Found | undefined> {
  const [row] = await tx<Found[]>`
    select ${columns(tx)}
      from ${tables(tx)}
     where c.region_id = ${regionId} and c.id = ${id}
     order by v.left_at is not null, v.joined_at, v.id
     limit 1`
  return row
}

/**
 * Of each candidate the first voice that speaks and may be seen. The limit, and an order that no index has,
 * keep the planner from walking all voices for a few.
 */
const firstVoices = (tx: Sql, scope: Scope, candidates: Fragment): Fragment => tx`
  select ${columns(tx)}
    from (select any_of.id from (${candidates}) any_of (id) limit 100) chosen
   cross join lateral (
     select v.id
       from voices v
       join candidates c on c.id = v.candidate_id
       left join cases k on k.id = c.case_id
       left join filings f on f.id = v.filing_id
      where v.candidate_id = chosen.id and c.region_id = ${scope.regionId} and ${visible(tx, scope)}
      order by v.joined_at, v.id
      limit 1
   ) speaks
    join ${tables(tx)} on v.id = speaks.id`
