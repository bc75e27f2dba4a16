import type { Pool, Sql } from '../db/connect.ts'
import { conflict, invalid } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { clocksOf } from '../region/clocks.ts'
import type { CaseRow } from './list.ts'
import { type CaseInput, changedSince, lockForAct } from './lock.ts'
import {
  changeCase,
  changedRow,
  hasRunningClock,
  insertClocks,
  type LockedCase,
} from './queries.ts'
import type { CaseStatus } from './transitions.ts'
import { NOTE, wordsOf } from './words.ts'
import { calendarOf } from '../region/working-days.ts'

/** Sends a case to the agency that is responsible, or on to another one. */
export async function disposeCase(
  sql: Pool,
  acting: Acting,
  input: CaseInput & { agencyCode: string; note?: string | undefined },
): Promise<CaseRow> {
  const { region } = acting
  const { agencyCode, now = new Date() } = input
  const agency = region.agencies.find(({ code }) => code === agencyCode)
  if (!agency) {
    const sentence = `${region.office.agency} ${agencyCode} tidak dikenal.`
    throw invalid(sentence, { agencyCode: sentence })
  }
  const note = wordsOf(input.note, NOTE) || null
  return sql.begin(async (tx) => {
    const { found, to } = await lockForAct(tx, acting, 'dispose', input)
    if (found.disposedAt !== null && found.agencyCode === agencyCode) {
      throw conflict(`Aduan ${found.number} sudah ada pada ${agency.short}.`)
    }
    await sendToAgency(tx, acting, { ...found, to }, { agencyCode, note, now })
    return changedRow(tx, region.id, found.id)
  })
}

/**
 * The disposition itself, inside the caller's transaction. The clocks of the stage "answer" start
 * unless they run already: a citizen does not wait longer because the first agency was the wrong one.
 */
export async function sendToAgency(
  tx: Sql,
  acting: Acting,
  found: LockedCase & { to: CaseStatus },
  sent: { agencyCode: string; note?: string | null; now: Date },
): Promise<void> {
  const { region, officer } = acting
  const { agencyCode, note = null, now } = sent
  const changed = await changeCase(tx, found, { status: found.to, agencyCode, disposedAt: now })
  if (!changed) throw await changedSince(tx, acting, found)
  await startAnswerClocks(tx, acting, found.id, now)
  await appendEvent(tx, {
    regionId: region.id,
    kind: found.disposedAt === null ? 'case.disposed' : 'case.transferred',
    caseId: found.id,
    officerId: officer.id,
    data: { agencyCode, from: found.disposedAt === null ? null : found.agencyCode, note },
    at: now,
  })
}

/** Starts the region's clocks of the stage "answer", unless they run. */
export async function startAnswerClocks(tx: Sql, { region }: Acting, caseId: number, now: Date) {
  if (await hasRunningClock(tx, caseId, 'answer')) return
  await insertClocks(tx, caseId, clocksOf(region.clocks, 'answer', now, calendarOf(region)))
}
