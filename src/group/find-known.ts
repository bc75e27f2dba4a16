/** The ladder by which a message is recognised: the surest rung first. */
import type { Sql } from '../db/connect.ts'
import { comparePrepared, prepare, type Comparison, type Prepared, type Told } from './compare.ts'
import { vectorText } from './embed.ts'
import {
  nearestVoices,
  voiceOfParent,
  voiceOfUrl,
  voicesNearby,
  voicesOfHash,
  type Known,
} from './queries-known.ts'
import type { Waiting } from './queries.ts'

export type Rung = 'url' | 'repost' | 'reply' | 'identical' | 'near'
export type Match = { known: Known; rung: Rung; score: number; reasons: string[] }
export type Judged = { joins: Match | null; suggested: Match[] }

const DAY_MS = 86_400_000
/** How far back a message can speak of the same thing. */
const MEMORY_DAYS = 90
/** How long two differently worded messages of one place may be one problem. */
const NEARBY_DAYS = 10
const MOST_SUGGESTIONS = 5

/** Where to look; `prepared` keeps what was made ready of the voices that are met again and again. */
export type Search = { tx: Sql; regionId: string; prepared: Map<number, Prepared> }

/** What a message that is a complaint, or was filed, belongs to. */
export async function findKnown(search: Search, of: Waiting, made: Prepared): Promise<Judged> {
  const { tx, regionId } = search
  const linked = await findLinked(search, of)
  if (linked && !contradicts(of, linked.known)) return { joins: linked, suggested: [] }
  const since = new Date(of.at.getTime() - MEMORY_DAYS * DAY_MS)
  const { hash, isDistinct } = made.print
  const copies = isDistinct ? await voicesOfHash(tx, regionId, hash, since) : []
  const copy = copies.find(
    (known) => !contradicts(of, known) && judge(search, made, known).verdict === 'confirmed',
  )
  if (copy) {
    const joins = {
      known: copy,
      rung: 'identical' as const,
      score: 1,
      reasons: ['teks sama persis'],
    }
    return { joins, suggested: [] }
  }
  return judgeAll(search, made, [
    ...copies,
    ...(made.print.stream.length > 0
      ? await nearestVoices(tx, regionId, vectorText(made.vector), since)
      : []),
    ...(await findNearby(search, of)),
  ])
}

/** A reply that is no complaint by itself, but says where: it speaks for the one it answers. */
export async function findAnswered(search: Search, of: Waiting): Promise<Match | null> {
  const isAnswer = of.postKind === 'reply' || of.postKind === 'comment'
  if (!isAnswer || of.place === null) return null
  const linked = await findParent(search, of)
  return linked && linked.known.place === null ? linked : null
}

async function findLinked(search: Search, of: Waiting): Promise<Match | null> {
  if (of.canonicalUrl !== null) {
    const known = await voiceOfUrl(search.tx, search.regionId, of.canonicalUrl)
    if (known) return { known, rung: 'url', score: 1, reasons: ['tautan sama'] }
  }
  return findParent(search, of)
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

async function findNearby({ tx, regionId }: Search, of: Waiting): Promise<Known[]> {
  if (of.category === null || of.kecamatanCode === null || of.category === 'lainnya') return []
  return voicesNearby(tx, regionId, {
    category: of.category,
    kecamatanCode: of.kecamatanCode,
    since: new Date(of.at.getTime() - NEARBY_DAYS * DAY_MS),
  })
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
  return { joins, suggested: sorted.filter((match) => match !== joins).slice(0, MOST_SUGGESTIONS) }
}

const rank = (match: { score: number; verdict: Comparison['verdict'] }): number =>
  match.score + (match.verdict === 'confirmed' ? 1 : 0)

function judge({ prepared }: Search, made: Prepared, known: Known): Comparison {
  const ready = prepared.get(known.voiceId) ?? prepare(toldOf(known))
  prepared.set(known.voiceId, ready)
  return comparePrepared(made, ready)
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
