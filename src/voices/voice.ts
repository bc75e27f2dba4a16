/** The messages behind a candidate or a case, as the officer who looks may see them. */
import type { Sql } from '../db/connect.ts'
import type { Officer } from '../people/officer.ts'
import type { Category } from '../region/category.ts'
import type { Reason, Scored } from '../read/reading.ts'
import { maskVoice } from './mask.ts'
import { voicesOfCandidate, voicesOfCase } from './queries.ts'

export type Voice = {
  id: number
  kind: 'post' | 'filing'
  /** How it was recognised: first, url, repost, identical, near, person. */
  rung: string
  score: number
  reasons: unknown[]
  joinedAt: Date
  /** When it was written or filed. */
  at: Date
  channel: string
  sourceName: string | null
  authorHandle: string | null
  /** Of a filing: the name the citizen gave. */
  authorName: string | null
  /** Telephone or e-mail the citizen gave. */
  contact: string | null
  /** House or street the citizen gave. */
  address: string | null
  url: string | null
  title: string | null
  text: string
  filingNumber: string | null
  reading: VoiceReading | null
}

export type VoiceReading = {
  probability: number
  reasons: Reason[]
  categories: Scored<Category>[]
  agencies: Scored<string>[]
  place: string | null
  model: string
}

/** Oldest first, at most 200: a post that was repeated a thousand times is not read a thousand times. */
export async function readVoices(
  sql: Sql,
  officer: Officer,
  of: { candidateId: number } | { caseId: number },
): Promise<Voice[]> {
  const stored =
    'caseId' in of
      ? await voicesOfCase(sql, officer.regionId, of.caseId)
      : await voicesOfCandidate(sql, officer.regionId, of.candidateId)
  return stored.map((voice) => maskVoice(voice, officer.role))
}
