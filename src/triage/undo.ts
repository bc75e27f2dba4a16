import { withdrawCase } from '../cases/open.ts'
import type { Pool, Sql } from '../db/connect.ts'
import { conflict } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { CandidateRow } from './candidate.ts'
import { decidedRow, mergedInto, setWaiting, type LockedCandidate } from './queries.ts'
import { lockAssigning } from './queries-desk.ts'
import { lockGrouping, relativesOf } from './queries-voices.ts'
import { undoJoin, undoSplit } from './undo-move.ts'
import {
  type CandidateInput,
  changedSince,
  lockAll,
  lockCandidate,
  refuseStale,
} from './waiting.ts'

/**
 * Takes a decision back: the candidate waits again. An opened case is withdrawn with it, as long as the agency
 * has not begun and no other candidate has joined it; voices that were joined to another candidate come back;
 * a waiting one that was split off goes back to where it came from.
 */
export async function undoDecision(
  sql: Pool,
  acting: Acting,
  input: CandidateInput,
): Promise<CandidateRow> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { id, version, now = new Date() } = input

  return sql.begin(async (tx) => {
    await lockAssigning(tx, officer.regionId, 'together')
    const { found, others } = await lockWithRelatives(tx, acting, id)
    const moved = (other: LockedCandidate) => ({ found, other, now })
    const joined = others.find((other) => other.id === found.joinedId)
    const first = others.find((other) => other.id === found.splitFrom)
    if (joined) {
      refuseStale(found, version)
      await undoJoin(tx, acting, moved(joined))
    } else if (found.status === 'waiting' && first) {
      refuseStale(found, version)
      await undoSplit(tx, acting, moved(first))
    } else await undoVerdict(tx, acting, found, { version, now })
    return decidedRow(tx, officer.regionId, id)
  })
}

/** Which others there are is asked before the locks are taken, because these have an order. */
async function lockWithRelatives(tx: Sql, acting: Acting, id: number) {
  const { regionId } = acting.officer
  const relatives = await relativesOf(tx, regionId, id)
  if (relatives.length === 0) return { found: await lockCandidate(tx, acting, { id }), others: [] }
  await lockGrouping(tx, regionId)
  const [found, ...others] = await lockAll(tx, acting, [id, ...relatives])
  if (!found) throw new Error(`triage: candidate ${id} was not locked`)
  return { found, others }
}

async function undoVerdict(
  tx: Sql,
  acting: Acting,
  found: LockedCandidate,
  { version, now }: { version: number | undefined; now: Date },
): Promise<void> {
  const { officer } = acting
  if (found.status === 'waiting') {
    throw conflict('Kandidat ini masih menunggu; tidak ada keputusan yang dapat dibatalkan.')
  }
  // Joined between our look and the lock.
  if (found.status === 'joined') throw changedSince()
  if (found.voiceCount === 0) {
    throw conflict('Unggahan kandidat ini sudah disisihkan kembali lewat sampel harian.')
  }
  refuseStale(found, version)
  if (found.status === 'opened') await withdraw(tx, acting, found, now)
  await setWaiting(tx, [found])
  await appendEvent(tx, {
    regionId: officer.regionId,
    kind: 'candidate.undone',
    candidateId: found.id,
    caseId: found.caseId,
    officerId: officer.id,
    data: { was: found.status, reason: found.dismissReason },
    at: now,
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
