/** Finds, for a batch of messages, the voices that may speak of the same problems. */
import type { Sql } from '../db/connect.ts'
import type { Message } from './message.ts'
import { isAnswer, numbersNamed } from './message.ts'
import { knownVoices, type Known } from './queries-known.ts'
import {
  nearestInKelurahan,
  nearestVoices,
  voicesNearby,
  voicesOfHashes,
  voicesOfNumbers,
  voicesOfParents,
  voicesOfUrls,
  voicesOfWriters,
  type Found,
} from './queries-found.ts'
import { DAY_MS, MEMORY_DAYS, NEARBY_DAYS } from './reach.ts'

export type Search = { tx: Sql; regionId: string; casePrefix: string; embedderId: number }

/** What is searched for: a message, and its vector by the active embedder as the database reads it. */
export type Asked = Message & { vector: string | null }

/**
 * How many the walk through the index of vectors looks at: what is nearest of the same kelurahan is compared
 * without it, so there a short walk is enough (recall of the nearest ten: bench/match.ts).
 */
const EF = 120
const EF_BESIDE = 24

/** By the place of a message in the batch: which voices were found, and how. */
export type Ways = {
  urls: Map<number, number[]>
  parents: Map<number, number[]>
  numbers: Map<number, number[]>
  hashes: Map<number, number[]>
  /** By meaning, by place and kind, or by the same writer. */
  alike: Map<number, number[]>
}

/** `known` are the voices as they stood then, and the first ones of their candidates. */
export type LookedUp = { ways: Ways; known: Map<number, Known> }

/** At most nine questions for the whole batch, then what was found; a second walk where most of that does not stand. */
export async function lookUp(search: Search, batch: readonly Asked[]): Promise<LookedUp> {
  const { tx, casePrefix } = search
  const all = batch.map((message, asker) => ({ asker, ...message, ...duringOf(message) }))
  const local = all.flatMap(kelurahanOf)
  const elsewhere = all.filter(({ of }) => of.kelurahanCode === null).flatMap(vectorOf)
  const [urls, parents, numbers, hashes, far, near, inKelurahan, nearby, writers] =
    await Promise.all([
      ask(all.flatMap(urlOf), (asking) => voicesOfUrls(tx, search, asking)),
      ask(all.flatMap(parentOf), (asking) => voicesOfParents(tx, search, asking)),
      ask(
        all.flatMap(({ asker, of }) =>
          numbersNamed(of.text, casePrefix).map((number) => ({ asker, number })),
        ),
        (asking) => voicesOfNumbers(tx, search, asking),
      ),
      ask(all.flatMap(hashOf), (asking) => voicesOfHashes(tx, search, asking)),
      ask(elsewhere, (asking) => nearestVoices(tx, search, { asking, ef: EF, isStanding: true })),
      ask(local, (asking) =>
        nearestVoices(tx, search, { asking, ef: EF_BESIDE, isStanding: false }),
      ),
      ask(local, (asking) => nearestInKelurahan(tx, search, asking)),
      ask(all.flatMap(areaOf), (asking) => voicesNearby(tx, search, asking)),
      ask(all.flatMap(writerOf), (asking) => voicesOfWriters(tx, search, asking)),
    ])
  const found = [urls, parents, numbers, hashes, far, near, inKelurahan, nearby, writers].flat()
  const known = await withFirst(tx, found)
  const crowded = local.filter(({ asker }) => isCrowded(near, asker, known))
  const behind = await ask(crowded, (asking) =>
    nearestVoices(tx, search, { asking, ef: EF_BESIDE, isStanding: true }),
  )
  for (const [id, one] of await withFirst(tx, behind)) known.set(id, one)
  const ways = {
    urls: byAsker(urls),
    parents: byAsker(parents),
    numbers: byAsker(numbers),
    hashes: byAsker(hashes),
    alike: byAsker([...hashes, ...far, ...near, ...behind, ...inKelurahan, ...nearby, ...writers]),
  }
  return { ways, known }
}

/** A question that nobody asks is not put. */
async function ask<T>(asking: T[], query: (asking: T[]) => Promise<Found[]>): Promise<Found[]> {
  return asking.length === 0 ? [] : query(asking)
}

/** Most of what is nearest does not stand any more, as copies of what was dismissed: what stands is behind them. */
function isCrowded(near: readonly Found[], asker: number, known: Map<number, Known>): boolean {
  const of = near.filter((one) => one.asker === asker)
  return of.filter(({ voiceId }) => known.has(voiceId)).length * 2 < of.length
}

async function withFirst(tx: Sql, found: readonly Found[]): Promise<Map<number, Known>> {
  const known = await byVoice(tx, [...new Set(found.map(({ voiceId }) => voiceId))])
  const firsts = new Set([...known.values()].map(({ firstVoiceId }) => firstVoiceId))
  const missing = [...firsts].filter((id) => !known.has(id))
  return new Map([...known, ...(await byVoice(tx, missing))])
}

async function byVoice(tx: Sql, ids: readonly number[]): Promise<Map<number, Known>> {
  const rows = ids.length === 0 ? [] : await knownVoices(tx, ids)
  return new Map(rows.map((row) => [row.voiceId, row]))
}

function byAsker(found: readonly Found[]): Map<number, number[]> {
  const ways = new Map<number, number[]>()
  for (const { asker, voiceId } of found) {
    const voices = ways.get(asker)
    if (voices) voices.push(voiceId)
    else ways.set(asker, [voiceId])
  }
  return ways
}

type Asker = Asked & ReturnType<typeof duringOf> & { asker: number }

const daysFrom = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS)

/** Between which times a message looks for its problem. */
export const duringOf = ({ of: { at } }: Message) => ({
  since: daysFrom(at, -MEMORY_DAYS),
  until: daysFrom(at, MEMORY_DAYS),
})

const urlOf = ({ asker, of }: Asker) =>
  of.canonicalUrl === null || isAnswer(of) ? [] : [{ asker, url: of.canonicalUrl }]

const parentOf = ({ asker, of }: Asker) =>
  of.parentNativeId === null || of.sourceKind === null
    ? []
    : [{ asker, sourceKind: of.sourceKind, nativeId: of.parentNativeId }]

const hashOf = ({ asker, made, since, until }: Asker) =>
  made.print.isDistinct ? [{ asker, since, until, hash: made.print.hash }] : []

const vectorOf = ({ asker, vector, since, until }: Asker) =>
  vector === null ? [] : [{ asker, since, until, vector }]

const kelurahanOf = ({ asker, vector, since, until, of: { kelurahanCode } }: Asker) =>
  vector === null || kelurahanCode === null ? [] : [{ asker, since, until, vector, kelurahanCode }]

function areaOf({ asker, of, since, until }: Asker) {
  const { category, kecamatanCode, kelurahanCode, at } = of
  if (category === null || kecamatanCode === null || category === 'lainnya') return []
  const lately = daysFrom(at, -NEARBY_DAYS)
  return [{ asker, since, until, category, kecamatanCode, kelurahanCode, lately }]
}

const writerOf = ({ asker, of, since, until }: Asker) =>
  of.writer === null ? [] : [{ asker, since, until, writer: of.writer }]
