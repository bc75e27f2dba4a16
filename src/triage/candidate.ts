import type { Sql } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import { type HistoryLine, readHistory } from '../ledger/history.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { Modus, Reason } from '../read/reading.ts'
import type { Category } from '../region/category.ts'
import { maskPlace } from '../voices/mask.ts'
import { readVoices, type Voice } from '../voices/voice.ts'
import { candidateRow, suggestionsFor } from './queries.ts'
import type { DismissReason } from './reasons.ts'

export const CANDIDATE_STATUSES = ['waiting', 'dismissed', 'merged', 'opened'] as const
export type CandidateStatus = (typeof CANDIDATE_STATUSES)[number]

export type AreaName = { code: string; name: string }
export type AgencyName = { code: string; name: string; short: string }

/** One line of the queue. */
export type CandidateRow = {
  id: number
  status: CandidateStatus
  /** A citizen filed it directly. */
  filed: boolean
  title: string
  /** The beginning of its first voice. */
  excerpt: string
  probability: number
  category: Category | null
  agency: AgencyName | null
  kecamatan: AreaName | null
  kelurahan: AreaName | null
  place: string | null
  urgent: boolean
  emergency: boolean
  /** The numbers to call at once. */
  calls: string[]
  confidential: boolean
  modus: Modus[]
  voiceCount: number
  channels: string[]
  sources: string[]
  firstAt: Date
  lastAt: Date
  dueAt: Date
  version: number
  caseId: number | null
  caseNumber: string | null
  dismissReason: DismissReason | null
  decidedBy: { id: number; name: string } | null
  decidedAt: Date | null
}

/** The machine's guess that this candidate is another candidate, or a case. */
export type Suggestion = {
  candidateId: number | null
  caseId: number | null
  caseNumber: string | null
  title: string
  score: number
  reasons: Reason[]
}

export type Candidate = CandidateRow & {
  voices: Voice[]
  suggestions: Suggestion[]
  events: HistoryLine[]
}

/** Everything a person needs to decide on one candidate. 404 when the region has no such candidate. */
export async function readCandidate(
  sql: Sql,
  { officer }: Acting,
  { id }: { id: number },
): Promise<Candidate> {
  requireRight(officer, 'queue.read')
  const { regionId } = officer
  const row = await candidateRow(sql, regionId, id)
  if (!row) throw notFound('Kandidat', id)
  const voices = await readVoices(sql, officer, { candidateId: id })
  const suggestions = await suggestionsFor(sql, regionId, id)
  const events = await readHistory(sql, { regionId, candidateId: id })
  return { ...maskPlace(row, officer.role), voices, suggestions, events }
}
