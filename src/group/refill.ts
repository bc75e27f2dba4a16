/**
 * Gives every voice a vector by the function of today, while the service runs: in small steps, the newest
 * voices first, so that what is told of now is found soonest. What a step wrote stays; a process that dies
 * leaves nothing half done, and the next walk passes over what is there.
 */
import type { Database, Pool, Sql } from '../db/connect.ts'
import { vectorText } from './embed.ts'
import { embedderNamed, openEmbedder, type Embedder } from './embedder.ts'
import { fingerprint } from './fingerprint.ts'
import {
  activateFilled,
  currentEmbedders,
  deleteRetired,
  endOfStretch,
  ensureEmbedder,
  insertFilled,
  markEmptied,
  retiredEmbedders,
  voicesWithout,
  type EmbedderRow,
  type Voice,
} from './queries-refill.ts'
import { toldText } from './told-text.ts'

/** How many voices are asked for a missing vector by one query, and embedded before they are written. */
const STRETCH = 5000
const BATCH = 16
/** Voices may lack a vector by the active function, too: a process that does not have it has grouped them. */
const CHECK_MS = 3_600_000
const TOP = Number.MAX_SAFE_INTEGER

/** Where this process stands; it is lost with the process, and then the walk begins at the top again. */
type Place = {
  walks: Map<number, { below: number; endedAt: number | null }>
  deleting: { embedderIds: number[]; after: number } | null
}
const places = new WeakMap<Database, Place>()

export type RefillOptions = {
  /** Most voices of one step. */
  limit: number
  /** After so many milliseconds the step ends early; what was embedded is written first. */
  mostMs: number
  embedders?: (name: string) => Embedder | null
}

export type Refilled = {
  filled: number
  deleted: number
  /** The function that took over in this step. */
  activated: string | null
  /** Whether another step has something to do now. `elsewhere`: another process is at it. */
  next: 'more' | 'nothing' | 'elsewhere'
}

/**
 * Loads the embedder of the settings and makes it the one that is wanted.
 * @throws a sentence when it cannot be used
 */
export async function useEmbedder(sql: Pool, folder: string | null): Promise<Embedder> {
  const embedder = await openEmbedder(folder)
  await ensureEmbedder(sql, embedder.name)
  return embedder
}

/**
 * One step: first what the active function lacks, then what the filling one lacks; when it lacks nothing it
 * takes over, and the vectors of the retired one are deleted. Any number of processes may call it.
 */
export async function refillFingerprints(db: Database, wish: RefillOptions): Promise<Refilled> {
  const done: Refilled = { filled: 0, deleted: 0, activated: null, next: 'elsewhere' }
  await db.alone('refill', async () => {
    const { active, filling } = await currentEmbedders(db.sql)
    const place = placeOf(db)
    done.next = 'more'
    if (await fillSome(db, { row: active, place, wish, done })) return
    if (filling && (await fillSome(db, { row: filling, place, wish, done }))) return
    if (filling && (await finish(db, filling, done))) return
    if (!(await deleteSome(db, place, done))) done.next = 'nothing'
  })
  return done
}

function placeOf(db: Database): Place {
  const kept = places.get(db) ?? { walks: new Map(), deleting: null }
  places.set(db, kept)
  return kept
}

type Filling = { row: EmbedderRow; place: Place; wish: RefillOptions; done: Refilled }

/** @returns whether it did something, and this step is over */
async function fillSome(db: Database, { row, place, wish, done }: Filling): Promise<boolean> {
  const embedder = (wish.embedders ?? embedderNamed)(row.name)
  if (!embedder) return false
  const walk = place.walks.get(row.id) ?? { below: TOP, endedAt: null }
  place.walks.set(row.id, walk)
  if (walk.endedAt !== null && Date.now() - walk.endedAt > CHECK_MS) walk.endedAt = null
  // Between two walks only the newest voices are looked at: that is where one is missing, if any.
  const isWalking = walk.endedAt === null
  const below = isWalking ? walk.below : TOP
  const lowest = await endOfStretch(db.sql, below, STRETCH)
  if (lowest === null) {
    Object.assign(walk, { below: TOP, endedAt: Date.now() })
    return false
  }
  const stretch = { embedderId: row.id, below, lowest, limit: wish.limit }
  const voices = await voicesWithout(db.sql, stretch)
  const filled = await fillInTime(db, { row, wish, done }, { embedder, voices })
  const isWhole = filled === voices.length && filled < wish.limit
  if (isWalking) walk.below = isWhole ? lowest : (voices[filled - 1]?.id ?? below)
  return isWalking || filled > 0
}

type Work = { embedder: Embedder; voices: readonly Voice[] }

/** @returns how many of the voices, in their order, have a vector now */
async function fillInTime(
  db: Database,
  { row, wish, done }: Omit<Filling, 'place'>,
  { embedder, voices }: Work,
): Promise<number> {
  const end = performance.now() + wish.mostMs
  let at = 0
  while (at < voices.length && (at === 0 || performance.now() < end)) {
    const batch = voices.slice(at, at + BATCH)
    done.filled += await fill(db.sql, row, { embedder, voices: batch })
    at += batch.length
  }
  return at
}

/** @returns how many vectors are new */
async function fill(sql: Sql, { id }: EmbedderRow, { embedder, voices }: Work): Promise<number> {
  const made = voices.map((voice) => {
    const text = toldText(voice)
    const { stream, hash } = fingerprint(text, voice.address ?? '')
    return { voiceId: voice.id, textHash: hash, text, stream }
  })
  const vectors = await embedder.embed(made)
  const rows = made.map(({ voiceId, textHash }, n) => {
    const vector = vectors[n]
    if (!vector) throw new Error(`embed: ${embedder.name} gave no vector for voice ${voiceId}`)
    return { voiceId, textHash, embedding: vectorText(vector) }
  })
  return insertFilled(sql, id, rows)
}

/** The walk has ended; what was told of meanwhile by somebody without this function makes one more walk. */
async function finish(db: Database, filling: EmbedderRow, done: Refilled): Promise<boolean> {
  const { walks } = placeOf(db)
  if (!walks.has(filling.id)) return false
  if (await activateFilled(db.sql, filling)) done.activated = filling.name
  walks.delete(filling.id)
  return true
}

const ROWS_DELETED = 1000

/** Few rows at a time: each one leaves a dead entry in the index of neighbours, which VACUUM mends slowly. */
async function deleteSome(db: Database, place: Place, done: Refilled): Promise<boolean> {
  if (!place.deleting) {
    const retired = await retiredEmbedders(db.sql)
    if (retired.length === 0) return false
    place.deleting = { embedderIds: retired.map(({ id }) => id), after: 0 }
  }
  const { embedderIds, after } = place.deleting
  const { deleted, upTo } = await deleteRetired(db.sql, { embedderIds, after, rows: ROWS_DELETED })
  done.deleted = deleted
  if (upTo === null) {
    await markEmptied(db.sql, embedderIds)
    place.deleting = null
  } else place.deleting.after = upTo
  return true
}
