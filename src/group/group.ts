/** Puts what was read to the problem it tells of: a new candidate, a voice of a known one, or aside. */
import type { Database, Sql } from '../db/connect.ts'
import { appendEvents, type NewEvent } from '../ledger/append.ts'
import type { Region } from '../region/region.ts'
import { assign, type Batch, type SoFar } from './assign.ts'
import type { Prepared } from './compare.ts'
import { vectorText } from './embed.ts'
import { builtIn, embedderNamed, type Embedder } from './embedder.ts'
import { lookUp, type LookedUp } from './look-up.ts'
import { toMessage, type Message } from './message.ts'
import { keepPrints } from './prints.ts'
import { knownVoices, tuneSearch, type Known } from './queries-known.ts'
import { holdEmbedders } from './queries-refill.ts'
import {
  claimReadFilings,
  claimReadPosts,
  lockGrouping,
  lockJoined,
  reserveIds,
  type Waiting,
} from './queries.ts'
import { triageDue } from '../region/triage-due.ts'
import { write, type Vectors } from './write.ts'

/**
 * Most messages, and longest work, of one transaction: it holds the region's lock and candidates that
 * officers decide on, and in the embedded database nobody else is served meanwhile.
 */
const MOST = 200
const MOST_MS = 250
/** How many messages are looked up together at first, and at most. */
const FIRST = 8
const MOST_TOGETHER = 48

type Work = {
  tx: Sql
  region: Region
  dueAt: Date
  embedders: { id: number; embedder: Embedder }[]
  activeId: number
  preparedOf: (known: Known) => Prepared
}

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
    const waiting = [...filings, ...posts]
    if (waiting.length === 0) return 0
    await tuneSearch(tx)
    const dueAt = triageDue(region, now)
    const work = { tx, region, dueAt, ...(await embeddersNow(tx)), preparedOf: keepPrints(db) }
    const { done, events } = await groupAll(work, waiting, end)
    await appendEvents(tx, events)
    return done
  })
  if (handled > 0) await db.bus.notify('candidates', region.id)
  return handled
}

/** A new voice gets a vector by the function that is searched, and by the one that will be. */
async function embeddersNow(tx: Sql): Promise<Pick<Work, 'embedders' | 'activeId'>> {
  const { active, filling } = await holdEmbedders(tx)
  const embedders = [active, filling]
    .filter((row) => row !== null)
    .flatMap(({ id, name }) => {
      const embedder = embedderNamed(name)
      return embedder ? [{ id, embedder }] : []
    })
  return { embedders, activeId: active.id }
}

/**
 * Batch after batch, until the time is over. While one is thought over, the database looks up the next one
 * and writes the one before. Few messages at first: how many fit into the time is known only after the first.
 */
async function groupAll(work: Work, waiting: readonly Waiting[], end: number) {
  const events: NewEvent[] = []
  const writing: Promise<unknown>[] = []
  let soFar: SoFar = { fresh: [], spans: new Map() }
  let done = 0
  let last = 0
  let looking = lookAt(work, waiting.slice(0, FIRST))
  for (let size = FIRST * 2; ; size = Math.min(size * 2, MOST_TOGETHER)) {
    const from = performance.now()
    const looked = await looking
    done += looked.messages.length
    // It takes about as long as the one before.
    const isLast = done >= waiting.length || performance.now() + last > end
    if (!isLast) looking = lookAt(work, waiting.slice(done, done + size))
    // Awaited in the next round; if this one fails, so does the transaction.
    looking.catch(() => {})
    const placed = await placeAll(work, { ...looked, soFar })
    placed.written.catch(() => {})
    writing.push(placed.written)
    events.push(...placed.events)
    soFar = placed.soFar
    if (isLast) break
    last = performance.now() - from
  }
  await Promise.all(writing)
  return { done, events }
}

type Looked = Pick<Batch, 'messages' | 'ids' | keyof LookedUp> & { vectorsOf: Vectors }

async function lookAt(work: Work, waiting: readonly Waiting[]): Promise<Looked> {
  const { tx, region, activeId } = work
  const messages = waiting.map(toMessage)
  const vectorsOf = await embedAll(work, messages)
  const asked = messages.map((message) => {
    const vector = vectorsOf(message).find(({ embedderId }) => embedderId === activeId)
    const isWorded = message.made.print.stream.length > 0
    return { ...message, vector: isWorded && vector ? vector.embedding : null }
  })
  const search = { tx, regionId: region.id, casePrefix: region.casePrefix, embedderId: activeId }
  const [found, ids] = await Promise.all([lookUp(search, asked), reserveIds(tx, messages.length)])
  return { ...found, messages, vectorsOf, ids }
}

async function placeAll(work: Work, looked: Looked & { soFar: SoFar }) {
  const { tx, preparedOf } = work
  const { assigned, soFar } = await assignLocked(tx, { ...looked, preparedOf })
  const placed = assigned.filter((one) => one !== null)
  const aside = looked.messages.filter((_, index) => assigned[index] === null)
  return { soFar, ...write(work, placed, aside, looked.vectorsOf) }
}

/** Without content words it is a vector of zeros, which is near to nothing. */
async function embedAll({ embedders }: Work, messages: readonly Message[]): Promise<Vectors> {
  const embeddable = messages.map(({ made }) => {
    return { text: made.told.text, stream: made.print.stream }
  })
  const vectors = new Map<number, { embedderId: number; embedding: string }[]>()
  const keyOf = ({ of }: Message) => (of.kind === 'filing' ? -of.id : of.id)
  for (const { id, embedder } of embedders) {
    const made =
      embedder === builtIn
        ? messages.map((message) => message.made.vector)
        : await embedder.embed(embeddable)
    for (const [index, message] of messages.entries()) {
      const before = vectors.get(keyOf(message)) ?? []
      const embedding = vectorText(made[index]!)
      vectors.set(keyOf(message), [...before, { embedderId: id, embedding }])
    }
  }
  return (message) => vectors.get(keyOf(message)) ?? []
}

/**
 * A person may decide on a candidate, or end a case, between our look and our write: what would be joined
 * is locked and looked at again, and if it stands otherwise by then, all is thought over without it.
 */
async function assignLocked(tx: Sql, batch: Batch): Promise<ReturnType<typeof assign>> {
  const locked = new Set<number>()
  for (;;) {
    const done = assign(batch)
    const joined = done.assigned.flatMap((one) => (one && !one.isNew ? [one.candidateId] : []))
    const made = new Set(done.assigned.flatMap((one) => (one?.isNew ? [one.candidateId] : [])))
    const open = [...new Set(joined)].filter((id) => !locked.has(id) && !made.has(id))
    if (open.length === 0) return done
    await lockJoined(tx, open)
    for (const id of open) locked.add(id)
    if (await standAsSeen(tx, batch, new Set(open))) return done
  }
}

/** Looks again at voices of these candidates. @returns whether all of them stand as they did */
async function standAsSeen(tx: Sql, { known }: LookedUp, ids: Set<number>): Promise<boolean> {
  const touched = [...known.values()].filter(({ candidateId }) => ids.has(candidateId))
  const rows = await knownVoices(
    tx,
    touched.map(({ voiceId }) => voiceId),
  )
  const now = new Map(rows.map((row) => [row.voiceId, row]))
  let isSame = true
  for (const was of touched) {
    const row = now.get(was.voiceId)
    if (row) known.set(was.voiceId, row)
    else known.delete(was.voiceId)
    isSame &&= row?.caseId === was.caseId && row.isClosed === was.isClosed
  }
  return isSame
}
