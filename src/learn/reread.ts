/**
 * Reads again with any version of the reader. The readings stand beside the older ones; which one counts is
 * changed only where nobody has decided yet: a decision keeps the reading that it was made on.
 */
import type { Database, Sql } from '../db/connect.ts'
import { lockGrouping } from '../group/queries.ts'
import { appendEvent } from '../ledger/append.ts'
import { withWatchWords } from '../read/champion.ts'
import type { Model } from '../read/model.ts'
import { keepReadings, type Unread } from '../read/queries.ts'
import { makeReader } from '../read/read.ts'
import type { Reading } from '../read/reading.ts'
import { makeStoredReader } from '../read/stored-reader.ts'
import type { Region } from '../region/region.ts'
import {
  changeGrades,
  countMessages,
  letCount,
  otherFilings,
  otherPosts,
  voicesOf,
  waitingCandidates,
  type Counting,
  type Heard,
  type HeardVoice,
  type WaitingCandidate,
} from './queries-reread.ts'
import { regrade, type Grades } from './regrade.ts'

const CANDIDATES_PER_BATCH = 50
const MESSAGES_PER_BATCH = 400

export type RereadOptions = {
  model: Model
  since: Date
  /** Let the new readings count; else they are only written and compared. */
  apply: boolean
  warn?: (problem: string) => void
  progress?: (done: number, total: number) => void
}

/** How many messages are read otherwise than by the reading that counted. */
export type Changes = { messages: number; toComplaint: number; toOther: number; category: number }

export type Reread = {
  all: Changes
  /** Of those that nobody has decided on: what `apply` changes. */
  undecided: Changes
  /** Set aside before, sent back to grouping. */
  again: number
  /** Waiting candidates with new facts. */
  candidates: number
}

type Run = Omit<RereadOptions, 'warn' | 'progress'> & {
  db: Database
  regionId: string
  read: (of: Unread) => Reading
  result: Reread
  tick: () => void
}

/**
 * Reads every message since then once more. Each batch is one transaction, so that a run that is killed
 * has done whole batches, and the next run does them again to the same end.
 */
export async function reread(
  db: Database,
  region: Region,
  { warn = () => {}, progress = () => {}, ...wish }: RereadOptions,
): Promise<Reread> {
  const { model, since, apply } = wish
  const total = await countMessages(db.sql, region.id, since)
  const none = (): Changes => ({ messages: 0, toComplaint: 0, toOther: 0, category: 0 })
  const result: Reread = { all: none(), undecided: none(), again: 0, candidates: 0 }
  const run: Run = {
    ...wish,
    db,
    regionId: region.id,
    read: makeStoredReader({
      region,
      model: model.name,
      read: makeReader(await withWatchWords(db.sql, region), model),
      warn,
    }),
    result,
    tick: () => progress(result.all.messages, total),
  }
  await inBatches(run, rereadCandidates)
  await inBatches(run, (tx, at, after) => rereadOthers(tx, at, 'filing', after))
  await inBatches(run, (tx, at, after) => rereadOthers(tx, at, 'post', after))
  if (apply) await record(run)
  return result
}

type Batch = (tx: Sql, run: Run, after: number) => Promise<number | null>

/** While a batch counts, nothing is grouped: grouping would decide by a reading that is being replaced. */
async function inBatches(run: Run, batch: Batch): Promise<void> {
  let after: number | null = 0
  while (after !== null) {
    const from: number = after
    after = await run.db.sql.begin(async (tx) => {
      if (run.apply) await lockGrouping(tx, run.regionId)
      return batch(tx, run, from)
    })
    run.tick()
  }
}

