/**
 * Practice: an officer decides again what was decided long ago, and learns at once what was done. Everything is
 * read in a transaction that the database itself keeps from writing.
 */
import type { Pool, Sql } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import type { Acting, Officer } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { Reason } from '../read/reading.ts'
import type { DismissReason } from '../triage/reasons.ts'
import { maskPlace } from '../voices/mask.ts'
import { readVoices, type Voice } from '../voices/voice.ts'
import { agreementOf, POINTS, type Agreement, type PracticeChoice } from './points.ts'
import {
  casesThen,
  decidedCandidate,
  drawPractice,
  namesAround,
  type DecidedRow,
} from './queries.ts'
import { publicWords, withoutNames } from './without-names.ts'

/** Below this a practice would show the same few again and again. */
export const LEAST_DECISIONS = 10
const MOST_VOICES = 8
const MOST_LETTERS = 3000

export type PracticeVoice = {
  id: number
  kind: 'post' | 'filing'
  channel: string
  sourceName: string | null
  at: Date
  title: string | null
  text: string
  reasons: Reason[]
}

/** A case that was open when the decision was made. */
export type PracticeCase = {
  id: number
  number: string
  title: string
  description: string
  category: string
  kecamatan: { code: string; name: string } | null
  openedAt: Date
  /** How alike the machine found it; null: it only is of the same kind or area. */
  score: number | null
}

/** A candidate as it stood before its decision, for somebody who must not see any person. */
export type PracticeItem = Pick<
  DecidedRow,
  | 'id'
  | 'filed'
  | 'title'
  | 'category'
  | 'kecamatan'
  | 'kelurahan'
  | 'place'
  | 'urgent'
  | 'emergency'
  | 'voiceCount'
> & {
  /** The first of them. */
  voices: PracticeVoice[]
  cases: PracticeCase[]
}

export type Practice = {
  items: PracticeItem[]
  /** How many decisions there are to draw from, and how many there must be. */
  available: number
  least: number
  points: Record<Agreement, number>
}

/** What was decided, by which role, why; and what the trainee's choice is worth beside it. */
export type PracticeAnswer = {
  id: number
  agrees: Agreement
  points: number
  made: PracticeChoice
  role: string | null
  note: string | null
  category: string | null
  agency: { code: string; name: string; short: string } | null
  case: { id: number; number: string; title: string } | null
}

/** Past decisions without their ends, drawn by chance; those of `seen` only when there are no others. */
export async function drawnPractice(
  sql: Pool,
  { officer }: Acting,
  { limit, seen }: { limit: number; seen: readonly number[] },
): Promise<Practice> {
  requireRight(officer, 'queue.decide')
  return sql.begin('read only', async (tx) => {
    const { ids, available } = await drawPractice(tx, officer.regionId, { limit, seen })
    const items: PracticeItem[] = []
    if (available >= LEAST_DECISIONS) {
      for (const id of ids) {
        const item = await readItem(tx, officer, id)
        if (item) items.push(item)
      }
    }
    return { items, available, least: LEAST_DECISIONS, points: POINTS }
  })
}

/** 404 when the candidate is not decided, or is not for practice. */
export async function answerPractice(
  sql: Pool,
  { region, officer }: Acting,
  { id, choice }: { id: number; choice: PracticeChoice },
): Promise<PracticeAnswer> {
  requireRight(officer, 'queue.decide')
  return sql.begin('read only', async (tx) => {
    const row = await decidedCandidate(tx, officer.regionId, id)
    if (!row) throw notFound('Soal latihan', id)
    const made = choiceOf(row)
    const agrees = agreementOf(choice, made)
    const names = await namesAround(tx, officer.regionId, id)
    return {
      id,
      agrees,
      points: POINTS[agrees],
      made,
      role: row.role,
      note: row.note === null ? null : withoutNames(row.note, names, publicWords(region)),
      category: row.caseCategory ?? row.category,
      agency: row.agency,
      case: caseOf(row),
    }
  })
}

async function readItem(tx: Sql, officer: Officer, id: number): Promise<PracticeItem | null> {
  const row = await decidedCandidate(tx, officer.regionId, id)
  if (!row) return null
  const told = await readVoices(tx, { ...officer, role: 'observer' }, { candidateId: id })
  const voices = told.items.filter(({ joinedAt }) => joinedAt <= row.decidedAt)
  const cases = await casesThen(tx, officer.regionId, id)
  const { filed, category, kecamatan, kelurahan, urgent, emergency, voiceCount } = row
  const { title, place } = maskPlace(row, 'observer')
  const facts = { id, filed, title, category, kecamatan, kelurahan, place, urgent, emergency }
  return { ...facts, voiceCount, voices: voices.slice(0, MOST_VOICES).map(shownVoice), cases }
}

function shownVoice(voice: Voice): PracticeVoice {
  const { id, kind, channel, sourceName, at, title } = voice
  const text = voice.text.slice(0, MOST_LETTERS)
  const reasons = (voice.reading?.reasons ?? []).filter(({ end = 0 }) => end <= text.length)
  return { id, kind, channel, sourceName, at, title, text, reasons }
}

function choiceOf({ status, dismissReason, caseId }: DecidedRow): PracticeChoice {
  if (status === 'dismissed') return { act: 'dismiss', reason: reasonOf(dismissReason) }
  if (status === 'merged') return { act: 'merge', caseId: caseId ?? 0 }
  return { act: 'open' }
}

/** The table's own rule says that whoever dismissed gave one. */
function reasonOf(reason: DismissReason | null): DismissReason {
  if (reason === null) throw new Error('practice: a dismissed candidate has no reason')
  return reason
}

const caseOf = ({ caseId, caseNumber, caseTitle }: DecidedRow): PracticeAnswer['case'] =>
  caseId === null ? null : { id: caseId, number: caseNumber ?? '', title: caseTitle ?? '' }
