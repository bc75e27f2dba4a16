import type { Pool, Sql } from '../db/connect.ts'
import { conflict } from '../errors.ts'
import { appendEvents, type NewEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { candidateForUpdate, decide } from './queries.ts'
import {
  clearVerdict,
  foundVoice,
  leaveCandidate,
  type LockedSample,
  postForUpdate,
  setAside,
} from './queries-samples.ts'
import { lockSample, type SampleInput } from './sample.ts'

/**
 * Takes a verdict back: the post waits to be judged again. One that was called a complaint leaves its
 * candidate, as long as nobody has decided on that.
 */
export async function undoSample(
  sql: Pool,
  acting: Acting,
  { id, now = new Date() }: SampleInput,
): Promise<void> {
  const { officer } = acting
  requireRight(officer, 'sample.decide')
  await sql.begin(async (tx) => {
    const found = await lockSample(tx, acting, id)
    if (found.decidedAt === null) {
      throw conflict('Unggahan ini belum dinilai; tidak ada yang dapat diurungkan.')
    }
    const events = found.verdict === 'complaint' ? await takeBack(tx, acting, found, now) : []
    await clearVerdict(tx, id)
    const was = found.skipped ? 'skipped' : found.verdict
    const undone = { kind: 'sample.undone', data: { sampleId: id, postId: found.postId, was } }
    const by = { regionId: officer.regionId, officerId: officer.id, at: now }
    await appendEvents(
      tx,
      [...events, undone].map((event) => ({ ...event, ...by })),
    )
  })
}

type Told = Pick<NewEvent, 'kind' | 'candidateId' | 'data'>

/** @returns what happened to the candidate; the ledger is locked last */
async function takeBack(
  tx: Sql,
  { officer }: Acting,
  { id, postId }: LockedSample,
  now: Date,
): Promise<Told[]> {
  const post = await postForUpdate(tx, postId)
  // Grouping has not come to it yet.
  if (post?.outcome === null) await setAside(tx, postId, now)
  if (post?.outcome !== 'candidate') return []
  const voice = await foundVoice(tx, postId)
  // Read again meanwhile, the machine has made it a candidate by itself.
  if (!voice) return []
  const { candidateId } = voice
  const candidate = await candidateForUpdate(tx, officer.regionId, candidateId)
  if (candidate?.status !== 'waiting') {
    throw conflict('Kandidat dari unggahan ini sudah diputuskan; urungkan dahulu di antrean.')
  }
  const left = await leaveCandidate(tx, voice, { officerId: officer.id, now })
  await setAside(tx, postId, now)
  if (left > 0) return [{ kind: 'candidate.voice_left', candidateId, data: { voiceId: voice.id } }]
  // A candidate that nobody tells of any more is nothing to decide on.
  const dismissed = { status: 'dismissed', dismissReason: 'not_complaint' } as const
  const by = { note: null, caseId: null, decidedBy: officer.id, now }
  await decide(tx, [candidate], { ...dismissed, ...by })
  const data = { reason: 'not_complaint', note: null, sampleId: id }
  return [{ kind: 'candidate.dismissed', candidateId, data }]
}
