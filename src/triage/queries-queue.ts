import type { Sql } from '../db/connect.ts'
import type { Page } from '../page.ts'
import type { CandidateRow, CandidateStatus } from './candidate.ts'
import { CONFIDENCE, type Confidence } from './priority.ts'
import { priorityOrder } from './queries-priority.ts'
import { rowsOf } from './queries-rows.ts'
import type { AskedQueue, QueueSort } from './queue.ts'

type Fragment = ReturnType<Sql>

export type Totals = { total: number; oldestAt: Date | null; urgent: number; snoozed: number }

export async function queueTotals(sql: Sql, regionId: string, asked: AskedQueue): Promise<Totals> {
  const shown = shownNow(sql, asked)
  const [row] = await sql<Totals[]>`
    select count(*) filter (where ${shown}) as total,
           min(c.first_at) filter (where ${shown}) as oldest_at,
           count(*) filter (where ${shown} and c.urgent) as urgent,
           count(*) filter (where c.status = 'waiting' and ${snoozed(sql, asked.now)}) as snoozed
      from candidates c
     where ${matching(sql, regionId, asked)}`
  return row ?? { total: 0, oldestAt: null, urgent: 0, snoozed: 0 }
}

export const queuePage = (
  sql: Sql,
  regionId: string,
  asked: AskedQueue,
  page: Page,
): Promise<CandidateRow[]> => {
  const order = queueOrder(sql, asked)
  const found: Fragment = sql`
    select c.id from candidates c
     where ${inQueue(sql, regionId, asked)}
     order by ${order}
     limit ${page.limit} offset ${page.offset}`
  return rowsOf(sql, { found, order, now: asked.now })
}

/** The ids of all that match, in order. */
export async function queueIds(
  sql: Sql,
  regionId: string,
  asked: AskedQueue,
  limit: number,
): Promise<number[]> {
  // One text for all: ten thousand rows take three times as long.
  const [row] = await sql<{ ids: string | null }[]>`
    select string_agg(found.id::text, ',' order by found.n) as ids
      from (select c.id, row_number() over (order by ${queueOrder(sql, asked)}) as n
              from candidates c
             where ${inQueue(sql, regionId, asked)}
             order by n
             limit ${limit}) found`
  return numbersOf(row?.ids)
}

/** In which order the candidates `c` are listed. */
export function queueOrder(sql: Sql, { sort, status, now }: AskedQueue): Fragment {
  const orders: Record<QueueSort, Fragment> = {
    priority: priorityOrder(sql, now),
    newest: sql`c.last_at desc, c.id desc`,
    oldest: sql`c.first_at, c.id`,
  }
  if (sort) return orders[sort]
  return status === 'waiting' ? orders.priority : sql`c.decided_at desc, c.id desc`
}

/** Which candidates `c` are listed. */
export const inQueue = (sql: Sql, regionId: string, asked: AskedQueue): Fragment =>
  sql`${matching(sql, regionId, asked)} and ${shownNow(sql, asked)}`

/** Of those that wait only the ones that are snoozed, or only the others. */
function shownNow(sql: Sql, asked: AskedQueue): Fragment {
  if (asked.status !== 'waiting') return sql`true`
  return asked.snoozed ? snoozed(sql, asked.now) : sql`not ${snoozed(sql, asked.now)}`
}

const snoozed = (sql: Sql, now: Date): Fragment =>
  sql`(c.snoozed_until is not null and c.snoozed_until > ${now})`

