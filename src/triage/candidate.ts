import type { Sql } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import { type HistoryLine, readHistory } from '../ledger/history.ts'
import type { Acting, Officer } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { Modus, Reason } from '../read/reading.ts'
import type { Category } from '../region/category.ts'
import { maskPlace } from '../voices/mask.ts'
import { readVoices, type Voice } from '../voices/voice.ts'
import type { PriorityPart } from './priority.ts'
import { candidateRow } from './queries.ts'
import { suggestionsFor } from './queries-suggestions.ts'
import type { DismissReason } from './reasons.ts'

export const CANDIDATE_STATUSES = ['waiting', 'dismissed', 'merged', 'opened', 'joined'] as const
export type CandidateStatus = (typeof CANDIDATE_STATUSES)[number]

export type AreaName = { code: string; name: string }
export type AgencyName = { code: string; name: string; short: string }

/** What the machine read in a candidate, and a person may correct. */
export const READING_FIELDS = [
  'title',
  'category',
  'agencyCode',
  'kecamatanCode',
  'kelurahanCode',
  'place',
  'urgent',
] as const
export type ReadingField = (typeof READING_FIELDS)[number]

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
  /** All of its voices; none when it was joined to another candidate. */
  voiceCount: number
  /** How many of these only copy another one. */
  copyCount: number
  channels: string[]
  sources: string[]
  firstAt: Date
  lastAt: Date
  dueAt: Date
  /** How pressing it is while it waits, and why; 0 once it is decided. */
  priority: number
  priorityParts: PriorityPart[]
  /** Who will decide on it. */
  assignedTo: { id: number; name: string } | null
  /** Until when it is out of the queue; null when that is over. */
  snoozedUntil: Date | null
  /** Words of the officers' own, sorted. */
  labels: string[]
  /** Fields that a person has set otherwise than the machine. */
  corrected: ReadingField[]
  version: number
  caseId: number | null
  caseNumber: string | null
  /** Where its voices speak now. */
  joinedId: number | null
  /** The candidate that its first voices were taken out of. */
  splitFrom: number | null
  dismissReason: DismissReason | null
  decidedBy: { id: number; name: string } | null
  decidedAt: Date | null
}

/** The machine's guess that this candidate is another candidate, or a case: exactly one of the two. */
export type Suggestion = {
  candidateId: number | null
  caseId: number | null
  caseNumber: string | null
  /** A case that was declined is not suggested; one that is closed may be opened again. */
  caseStatus: 'opened' | 'disposed' | 'in_progress' | 'answered' | 'closed' | null
  title: string
  score: number
  reasons: Reason[]
  /** Who said that it is another problem. */
  rejectedBy: { id: number; name: string } | null
  rejectedAt: Date | null
}

export type Candidate = CandidateRow & {
  /** The first page of them; `nextVoice` is what the second one comes after. */
  voices: Voice[]
  nextVoice: number | null
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
  const suggestions = await readSuggestions(sql, officer, id)
  const events = await readHistory(sql, { regionId, candidateId: id })
  return {
    ...maskPlace(row, officer.role),
    voices: voices.items,
    nextVoice: voices.next,
    suggestions,
    events,
  }
}

/** What may be the same problem, as this officer may see it: a filed title can end with an address. */
export async function readSuggestions(
  sql: Sql,
  officer: Officer,
  candidateId: number,
): Promise<Suggestion[]> {
  const rows = await suggestionsFor(sql, officer.regionId, candidateId)
  return rows.map((row) => {
    const { place: _, filed: __, ...suggestion } = maskPlace({ ...row, place: null }, officer.role)
    return suggestion
  })
}
