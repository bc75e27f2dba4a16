/** Puts what was read to the problem it tells of: a new candidate, a voice of a known one, or aside. */
import type { Database } from '../db/connect.ts'
import { appendEvent, type NewEvent } from '../ledger/append.ts'
import type { Region } from '../region/region.ts'
import { prepare, type Prepared } from './compare.ts'
import { embed, vectorText } from './embed.ts'
import { findAnswered, findKnown, toldOf, type Match, type Search } from './find-known.ts'
import {
  claimReadFilings,
  claimReadPosts,
  growCandidate,
  insertCandidate,
  insertFingerprint,
  insertSuggestion,
  insertVoice,
  lockGrouping,
  markFiling,
  markPost,
  type Waiting,
} from './queries.ts'
import { makeTitle } from './title.ts'
import { triageDue } from './triage-due.ts'

/**
 * Most messages, and longest work, of one transaction: it holds the region's lock and candidates that
 * officers decide on, and in the embedded database nobody else is served meanwhile.
 */
const MOST = 200
const MOST_MS = 250

const printsByDatabase = new WeakMap<Database, Batch['prints']>()

/** `events` wait for the end: the ledger is locked last, after all candidates, as the verbs of triage do. */
type Batch = Search & { region: Region; dueAt: Date; events: NewEvent[] }

/**
 * Groups up to `limit` readings of the region, filings first, in one transaction under the region's lock:
 * two workers never make two candidates of one problem, and a process that dies has grouped nothing. Ends
 * early when it takes longer than `mostMs`; call it again until it returns 0.
 * @returns how many messages found their place
 */
export async function groupWaiting(
  db: Database,
  region: Region,
  { limit, now = new Date(), mostMs = MOST_MS }: { limit: number; now?: Date; mostMs?: number },
): Promise<number> {
  const most = Math.max(0, Math.min(limit, MOST))
  const handled = await db.sql.begin(async (tx) => {
    await lockGrouping(tx, region.id)
    const end = performance.now() + mostMs
    const filings = await claimReadFilings(tx, region.id, most)
    const posts = await claimReadPosts(tx, region.id, most - filings.length)
    const dueAt = triageDue(region, now)
    const batch: Batch = {
      tx,
      region,
      regionId: region.id,
      dueAt,
      prints: printsOf(db),
      events: [],
    }
    let done = 0
    for (const of of [...filings, ...posts]) {
      await groupOne(batch, of)
      done += 1
      if (performance.now() > end) break
    }
    for (const event of batch.events) await appendEvent(tx, event)
    return done
  })
  if (handled > 0) await db.bus.notify('candidates', region.id)
  return handled
}

function printsOf(db: Database): Batch['prints'] {
  const kept = printsByDatabase.get(db) ?? new Map()
  printsByDatabase.set(db, kept)
  return kept
}

async function groupOne(batch: Batch, of: Waiting): Promise<void> {
  const { tx } = batch
  if (!isHeard(of)) {
    const answered = await findAnswered(batch, of)
    if (answered) await join(batch, of, answered, prepare(toldOf(of)))
    else await markPost(tx, of.id, 'set_aside')
    return
  }
  const made = prepare(toldOf(of))
  const { joins, suggested } = await findKnown(batch, of, made)
  if (joins) {
    await join(batch, of, joins, made)
    return
  }
  const candidateId = await open(batch, of, made)
  for (const { known, score, reasons } of suggested) {
    await insertSuggestion(tx, { candidateId, other: known, score, reasons })
  }
}

/** A filing is always heard. A post is when a person says so, or it complains, and not of another city. */
function isHeard(of: Waiting): boolean {
  return of.kind === 'filing' || of.foundBy !== null || (of.complaint && !of.outside)
}

/** A problem that nobody has told of before. */
async function open(batch: Batch, of: Waiting, made: Prepared): Promise<number> {
  const { tx, region, dueAt } = batch
  const candidateId = await insertCandidate(
    tx,
    {
      regionId: region.id,
      filed: of.kind === 'filing',
      title: makeTitle(region, of),
      confidential: of.isConfidential || of.modus.length > 0,
      dueAt,
    },
    of,
  )
  await addVoice(batch, of, made, { candidateId, rung: 'first', score: 1, reasons: [] })
  return candidateId
}

async function join(batch: Batch, of: Waiting, match: Match, made: Prepared): Promise<void> {
  const { tx, region, events } = batch
  const { candidateId, caseId } = match.known
  // A person who dismissed it between our look and this line has the last word: it stands by itself.
  if (!(await growCandidate(tx, candidateId, of, of.kind === 'filing'))) {
    await open(batch, of, made)
    return
  }
  const voiceId = await addVoice(batch, of, made, { ...match, candidateId })
  events.push({
    regionId: region.id,
    kind: 'candidate.voice_added',
    candidateId,
    caseId,
    filingId: of.kind === 'filing' ? of.id : null,
    data: { voiceId, rung: match.rung, score: match.score },
  })
}

type Speaks = { candidateId: number; rung: string; score: number; reasons: string[] }

async function addVoice(
  { tx, region, events }: Batch,
  of: Waiting,
  made: Prepared,
  voice: Speaks,
): Promise<number> {
  const voiceId = await insertVoice(tx, of, voice)
  const { hash, stream } = made.print
  if (stream.length > 0) {
    await insertFingerprint(tx, {
      regionId: region.id,
      candidateId: voice.candidateId,
      voiceId,
      textHash: hash,
      embedding: vectorText(embed(stream)),
      at: of.at,
    })
  }
  if (of.kind === 'filing') await markFiling(tx, of.id)
  else await markPost(tx, of.id, 'candidate')
  if (of.foundBy !== null) {
    const { candidateId } = voice
    const found = { kind: 'candidate.found', candidateId, officerId: of.foundBy }
    events.push({ regionId: region.id, ...found, data: { voiceId } })
  }
  return voiceId
}
