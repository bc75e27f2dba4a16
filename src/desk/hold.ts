/** Who is at a candidate now: officers see each other, and only one decides unless another takes over. */
import type { Pool, Sql } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import {
  candidateToHold,
  deleteHold,
  deleteOldHolds,
  freeToDecide,
  holdsOf,
  putHold,
} from './queries.ts'

export const DOINGS = ['looking', 'deciding'] as const
export type Doing = (typeof DOINGS)[number]

export type Hold = { officer: { id: number; name: string }; doing: Doing; since: Date }

/** `isMine`: it is the caller who decides on it now. */
export type Held = { holds: Hold[]; isMine: boolean }

export type HoldInput = {
  id: number
  doing: Doing
  /** Take over from the officer who decides on it. */
  take?: boolean | undefined
  now?: Date | undefined
}

/** Looking is said again while the screen is open; a browser that went away falls silent. */
const LASTS_MS: Record<Doing, number> = { looking: 60_000, deciding: 10 * 60_000 }

/**
 * Says that the officer looks at a candidate, or wants to decide on it. While another one decides, the answer
 * says so and nothing is taken, unless `take`. It binds nobody: a decision itself is refused only by the
 * candidate's version. 404 unknown. What is decided already is held by nobody.
 */
export async function holdCandidate(sql: Pool, acting: Acting, input: HoldInput): Promise<Held> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { id, now = new Date() } = input
  return sql.begin(async (tx) => {
    const found = await candidateToHold(tx, officer.regionId, id)
    if (!found) throw notFound('Kandidat', id)
    const of = { candidateId: id, officerId: officer.id }
    if (found.status !== 'waiting') {
      await deleteHold(tx, of)
      return { holds: [], isMine: false }
    }
    await put(tx, acting, { ...input, now })
    return heldBy(officer.id, await holdsOf(tx, officer.regionId, { id, now }))
  })
}

/**
 * Puts the hold on a candidate that is locked by this transaction and waits: for deciding, unless another one
 * decides. @returns what the officer does there now
 */
export async function put(
  tx: Sql,
  { officer }: Acting,
  { id, doing, take = false, now }: HoldInput & { now: Date },
): Promise<Doing> {
  const of = { candidateId: id, officerId: officer.id }
  const isFree = doing === 'deciding' && (await freeToDecide(tx, of, { now, take }))
  const granted = isFree ? 'deciding' : 'looking'
  const until = new Date(now.getTime() + LASTS_MS[granted])
  await putHold(tx, { ...of, regionId: officer.regionId, doing: granted, now, until })
  return granted
}

const heldBy = (officerId: number, holds: Hold[]): Held => ({
  holds,
  isMine: holds.some(({ doing, officer }) => doing === 'deciding' && officer.id === officerId),
})

/** The officer has left the candidate. Saying so twice is no error. */
export async function releaseCandidate(
  sql: Pool,
  { officer }: Acting,
  { id, now = new Date() }: { id: number; now?: Date },
): Promise<Held> {
  requireRight(officer, 'queue.decide')
  await deleteHold(sql, { candidateId: id, officerId: officer.id })
  return heldBy(officer.id, await holdsOf(sql, officer.regionId, { id, now }))
}

const HOUR_MS = 3_600_000

/** Removes holds that ran out an hour ago. @returns rows removed */
export const tidyHolds = (sql: Sql, now: Date = new Date()): Promise<number> =>
  deleteOldHolds(sql, new Date(now.getTime() - HOUR_MS))