async function rereadCandidates(tx: Sql, run: Run, after: number): Promise<number | null> {
  const { regionId, since, apply } = run
  const limit = CANDIDATES_PER_BATCH
  const found = await waitingCandidates(tx, { regionId, since, after, limit, lock: apply })
  const voices = await voicesOf(
    tx,
    found.map(({ id }) => id),
  )
  const readings = await readAll(
    tx,
    run,
    voices.filter(({ at }) => at >= since),
  )
  if (apply) {
    const byCandidate = Map.groupBy(voices, ({ candidateId }) => candidateId)
    for (const candidate of found) {
      await regradeOne(tx, run, candidate, {
        voices: byCandidate.get(candidate.id) ?? [],
        readings,
      })
    }
  }
  return found.length < limit ? null : (found.at(-1)?.id ?? null)
}

type Told = { voices: HeardVoice[]; readings: Map<Heard, Reading> }

async function regradeOne(
  tx: Sql,
  { result }: Run,
  candidate: WaitingCandidate,
  { voices, readings }: Told,
): Promise<void> {
  const before = voices.map(({ said }) => said)
  const after = voices.map((voice) => gradesOf(readings.get(voice)) ?? voice.said)
  const change = regrade(candidate, before, after)
  if (Object.keys(change).length === 0) return
  await changeGrades(tx, candidate.id, change)
  result.candidates += 1
}

async function rereadOthers(
  tx: Sql,
  run: Run,
  kind: Unread['kind'],
  after: number,
): Promise<number | null> {
  const { regionId, since, apply } = run
  const limit = MESSAGES_PER_BATCH
  const others = kind === 'post' ? otherPosts : otherFilings
  const found = await others(tx, { regionId, since, after, limit, lock: apply })
  await readAll(tx, run, found)
  return found.length < limit ? null : (found.at(-1)?.id ?? null)
}

/** Reads them, writes the readings, and lets them count where they may. */
async function readAll<T extends Heard>(tx: Sql, run: Run, found: T[]): Promise<Map<T, Reading>> {
  const { model, apply, result } = run
  const readings = new Map(found.map((of) => [of, run.read(of)]))
  for (const kind of ['filing', 'post'] as const) {
    const ofKind = [...readings].filter(([of]) => of.kind === kind)
    // A reading that counts is replaced only where it may count in the new form as well.
    const kept = ofKind.filter(([of]) => of.said.model !== model.name || (apply && of.undecided))
    const ids = await keepReadings(
      tx,
      kind,
      kept.map(([of, reading]) => ({ of, reading })),
    )
    const counting = ofKind.flatMap(([of, reading]): Counting[] => {
      const readingId = ids.get(of.id)
      if (!apply || !of.undecided || readingId === undefined) return []
      return [{ id: of.id, readingId, again: of.outcome === 'set_aside' && isOther(of, reading) }]
    })
    await letCount(tx, kind, counting)
    result.again += counting.filter(({ again }) => again).length
  }
  for (const [of, reading] of readings) count(result, of, reading)
  return readings
}

/** Whether grouping, which has set it aside, might see it otherwise now. */
const isOther = ({ said }: Heard, reading: Reading): boolean =>
  said.complaint !== reading.complaint || said.outside !== reading.outside

function count(result: Reread, { said, undecided }: Heard, reading: Reading): void {
  for (const changes of undecided ? [result.all, result.undecided] : [result.all]) {
    changes.messages += 1
    if (!said.complaint && reading.complaint) changes.toComplaint += 1
    if (said.complaint && !reading.complaint) changes.toOther += 1
    if (said.complaint && reading.complaint && said.category !== reading.category) {
      changes.category += 1
    }
  }
}

function gradesOf(reading: Reading | undefined): Grades | undefined {
  if (!reading) return undefined
  const { probability, category, agency: agencyCode, urgent, emergency, modus } = reading
  return { probability, category, agencyCode, urgent, emergency, modus }
}

async function record({ db, regionId, model, since, result }: Run): Promise<void> {
  await db.sql.begin((tx) =>
    appendEvent(tx, {
      regionId,
      kind: 'readings.reread',
      data: { model: model.name, since, ...result },
    }),
  )
  await db.bus.notify('readings', regionId)
  await db.bus.notify('candidates', regionId)
}
