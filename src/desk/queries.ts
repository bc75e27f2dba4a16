import type { Sql } from '../db/connect.ts'
import type { CandidateStatus } from '../triage/candidate.ts'
import { inQueue, queueOrder } from '../triage/queries-queue.ts'
import type { AskedQueue } from '../triage/queue.ts'
import type { Doing, Hold } from './hold.ts'

type Of = { candidateId: number; officerId: number }

/**
 * Locks the row: whoever wants to decide on it, or decides, takes turns. `no key`: voices that refer to it
 * need not wait.
 */
export async function candidateToHold(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<{ status: CandidateStatus } | undefined> {
  const [row] = await tx<{ status: CandidateStatus }[]>`
    select status from candidates where region_id = ${regionId} and id = ${id}
       for no key update`
  return row
}

/** Who is at a candidate of the region now; who decides stands first. */
export async function holdsOf(
  sql: Sql,
  regionId: string,
  { id, now }: { id: number; now: Date },
): Promise<Hold[]> {
  const rows = await sql<Hold[]>`
    select jsonb_build_object('id', o.id, 'name', o.name) as officer, h.doing, h.since
      from holds h
      join officers o on o.id = h.officer_id
     where h.region_id = ${regionId} and h.candidate_id = ${id} and h.until > ${now}
     order by h.doing, h.since, o.id`
  return [...rows]
}

export type RegionHold = Hold & { candidateId: number }

const MOST_HOLDS = 500

/** Who is where in the whole region, of what still waits. */
export async function holdsInRegion(sql: Sql, regionId: string, now: Date): Promise<RegionHold[]> {
  const rows = await sql<RegionHold[]>`
    select h.candidate_id, jsonb_build_object('id', o.id, 'name', o.name) as officer, h.doing, h.since
      from holds h
      join officers o on o.id = h.officer_id
      join candidates c on c.id = h.candidate_id and c.status = 'waiting'
     where h.region_id = ${regionId} and h.until > ${now}
     order by h.candidate_id, h.doing, h.since, o.id
     limit ${MOST_HOLDS}`
  return [...rows]
}

/**
 * Frees the one place of who decides: from what has run out, and with `take` also from another officer. The
 * candidate is locked. @returns whether nobody else decides on it now
 */
export async function freeToDecide(
  tx: Sql,
  { candidateId, officerId }: Of,
  { now, take }: { now: Date; take: boolean },
): Promise<boolean> {
  const [row] = await tx<{ left: number }[]>`
    with others as (
      select officer_id from holds
       where candidate_id = ${candidateId} and officer_id <> ${officerId} and doing = 'deciding'),
    gone as (
      delete from holds h using others o
       where h.candidate_id = ${candidateId} and h.officer_id = o.officer_id
         and (h.until <= ${now} or ${take})
      returning h.officer_id)
    select (select count(*) from others) - (select count(*) from gone) as left`
  return row?.left === 0
}

/** A hold that runs is renewed and keeps its beginning; looking does not end one's own deciding. */
export async function putHold(
  tx: Sql,
  of: Of & { regionId: string; doing: Doing; now: Date; until: Date },
): Promise<void> {
  const { now, ...row } = of
  await tx`
    insert into holds ${tx({ ...row, since: now })}
    on conflict (candidate_id, officer_id) do update
       set doing = case when holds.doing = 'deciding' and holds.until > ${now} then 'deciding'
                        else excluded.doing end,
           since = case when holds.until > ${now}
                         and (holds.doing = 'deciding' or excluded.doing = 'looking') then holds.since
                        else excluded.since end,
           until = case when holds.until > ${now} then greatest(holds.until, excluded.until)
                        else excluded.until end`
}

export async function deleteHold(sql: Sql, { candidateId, officerId }: Of): Promise<void> {
  await sql`delete from holds where candidate_id = ${candidateId} and officer_id = ${officerId}`
}

/** The officer is at no candidate any more. */
export async function deleteHoldsOf(tx: Sql, officerId: number): Promise<void> {
  await tx`delete from holds where officer_id = ${officerId}`
}

/** Gives back whatever the officer was to decide on. */
export async function deleteOwnDeciding(sql: Sql, officerId: number): Promise<void> {
  await sql`delete from holds where officer_id = ${officerId} and doing = 'deciding'`
}

/** @returns rows removed: what ran out before, whose browsers have gone. What somebody renews now is passed over. */
export async function deleteOldHolds(sql: Sql, before: Date): Promise<number> {
  const { count } = await sql`
    delete from holds
     where (candidate_id, officer_id) in (
       select candidate_id, officer_id from holds where until < ${before} for update skip locked)`
  return count
}

export type Free = { officerId: number; skip: number[]; isPatient: boolean }

/**
 * The first candidate by the queue's order that nobody else decides on and that was not given to a colleague,
 * locked. What another transaction holds is passed over, unless `isPatient`.
 */
export async function firstFree(
  tx: Sql,
  regionId: string,
  asked: AskedQueue,
  { officerId, skip, isPatient }: Free,
): Promise<number | undefined> {
  const isAnyones = asked.assigned === undefined
  const [row] = await tx<{ id: number }[]>`
    select c.id
      from candidates c
     where ${inQueue(tx, regionId, asked)}
       and not c.id = any(${skip}::bigint[])
       and c.id not in (
         select h.candidate_id from holds h
          where h.region_id = ${regionId} and h.doing = 'deciding' and h.until > ${asked.now}
            and h.officer_id <> ${officerId})
       ${isAnyones ? tx`and coalesce(c.assigned_to, ${officerId}) = ${officerId}` : tx``}
     order by ${queueOrder(tx, asked)}
     limit 1
       for no key update of c ${isPatient ? tx`` : tx`skip locked`}`
  return row?.id
}
