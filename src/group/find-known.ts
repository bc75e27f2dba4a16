/** The ladder by which a message is recognised: the surest rung first. */
import type { Sql } from '../db/connect.ts'
import { comparePrepared, prepare, type Comparison, type Prepared, type Told } from './compare.ts'
import { embed, vectorText } from './embed.ts'
import type { Fingerprint } from './fingerprint.ts'
import {
  nearestVoices,
  voiceOfParent,
  voiceOfUrl,
  voicesNearby,
  voicesOfHash,
  type Around,
  type Known,
} from './queries-known.ts'
import type { Waiting } from './queries.ts'
import { DAY_MS, MEMORY_DAYS, MOST_MATCHES, NEARBY_DAYS } from './reach.ts'

export type Rung = 'url' | 'repost' | 'reply' | 'identical' | 'near'
export type Match = { known: Known; rung: Rung; score: number; reasons: string[] }
export type Judged = { joins: Match | null; suggested: Match[] }

/** Where to look; `prints` are those of voices that are met again and again, by the voice's id. */
export type Search = { tx: Sql; regionId: string; prints: Map<number, Fingerprint> }

/** The prints of the longest texts take half a megabyte each. */
const MOST_PRINTS = 500

/** What a message that is a complaint, or was filed, belongs to. */
export async function findKnown(search: Search, of: Waiting, made: Prepared): Promise<Judged> {
  const linked = await findLinked(search, of, made)
  if (linked && !contradicts(of, linked.known)) return { joins: linked, suggested: [] }
  const around = {
    regionId: search.regionId,
    since: daysFrom(of.at, -MEMORY_DAYS),
    until: daysFrom(of.at, MEMORY_DAYS),
  }
  const { hash, isDistinct } = made.print
  const copies = isDistinct ? await voicesOfHash(search.tx, around, hash) : []
  const copy = copies.find((known) => judge(search, made, known).verdict === 'confirmed')
  if (copy) {
    const reasons = ['teks sama persis']
    return { joins: { known: copy, rung: 'identical', score: 1, reasons }, suggested: [] }
  }
  const near = await findNear(search, around, made)
  const nearby = await findNearby(search, around, of)
  return judgeAll(search, made, [...copies, ...near, ...nearby])
}

const daysFrom = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS)

/** A reply that is no complaint by itself, but says where: it speaks for the one it answers. */
export async function findAnswered(search: Search, of: Waiting): Promise<Match | null> {
  if (!isAnswer(of) || of.place === null) return null
  const linked = await findParent(search, of)
  return linked && linked.known.place === null ? linked : null
}

/** It stands under another message, whose address it may carry. */
const isAnswer = ({ postKind }: Waiting): boolean =>
  postKind === 'reply' || postKind === 'comment' || postKind === 'review'

async function findLinked(search: Search, of: Waiting, made: Prepared): Promise<Match | null> {
  return (await findSamePage(search, of, made)) ?? (await findParent(search, of))
}

async function findSamePage(search: Search, of: Waiting, made: Prepared): Promise<Match | null> {
  if (of.canonicalUrl === null || isAnswer(of)) return null
  const known = await voiceOfUrl(search.tx, search.regionId, of.canonicalUrl)
  // Some tables name one page in every row: the words must not tell of something else.
  if (!known || judge(search, made, known).verdict === 'different') return null
  return { known, rung: 'url', score: 1, reasons: ['tautan sama'] }
}

async function findParent({ tx, regionId }: Search, of: Waiting): Promise<Match | null> {
  if (of.parentNativeId === null || of.sourceKind === null) return null
  const parent = { sourceKind: of.sourceKind, nativeId: of.parentNativeId }
  const known = await voiceOfParent(tx, regionId, parent)
  if (!known) return null
  if (of.postKind === 'repost' || of.postKind === 'quote') {
    return { known, rung: 'repost', score: 1, reasons: ['membagikan ulang unggahan yang sama'] }
  }
  return { known, rung: 'reply', score: 0.9, reasons: ['balasan pada unggahan yang sama'] }
}

/** Under one post people tell of their own streets: another area is another problem. */
function contradicts(of: Waiting, known: Known): boolean {
  if (of.postKind === 'repost') return false
  const differ = (a: string | null, b: string | null): boolean =>
    a !== null && b !== null && a !== b
  return (
    differ(of.kelurahanCode, known.kelurahanCode) || differ(of.kecamatanCode, known.kecamatanCode)
  )
}

async function findNear({ tx }: Search, around: Around, made: Prepared): Promise<Known[]> {
  if (made.print.stream.length === 0) return []
  return nearestVoices(tx, around, vectorText(embed(made.print.stream)))
}

async function findNearby({ tx }: Search, around: Around, of: Waiting): Promise<Known[]> {
  const { category, kecamatanCode, kelurahanCode } = of
  if (category === null || kecamatanCode === null || category === 'lainnya') return []
  const lately = daysFrom(of.at, -NEARBY_DAYS)
  return voicesNearby(tx, around, { category, kecamatanCode, kelurahanCode, lately })
}

function judgeAll(search: Search, made: Prepared, voices: Known[]): Judged {
  const best = new Map<number, Match & { verdict: Comparison['verdict'] }>()
  for (const known of voices) {
    const { score, verdict, reasons } = judge(search, made, known)
    if (verdict === 'different') continue
    const match = { known, rung: 'near' as const, score, reasons, verdict }
    const other = best.get(known.candidateId)
    if (!other || rank(match) > rank(other)) best.set(known.candidateId, match)
  }
  const sorted = [...best.values()].toSorted((a, b) => rank(b) - rank(a))
  const joins = sorted.find((match) => match.verdict === 'confirmed') ?? null
  return { joins, suggested: sorted.filter((match) => match !== joins).slice(0, MOST_MATCHES) }
}

const rank = (match: { score: number; verdict: Comparison['verdict'] }): number =>
  match.score + (match.verdict === 'confirmed' ? 1 : 0)

/** What a voice says is never edited, so its print is made once; where it was placed may change. */
function judge({ prints }: Search, made: Prepared, known: Known): Comparison {
  const told = toldOf(known)
  const print = prints.get(known.voiceId) ?? prepare(told).print
  if (prints.size >= MOST_PRINTS) prints.clear()
  prints.set(known.voiceId, print)
  return comparePrepared(made, { told, print })
}

/** What the comparison is told of a message: its own words, and where the machine placed it. */
export function toldOf(message: Waiting | Known): Told {
  return {
    text:
      message.title && !message.text.startsWith(message.title)
        ? `${message.title}\n${message.text}`
        : message.text,
    address: message.address,
    kelurahan: message.kelurahanCode,
    kecamatan: message.kecamatanCode,
    date: message.at,
    category: message.category,
    agency: message.agencyCode,
  }
}
