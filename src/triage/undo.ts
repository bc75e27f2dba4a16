import { withdrawCase } from '../cases/open.ts'
import type { Pool, Sql } from '../db/connect.ts'
import { conflict } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { CandidateRow } from './candidate.ts'
import { decidedRow, mergedInto, setWaiting, type LockedCandidate } from './queries.ts'
import { type CandidateInput, lockCandidate, refuseStale } from './waiting.ts'

/**
 * Takes a decision back: the candidate waits again. An opened case is withdrawn with it, as long as
 * the agency has not begun and no other candidate has joined it.
 */
export async function undoDecision(
  sql: Pool,
  acting: Acting,
  input: CandidateInput,
): Promise<CandidateRow> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { now = new Date() } = input

  return sql.begin(async (tx) => {
    const found = await lockCandidate(tx, acting, input)
    if (found.status === 'waiting') {
      throw conflict('Kandidat ini masih menunggu; tidak ada keputusan yang dapat dibatalkan.')
    }
    if (found.voiceCount === 0) {
      throw conflict('Unggahan kandidat ini sudah disisihkan kembali lewat sampel harian.')
    }
    refuseStale(found, input.version)
    if (found.status === 'opened') await withdraw(tx, acting, found, now)
    if (!(await setWaiting(tx, found))) {
      throw conflict('Kandidat ini berubah sejak Anda membukanya; muat ulang untuk melihatnya.')
    }
    await appendEvent(tx, {
      regionId: officer.regionId,
      kind: 'candidate.undone',
      candidateId: found.id,
      caseId: found.caseId,
      officerId: officer.id,
      data: { was: found.status, reason: found.dismissReason },
      at: now,
    })
    return decidedRow(tx, officer.regionId, found.id)
  })
}

async function withdraw(tx: Sql, acting: Acting, found: LockedCandidate, now: Date) {
  if (found.caseId === null) return
  await withdrawCase(tx, acting, { id: found.caseId, now })
  const others = await mergedInto(tx, found.caseId, found.id)
  if (others > 0) {
    throw conflict(
      `Aduan ini sudah memuat ${others} kandidat lain; batalkan penggabungannya lebih dahulu.`,
    )
  }
}
