/** Takes back what moved voices from one candidate to another. Both are locked. */
import type { Sql } from '../db/connect.ts'
import { conflict } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { openTarget } from './merge.ts'
import { decide, type LockedCandidate, setWaiting } from './queries.ts'
import { recount, returnVoices, saidIn, voicesFrom } from './queries-voices.ts'
import { settle } from './settle.ts'
import { decidedBy } from './waiting.ts'

/** `found` is what was joined or split off; `other` is where its voices went, or came from. */
export type Moved = { found: LockedCandidate; other: LockedCandidate; now: Date }

/** The voices that came with the joined candidate, and are still there, speak in it again; it waits. */
export async function undoJoin(tx: Sql, acting: Acting, moved: Moved): Promise<void> {
  const { region, officer } = acting
  const { found, other, now } = moved
  if (other.status !== 'waiting') {
    const who = await decidedBy(tx, acting, other)
    throw conflict(
      `Kandidat tempat suaranya bergabung sudah diputuskan${who}; batalkan keputusan itu dahulu, atau pisahkan suaranya di sana.`,
    )
  }
  const voiceIds = await voicesFrom(tx, {
    from: found.id,
    to: other.id,
    at: found.decidedAt ?? now,
  })
  if (voiceIds.length === 0) {
    throw conflict('Suara kandidat ini sudah dipindahkan lagi; batalkan pemindahan itu dahulu.')
  }
  const before = await saidIn(tx, other.id)
  if (voiceIds.length === before.length) {
    throw conflict(
      'Kandidat tujuannya akan kosong: suaranya sendiri sudah dipisahkan. Batalkan pemisahan itu dahulu.',
    )
  }
  await setWaiting(tx, [found])
  await returnVoices(tx, { voiceIds, officerId: officer.id, now })
  await recount(tx, found.id)
  await settle(tx, region, other, { before, lender: found })

  const event = { regionId: region.id, officerId: officer.id, at: now }
  const undone = { was: 'joined', from: other.id, voiceIds }
  await appendEvent(tx, { ...event, kind: 'candidate.undone', candidateId: found.id, data: undone })
  const left = { kind: 'candidate.gave_back', candidateId: other.id }
  await appendEvent(tx, { ...event, ...left, data: { to: found.id, voiceIds } })
}

/**
 * The voices that were split off speak again where they did. What others have told in the new candidate since
 * stays there; with nothing left it has joined the first one.
 */
export async function undoSplit(tx: Sql, acting: Acting, moved: Moved): Promise<void> {
  const { region, officer } = acting
  const { found, other, now } = moved
  await refuseDecidedSince(tx, acting, moved)
  const voiceIds = await voicesFrom(tx, { from: other.id, to: found.id, at: found.createdAt })
  if (voiceIds.length === 0) {
    throw conflict('Pemisahan ini sudah dibatalkan; tidak ada keputusan yang dapat dibatalkan.')
  }
  const before = await saidIn(tx, found.id)
  const beforeThere = await saidIn(tx, other.id)
  await returnVoices(tx, { voiceIds, officerId: officer.id, now })
  await settle(tx, region, other, { before: beforeThere })
  if (voiceIds.length < before.length) await settle(tx, region, found, { before })
  else {
    await recount(tx, found.id)
    const decision = { status: 'joined', joinedId: other.id, caseId: null } as const
    const by = { dismissReason: null, note: null, decidedBy: officer.id, now }
    await decide(tx, [found], { ...decision, ...by })
  }

  const event = { regionId: region.id, kind: 'candidate.split_undone', at: now }
  const by = { ...event, officerId: officer.id }
  await appendEvent(tx, { ...by, candidateId: found.id, data: { to: other.id, voiceIds } })
  const there = { candidateId: other.id, caseId: other.caseId }
  await appendEvent(tx, { ...by, ...there, data: { from: found.id, voiceIds } })
}

/** What was decided before the split does not stand in the way; a case that has ended since does. */
async function refuseDecidedSince(tx: Sql, acting: Acting, { found, other }: Moved): Promise<void> {
  if (other.decidedAt !== null && (other.decidedAt > found.createdAt || other.caseId === null)) {
    const who = await decidedBy(tx, acting, other)
    throw conflict(
      `Kandidat asalnya sudah diputuskan${who}; batalkan keputusan itu dahulu, atau putuskan kandidat ini sendiri.`,
    )
  }
  if (other.caseId !== null) await openTarget(tx, acting.officer.regionId, other.caseId)
}