/** All filters but that of what is snoozed. */
function matching(sql: Sql, regionId: string, asked: AskedQueue): Fragment {
  const { status, category, agency, kecamatan, source, said } = asked
  const { urgent, filed, confidential, overdue, assigned, label, modus, confidence, age, now } =
    asked
  const and = <T>(value: T | undefined, condition: (value: T) => Fragment) =>
    value === undefined ? sql`` : sql`and ${condition(value)}`
  return sql`
    c.region_id = ${regionId} and c.status = ${status}
    ${and(category, (code) => sql`c.category = ${code}`)}
    ${and(agency, (code) => sql`c.agency_code = ${code}`)}
    ${and(kecamatan, (code) => sql`c.kecamatan_code = ${code}`)}
    ${and(urgent, (is) => sql`c.urgent = ${is}`)}
    ${and(filed, (is) => sql`c.filed = ${is}`)}
    ${and(confidential, (is) => sql`c.confidential = ${is}`)}
    ${and(overdue, () => sql`c.due_at < ${now}`)}
    ${and(assigned, (to) => (to === null ? sql`c.assigned_to is null` : sql`c.assigned_to = ${to}`))}
    ${and(label, (word) => sql`c.labels @> array[${word}] and ${labelled(sql)}`)}
    ${and(modus, (code) => sql`c.modus @> array[${code as string}]`)}
    ${and(confidence, (level) => asSure(sql, level))}
    ${and(age, (hours) => sql`c.first_at < ${new Date(now.getTime() - hours * 3_600_000)}`)}
    ${and(source, (id) => fromSource(sql, id))}
    ${said ? sql`and c.id = any(${said as number[]}::bigint[])` : sql``}`
}

/** As the index of labels says it, or it is not used. */
const labelled = (sql: Sql) => sql`c.labels <> '{}'`

function asSure(sql: Sql, level: Confidence): Fragment {
  const { middle, high } = CONFIDENCE
  const levels: Record<Confidence, Fragment> = {
    low: sql`c.probability < ${middle}::real`,
    middle: sql`c.probability between ${middle}::real and ${high}::real`,
    high: sql`c.probability > ${high}::real`,
  }
  return levels[level]
}

const fromSource = (sql: Sql, source: number): Fragment => sql`c.id in (
  select v.candidate_id from voices v join posts p on p.id = v.post_id
   where v.left_at is null and p.source_id = ${source})`

type Among = { regionId: string; status: CandidateStatus; seesPersons: boolean }

/** Those in which these words stand: all texts are looked through, so it is asked once for all that is listed. */
export async function idsSaying(sql: Sql, among: Among, q: string): Promise<number[]> {
  const { regionId, status } = among
  const [row] = await sql<{ ids: string | null }[]>`
    select string_agg(c.id::text, ',') as ids
      from candidates c
     where c.region_id = ${regionId} and c.status = ${status}
       and ${saying(sql, among, `%${q.replace(/[\\%_]/g, '\\$&')}%`)}`
  return numbersOf(row?.ids)
}

const numbersOf = (ids: string | null | undefined): number[] => ids?.split(',').map(Number) ?? []

/**
 * Each text is looked through once; asking candidate by candidate took twice as long. Only texts of
 * candidates in this status are: most posts that were ever grouped are decided.
 */
const saying = (sql: Sql, { regionId, status, seesPersons }: Among, pattern: string) => sql`(
  ${seesPersons ? sql`c.title ilike ${pattern} or c.place ilike ${pattern}` : shownWords(sql, pattern)}
  or c.case_id in (
    select k.id from cases k where k.region_id = ${regionId} and k.number ilike ${pattern})
  or c.id in (
    select v.candidate_id
      from candidates told
      join voices v on v.candidate_id = told.id and v.left_at is null
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
     where told.region_id = ${regionId} and told.status = ${status}
       and (p.text ilike ${pattern} or f.text ilike ${pattern}
            or f.number ilike ${pattern}
               ${seesPersons ? sql`` : sql`and not (f.confidential or told.confidential or ${ofSecretCase(sql)})`})))`

const ofSecretCase = (sql: Sql) => sql`
  exists (select from cases k where k.id = told.case_id and k.confidential)`

/** Who never sees a person must not find one by trying addresses: as `maskPlace` shows a row. */
const shownWords = (sql: Sql, pattern: string) => sql`
  case when c.filed then split_part(c.title, ' · ', 1) ilike ${pattern}
       else c.title ilike ${pattern} or c.place ilike ${pattern} end`
