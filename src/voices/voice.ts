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
  /** How it was recognised: first, url, repost, reply, number, identical, copy, same, person. */
  rung: string
  score: number
  reasons: unknown[]
  /** The officer who found it, or moved it here; null: the machine recognised it. */
  by: { id: number; name: string } | null
  /** Nearly the same words as this earlier voice, soon after it. */
  copyOf: number | null
  /** What copies it; null where nothing does. */
  copies: Copies | null
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

/** Nearly the same words as one voice; the times are those of the first and the last message of all. */
export type Copies = {
  count: number
  /** From how many accounts or telephones, as far as they are known; the voice's own is not counted. */
  accounts: number
  firstAt: Date
  lastAt: Date
}

export type VoiceReading = {
  probability: number
  reasons: Reason[]
  categories: Scored<Category>[]
  agencies: Scored<string>[]
  place: string | null
  model: string
}

/**
 * Oldest first, at most 200 voices and 200 of what only copies them: a post that was repeated a thousand
 * times is not read a thousand times.
 */
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
