/** "Cases like this": what is already known of a problem that somebody describes in words. */
import type { Pool, Sql } from '../db/connect.ts'
import { comparePrepared, prepare, type Comparison, type Prepared, type Told } from './compare.ts'
import { vectorText } from './embed.ts'
import { embedderNamed } from './embedder.ts'
import { weighOverlap } from './hash-set.ts'
import { currentEmbedders } from './queries-refill.ts'
import {
  candidateVoice,
  foundByNumber,
  foundByWords,
  nearbyFound,
  nearestFound,
  searching,
  type Vector,
} from './queries-search.ts'
import type { Found, Scope } from './queries-search-rows.ts'
import { numberIn, prefixQuery, wordsIn } from './search-words.ts'
import { weightOf } from './word-weights.ts'

export type Similar = {
  caseId: number | null
  caseNumber: string | null
  /** closed and declined ones are found, too: a problem can come back. */
  caseStatus: Found['caseStatus']
  candidateId: number
  filed: boolean
  title: string
  /** The beginning of the voice that is most alike. */
  excerpt: string
  category: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
  confidential: boolean
  voiceCount: number
  /** When the case was opened, or the candidate was first told. */
  at: Date
  score: number
  verdict: Comparison['verdict']
  reasons: string[]
}

export type Search = Scope & {
  /** What case numbers begin with; null: numbers are not looked up. */
  casePrefix: string | null
  told: Told
  /** 1 to 10. */
  limit: number
}

const MOST = 10
/** So much of a text is looked at, in characters. */
export const MOST_SEARCHED = 2000
const MOST_EXCERPT = 200
/** A query of so few words is looked for in titles and places: it says too little to be compared. */
const FEW_WORDS = 2
/** A number alone: its prefix, year and serial. */
const NUMBER_WORDS = 3
/** Which part of the words that were typed a text must have to be shown although it tells of something else. */
const LEAST_COVERED = 0.5

/** What is surest comes first, whatever its score. */
const TIERS = { number: 3, words: 2, alike: 1, covered: 0 } as const
type Tier = keyof typeof TIERS

/**
 * Looks for cases and candidates that may be what is told; best first, one row for each, open ones before
 * closed ones that are as much alike. A number of a case or filing finds just that one.
 */
export async function findSimilar(sql: Pool, search: Search): Promise<Similar[]> {
  const { told, limit } = search
  const text = told.text.slice(0, MOST_SEARCHED)
  const made = prepare({ ...told, text })
  const number = search.casePrefix === null ? null : numberIn(text, search.casePrefix)
  const words = wordsIn(text)
  const isShort = words.length > 0 && words.length <= FEW_WORDS
  const vector = await vectorOf(sql, made)
  const found = await searching(sql, async (tx) => {
    const numbered = number === null ? [] : await foundByNumber(tx, search, number)
    if (numbered.length > 0) return { numbered, named: [], near: [] }
    const named = isShort ? await foundByWords(tx, search, prefixQuery(words)) : []
    // The meaning of a word or two, or of a number, is a guess that comes after all that is found by them.
    const isEnough = named.length >= limit || (number !== null && words.length <= NUMBER_WORDS)
    return { numbered, named, near: isEnough ? [] : await findNear(tx, search, made, vector) }
  })
  const best = new Map<number, Ranked>()
  const take = (voices: Found[], tier: Tier | null) => {
    for (const voice of voices) keepBetter(best, rank(voice, made, tier, search.person))
  }
  take(found.numbered, 'number')
  take(found.named, 'words')
  take(found.near, null)
  return [...best.values()]
    .toSorted(inOrder)
    .slice(0, Math.max(1, Math.min(limit, MOST)))
    .map((one) => similarOf(one, words))
}

/** What a candidate of the region tells, as its first voice says it; null when there is none. */
export async function toldOf(
  sql: Sql,
  { regionId, person }: Pick<Scope, 'regionId' | 'person'>,
  candidateId: number,
): Promise<Told | null> {
  const voice = await candidateVoice(sql, regionId, candidateId)
  return voice ? toldBy(voice, person) : null
}

/** Null: there are no words, or this program does not have the function whose fingerprints are searched. */
async function vectorOf(sql: Sql, made: Prepared): Promise<Vector | null> {
  const { text } = made.told
  const { stream } = made.print
  if (stream.length === 0) return null
  const { active } = await currentEmbedders(sql)
  const [vector] = (await embedderNamed(active.name)?.embed([{ text, stream }])) ?? []
  return vector ? { embedderId: active.id, embedding: vectorText(vector) } : null
}

