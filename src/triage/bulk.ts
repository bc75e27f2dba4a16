/** One act on many candidates: one transaction, each table once, and a line of history for each of them. */
import type { Pool, Sql } from '../db/connect.ts'
import { conflict, DomainError } from '../errors.ts'
import { appendEvents, type NewEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { lockIfAssigning, makeChange, type MadeChange, rulesFor } from './change.ts'
import type { Change, Fields } from './check-change.ts'
import { checkDismissal, type Dismissal } from './dismiss.ts'
import { ifWaiting, type Item, lockItems, type Refused } from './lock-items.ts'
import { openTarget } from './merge.ts'
import { decide, type LockedCandidate, setWaiting } from './queries.ts'
import { lockAssigning, writeChanges } from './queries-desk.ts'

export { MOST_ITEMS } from './lock-items.ts'

/** What was done, with the version after it, and what was not, with a sentence that says why. */
export type BulkDone = {
  done: { id: number; version: number; was?: Partial<Fields> }[]
  refused: Refused[]
}

type Items = { items: readonly Item[]; now?: Date | undefined }

/** Dismisses all of them that still wait as they were seen. */
export async function dismissAll(
  sql: Pool,
  acting: Acting,
  input: Items & Dismissal,
): Promise<BulkDone> {
  requireRight(acting.officer, 'queue.decide')
  const { reason, note } = checkDismissal(input)
  const { items, now = new Date() } = input
  return sql.begin(async (tx) => {
    const { found, refused } = await lockItems(tx, acting, items, ifWaiting)
    const decision = { status: 'dismissed', dismissReason: reason, note, caseId: null } as const
    await decide(tx, found, { ...decision, decidedBy: acting.officer.id, now })
    const event = { kind: 'candidate.dismissed', data: { reason, note } }
    await tell(tx, acting, found, { now, of: () => event })
    return { done: found.map(next), refused }
  })
}

/** Merges all of them that still wait as they were seen into one case. 404, 409 as merging one. */
export async function mergeAll(
  sql: Pool,
  acting: Acting,
  input: Items & { caseId: number },
): Promise<BulkDone> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { items, caseId, now = new Date() } = input
  return sql.begin(async (tx) => {
    const { found, refused } = await lockItems(tx, acting, items, ifWaiting)
    const { number } = await openTarget(tx, officer.regionId, caseId)
    const decision = { status: 'merged', dismissReason: null, note: null, caseId } as const
    await decide(tx, found, { ...decision, decidedBy: officer.id, now })
    const event = { kind: 'candidate.merged', caseId, data: { number } }
    await tell(tx, acting, found, { now, of: () => event })
    return { done: found.map(next), refused }
  })
}

type ChangeItems = { items: readonly (Item & { change: Change })[]; now?: Date | undefined }

/** Changes each of them as told; `was` of what is done is the change that undoes it. */
export async function changeAll(
  sql: Pool,
  acting: Acting,
  { items, now = new Date() }: ChangeItems,
): Promise<BulkDone> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const wishes = new Map(items.map(({ id, change }) => [id, change]))
  const changes = [...wishes.values()]
  return sql.begin(async (tx) => {
    await lockIfAssigning(tx, officer.regionId, changes)
    const { found, refused } = await lockItems(tx, acting, items, ifWaiting)
    const rules = await rulesFor(tx, acting, { changes, now })
    const made = new Map<number, MadeChange>()
    const done: BulkDone['done'] = []
    for (const one of found) {
      try {
        const change = makeChange(rules, one, wishes.get(one.id) ?? {})
        if (change) made.set(one.id, change)
        const { id, version } = one
        done.push(change ? { ...next(one), was: change.was } : { id, version })
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        refused.push({ id: one.id, error: error.message })
      }
    }
    const rows = [...made.values()].map(({ row }) => row(officer.id))
    if (rows.length > 0) await writeChanges(tx, rows)
    const changed = found.filter(({ id }) => made.has(id))
    await tell(tx, acting, changed, { now, of: ({ id }) => made.get(id)!.event })
    return { done, refused }
  })
}

/** Takes dismissals and merges back: all of these that stand as they were left wait again. */
export async function undoAll(
  sql: Pool,
  acting: Acting,
  { items, now = new Date() }: Items,
): Promise<BulkDone> {
  requireRight(acting.officer, 'queue.decide')
  return sql.begin(async (tx) => {
    await lockAssigning(tx, acting.officer.regionId, 'together')
    const { found, refused } = await lockItems(tx, acting, items, whyNotUndone)
    await setWaiting(tx, found)
    const of = ({ status, dismissReason, caseId }: LockedCandidate) => ({
      kind: 'candidate.undone',
      caseId,
      data: { was: status, reason: dismissReason },
    })
    await tell(tx, acting, found, { now, of })
    return { done: found.map(next), refused }
  })
}

/** What made or moved more than the candidate itself is taken back one by one. */
function whyNotUndone({ status, voiceCount }: LockedCandidate): DomainError | null {
  if (status === 'waiting') {
    return conflict('Kandidat ini masih menunggu; tidak ada keputusan yang dapat dibatalkan.')
  }
  if (status === 'opened' || status === 'joined') {
    return conflict('Aduan yang dibuka dan kandidat yang disatukan dibatalkan satu per satu.')
  }
  if (voiceCount > 0) return null
  return conflict('Unggahan kandidat ini sudah disisihkan kembali lewat sampel harian.')
}

const next = ({ id, version }: LockedCandidate) => ({ id, version: version + 1 })

type Told = Pick<NewEvent, 'kind' | 'caseId' | 'data'>

/** A line of history for each; the ledger is locked last. */
async function tell(
  tx: Sql,
  { officer }: Acting,
  found: readonly LockedCandidate[],
  { now, of }: { now: Date; of: (one: LockedCandidate) => Told },
): Promise<void> {
  const by = { regionId: officer.regionId, officerId: officer.id, at: now }
  await appendEvents(
    tx,
    found.map((one) => ({ ...by, ...of(one), candidateId: one.id })),
  )
}
