import type { Pool, Sql } from '../db/connect.ts'
import { appendEvent, type NewEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { type CandidateRow, READING_FIELDS, type ReadingField } from './candidate.ts'
import {
  type Change,
  checkChange,
  type Fields,
  fieldsOf,
  pick,
  type Rules,
} from './check-change.ts'
import { DECIDING } from './colleagues.ts'
import { type Corrected, decidedRow, type LockedCandidate } from './queries.ts'
import { type Changed, lockAssigning, officersWithRoles, writeChanges } from './queries-desk.ts'
import { type CandidateInput, lockWaiting } from './waiting.ts'

export type ChangeInput = CandidateInput & { change: Change }

/**
 * A person corrects what the machine read in a waiting candidate, sends it to another agency, labels it, gives it
 * to somebody or puts it off. Sent back with the values before it, the change is undone.
 */
export async function changeCandidate(
  sql: Pool,
  acting: Acting,
  input: ChangeInput,
): Promise<CandidateRow> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { change, now = new Date() } = input

  return sql.begin(async (tx) => {
    await lockIfAssigning(tx, officer.regionId, [change])
    const found = await lockWaiting(tx, acting, input)
    const done = makeChange(await rulesFor(tx, acting, { changes: [change], now }), found, change)
    if (done) {
      await writeChanges(tx, [done.row(officer.id)])
      await appendEvent(tx, { ...done.event, officerId: officer.id, at: now })
    }
    return decidedRow(tx, officer.regionId, found.id)
  })
}

const isAssigning = (changes: readonly Change[]): boolean =>
  changes.some(({ assignedTo }) => typeof assignedTo === 'number')

/** Before all other locks, where somebody is assigned: until the end nobody loses the right to decide. */
export async function lockIfAssigning(
  tx: Sql,
  regionId: string,
  changes: readonly Change[],
): Promise<void> {
  if (isAssigning(changes)) await lockAssigning(tx, regionId, 'together')
}

/** What the changes are measured against. Who may decide is asked only where somebody is assigned. */
export async function rulesFor(
  tx: Sql,
  { region }: Acting,
  { changes, now }: { changes: readonly Change[]; now: Date },
): Promise<Rules> {
  const officers = isAssigning(changes) ? await officersWithRoles(tx, region.id, DECIDING) : []
  return { region, now, deciding: new Set(officers.map(({ id }) => id)) }
}

export type MadeChange = {
  /** The values before it, of what it changes. */
  was: Partial<Fields>
  /** The row after it, by whom it is changed. */
  row: (officerId: number) => Changed
  event: NewEvent
}

/** The change of a locked, waiting candidate; null when nothing would differ. Pure; throws as `checkChange`. */
export function makeChange(
  rules: Rules,
  found: LockedCandidate,
  change: Change,
): MadeChange | null {
  const { region, now } = rules
  const differing = checkChange(rules, found, change)
  const fields = Object.keys(differing) as (keyof Fields)[]
  if (fields.length === 0) return null
  const before = fieldsOf(found, now)
  const corrected = correctedBy(found, differing)
  const isReading = fields.some((field) => READING_FIELDS.includes(field as ReadingField))
  const pairs = fields.map((field) => [field, inHistory(found, field, before, differing)])
  return {
    was: pick(before, fields),
    row: (officerId) => {
      const next = { ...before, ...differing, id: found.id, corrected }
      const snoozedBy = next.snoozedUntil === null ? null : (found.snoozedBy ?? officerId)
      return {
        ...next,
        snoozedBy: differing.snoozedUntil ? officerId : snoozedBy,
        correctedAt: isReading ? now : null,
      }
    },
    event: {
      regionId: region.id,
      kind: 'candidate.changed',
      candidateId: found.id,
      data: Object.fromEntries(pairs) as NonNullable<NewEvent['data']>,
    },
  }
}

/** Keeps what stood in a field before the first correction; a field that is set back to it is corrected no more. */
function correctedBy({ corrected, ...found }: LockedCandidate, by: Partial<Fields>): Corrected {
  const kept: Corrected = { ...corrected }
  for (const field of READING_FIELDS) {
    const value = by[field]
    if (value === undefined) continue
    if (!(field in kept)) kept[field] = found[field]
    else if (kept[field] === value) delete kept[field]
  }
  return kept
}

/**
 * A field from and to. The title and the place of what a citizen filed can hold an address, which must not
 * get into a history that nobody can erase: of these only that they were changed.
 */
function inHistory(
  { filed }: LockedCandidate,
  field: keyof Fields,
  before: Fields,
  after: Partial<Fields>,
): unknown[] {
  const isPrivate = filed && (field === 'title' || field === 'place')
  return isPrivate ? [null, null] : [before[field], after[field]]
}