async function findNear(
  tx: Sql,
  search: Search,
  made: Prepared,
  vector: Vector | null,
): Promise<Found[]> {
  const near = vector === null ? [] : await nearestFound(tx, search, vector)
  const { category, kecamatan, kelurahan } = made.told
  // Without a word there is nothing to compare, and "others" is no category that two problems share.
  const isPlaced = category && category !== 'lainnya' && kecamatan
  if (made.print.stream.length === 0 || !isPlaced) return near
  const where = { category, kecamatanCode: kecamatan, kelurahanCode: kelurahan ?? null }
  return [...near, ...(await nearbyFound(tx, search, where))]
}

type Ranked = { found: Found; tier: Tier; comparison: Comparison }

/** Null: it tells of something else. */
function rank(found: Found, made: Prepared, tier: Tier | null, person: boolean): Ranked | null {
  const known = preparedOf(found, person)
  const comparison = comparePrepared(made, known)
  if (tier !== null) return { found, tier, comparison }
  if (comparison.verdict !== 'different') return { found, tier: 'alike', comparison }
  return coverage(made, known) >= LEAST_COVERED ? { found, tier: 'covered', comparison } : null
}

/** Which part of the words that were typed the other text has, by weight. */
function coverage(typed: Prepared, known: Prepared): number {
  const { shared, onlyA } = weighOverlap(typed.print.words, known.print.words, weightOf)
  const all = shared + onlyA
  return all === 0 ? 0 : shared / all
}

/** A case is one row, however many candidates and voices speak in it. */
function keepBetter(best: Map<number, Ranked>, one: Ranked | null): void {
  if (one === null) return
  const key = one.found.caseId === null ? one.found.candidateId : -one.found.caseId
  const other = best.get(key)
  if (!other || inOrder(one, other) < 0) best.set(key, one)
}

function inOrder(a: Ranked, b: Ranked): number {
  return (
    TIERS[b.tier] - TIERS[a.tier] ||
    b.comparison.score - a.comparison.score ||
    Number(isFinished(a.found)) - Number(isFinished(b.found)) ||
    b.found.since.getTime() - a.found.since.getTime()
  )
}

const isFinished = ({ caseStatus }: Found): boolean =>
  caseStatus === 'closed' || caseStatus === 'declined'

function similarOf({ found, tier, comparison }: Ranked, words: string[]): Similar {
  const reasonsOf: Record<Tier, string[]> = {
    number: ['nomor yang dicari'],
    words: [`judul atau tempat memuat: ${words.join(' ')}`],
    alike: comparison.reasons,
    covered: comparison.reasons,
  }
  return {
    caseId: found.caseId,
    caseNumber: found.caseNumber,
    caseStatus: found.caseStatus,
    candidateId: found.candidateId,
    filed: found.filed,
    title: found.title,
    excerpt: excerptOf(found.text),
    category: found.category,
    kecamatanCode: found.kecamatanCode,
    kelurahanCode: found.kelurahanCode,
    place: found.place,
    confidential: found.confidential,
    voiceCount: found.voiceCount,
    at: found.since,
    score: tier === 'number' ? 1 : comparison.score,
    verdict: tier === 'number' ? 'confirmed' : comparison.verdict,
    reasons: reasonsOf[tier],
  }
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= MOST_EXCERPT) return line
  return `${line
    .slice(0, MOST_EXCERPT - 1)
    .toWellFormed()
    .trimEnd()}…`
}

/** While a person types, the same voices are met again and again; what a voice says is never edited. */
const prints = new Map<string, Prepared>()
const MOST_PRINTS = 1000

function preparedOf(found: Found, person: boolean): Prepared {
  const told = toldBy(found, person)
  const key = [told.text, told.address, told.place].join('\n')
  const known = prints.get(key)
  if (known) return { ...known, told }
  if (prints.size >= MOST_PRINTS) prints.clear()
  const made = prepare(told)
  prints.set(key, made)
  return made
}

/** The address of who filed, or a place read from it, may decide and be quoted only for those who may see it. */
const toldBy = (found: Found, person: boolean): Told => ({
  text: found.text,
  address: person ? found.address : null,
  place: person || found.text.includes(found.named ?? '') ? found.named : null,
  kelurahan: found.kelurahanCode,
  kecamatan: found.kecamatanCode,
  date: found.at,
  category: found.category,
  agency: found.agencyCode,
})
