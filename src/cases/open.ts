/** The one door from triage: a candidate becomes a case, or takes its case back. */
import type { Sql } from '../db/connect.ts'
import { conflict } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { checkNewCase } from './check-new-case.ts'
import { sendToAgency } from './dispose.ts'
import { changedSince } from './lock.ts'
import { caseForUpdate, changeCase, insertCase, nextCaseNumber, stopClocks } from './queries.ts'
import { localDay } from '../region/time-zone.ts'

export type NewCase = {
  title: string
  description: string
  category: string
  /** The agency it is meant for; it sees the case only after disposition. */
  agencyCode: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
  urgent: boolean
  confidential: boolean
  /** Send it to the agency at once. */
  dispose: boolean
  now?: Date | undefined
}

/** Makes a case inside the caller's transaction. Numbers have no gaps: a roll-back takes its number back. */
export async function openCase(
  tx: Sql,
  acting: Acting,
  input: NewCase,
): Promise<{ id: number; number: string }> {
  const { region, officer } = acting
  requireRight(officer, 'queue.decide')
  if (input.dispose) requireRight(officer, 'case.dispose')
  const { now = new Date() } = input
  const checked = checkNewCase(region, input)

  const year = Number(localDay(now, region.timezone).slice(0, 4))
  const last = await nextCaseNumber(tx, region.id, year)
  const number = `${region.casePrefix}-${year}-${String(last).padStart(5, '0')}`
  const made = await insertCase(tx, {
    regionId: region.id,
    number,
    ...checked,
    openedBy: officer.id,
    now,
  })
  await appendEvent(tx, {
    regionId: region.id,
    kind: 'case.opened',
    caseId: made.id,
    officerId: officer.id,
    data: { number, category: checked.category, agencyCode: checked.agencyCode },
    at: now,
  })
  if (input.dispose && checked.agencyCode !== null) {
    await sendToAgency(
      tx,
      acting,
      { ...made, to: 'disposed' },
      { agencyCode: checked.agencyCode, now },
    )
  }
  return { id: made.id, number }
}

/**
 * Takes an opening back, as long as the agency has not begun: the case ends as declined. Who may not
 * send a case to an agency may not take it away from there either.
 */
export async function withdrawCase(
  tx: Sql,
  acting: Acting,
  { id, now = new Date() }: { id: number; now?: Date },
): Promise<void> {
  const { region, officer } = acting
  requireRight(officer, 'queue.decide')
  const found = await caseForUpdate(tx, region.id, id)
  if (!found) throw new Error(`cases: case ${id} of a candidate does not exist`)
  if (found.disposedAt !== null) requireRight(officer, 'case.dispose')
  const isUntouched = found.status === 'opened' || found.status === 'disposed'
  if (!isUntouched || found.answeredAt !== null) {
    throw conflict(
      `Aduan ${found.number} sudah ditangani, jadi pembukaannya tidak dapat dibatalkan lagi.`,
    )
  }
  const changed = await changeCase(tx, found, { status: 'declined', closedAt: now })
  if (!changed) throw await changedSince(tx, acting, found)
  await stopClocks(tx, id, now)
  await appendEvent(tx, {
    regionId: region.id,
    kind: 'case.withdrawn',
    caseId: id,
    officerId: officer.id,
    data: { from: found.status },
    at: now,
  })
}
