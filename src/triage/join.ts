import type { Pool, Sql } from '../db/connect.ts'
import { conflict, type DomainError, invalid } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { CandidateRow } from './candidate.ts'
import { mergeInto } from './merge.ts'
import { decide, decidedRow, type LockedCandidate } from './queries.ts'
import { growFrom, lockGrouping, moveVoices, recount, saidIn } from './queries-voices.ts'
import { alreadyDecided, type CandidateInput, decidedBy, lockAll, refuseStale } from './waiting.ts'

/**
 * A person says that this waiting candidate tells of the same problem as another one: its voices speak there
 * from now on. Where the other one stands in a case, that is a merge into the case.
 */
export async function joinCandidate(
  sql: Pool,
  acting: Acting,
  input: CandidateInput & { otherId: number },
): Promise<CandidateRow> {
  const { officer } = acting
  requireRight(officer, 'queue.decide')
  const { id, otherId, now = new Date() } = input
  if (id === otherId) throw invalid('Kandidat tidak dapat disatukan dengan dirinya sendiri.')

  return sql.begin(async (tx) => {
    await lockGrouping(tx, officer.regionId)
    const [found, other] = await lockAll(tx, acting, [id, otherId])
    if (!found || !other) throw new Error(`triage: candidate ${id} or ${otherId} was not locked`)
    if (found.status !== 'waiting') throw await alreadyDecided(tx, acting, found)
    refuseStale(found, input.version)
    if (other.caseId !== null) return mergeInto(tx, acting, found, { caseId: other.caseId, now })
    if (other.status !== 'waiting') throw await cannotTakeIn(tx, acting, other, found)
    await moveInto(tx, acting, { from: found, to: other, now })
    return decidedRow(tx, officer.regionId, id)
  })
}

async function cannotTakeIn(
  tx: Sql,
  acting: Acting,
  other: LockedCandidate,
  found: LockedCandidate,
): Promise<DomainError> {
  const who = await decidedBy(tx, acting, other)
  if (other.joinedId === found.id) {
    return conflict(
      `Kandidat itu sudah disatukan dengan kandidat ini${who}; muat ulang untuk melihatnya.`,
    )
  }
  const what = other.status === 'joined' ? 'disatukan dengan kandidat lain' : 'diabaikan'
  return conflict(`Kandidat tujuan sudah ${what}${who}; muat ulang untuk melihatnya.`)
}

type Joining = { from: LockedCandidate; to: LockedCandidate; now: Date }

async function moveInto(tx: Sql, acting: Acting, { from, to, now }: Joining): Promise<void> {
  const { officer } = acting
  const voiceIds = (await saidIn(tx, from.id)).map(({ voiceId }) => voiceId)
  const decision = { status: 'joined', joinedId: to.id, caseId: null } as const
  const by = { dismissReason: null, note: null, decidedBy: officer.id, now }
  await decide(tx, [from], { ...decision, ...by })
  const reason = `disatukan ${officer.name} dari kandidat ${from.id}`
  await moveVoices(tx, { voiceIds, officerId: officer.id, now }, { to: to.id, reason })
  await growFrom(tx, from, to.id)
  await recount(tx, from.id)
  await recount(tx, to.id)

  const event = { regionId: officer.regionId, officerId: officer.id, at: now }
  const joined = { kind: 'candidate.joined', candidateId: from.id, data: { into: to.id, voiceIds } }
  const taken = { kind: 'candidate.took_in', candidateId: to.id, data: { from: from.id, voiceIds } }
  await appendEvent(tx, { ...event, ...joined })
  await appendEvent(tx, { ...event, ...taken })
}
