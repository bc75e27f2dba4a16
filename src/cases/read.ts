import type { Sql } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import { type HistoryLine, readHistory } from '../ledger/history.ts'
import type { Acting, Officer } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { readVoices, type Voice, type Voices } from '../voices/voice.ts'
import type { CaseRow } from './list.ts'
import { isVisibleTo } from './lock.ts'
import { caseRow, caseWords, clocksOfCase } from './queries.ts'
import { actsFor, type CaseAct } from './transitions.ts'

export type Clock = {
  stage: string
  rung: string
  /** "24 hours", "3 working_days". */
  rule: string
  startedAt: Date
  dueAt: Date
  stoppedAt: Date | null
}

export type Case = CaseRow & {
  description: string
  /** The agency's latest answer. */
  answer: string | null
  clocks: Clock[]
  /** The first page of them; `nextVoice` is what the second one comes after. */
  voices: Voice[]
  nextVoice: number | null
  events: HistoryLine[]
  /** What this officer may do with it now. */
  acts: CaseAct[]
}

/** A case with everything this officer may see of it. 404 unknown, or another agency's. */
export async function readCase(
  sql: Sql,
  { officer }: Acting,
  { id }: { id: number },
): Promise<Case> {
  const { regionId } = officer
  const row = await visibleCase(sql, officer, id)
  const voices = await readVoices(sql, officer, { caseId: id })
  const { description, answer } = await caseWords(sql, id)
  return {
    ...row,
    description,
    answer,
    clocks: await clocksOfCase(sql, id),
    voices: voices.items,
    nextVoice: voices.next,
    events: await readHistory(sql, { regionId, caseId: id }),
    acts: actsFor(officer.role, row.status),
  }
}

type VoicePage = { id: number; after: number | null; of: number | null }

/** The voices after those that came with the case, or the copies of one. 404 as for the case itself. */
export async function readCaseVoices(
  sql: Sql,
  { officer }: Acting,
  { id, ...page }: VoicePage,
): Promise<Voices> {
  await visibleCase(sql, officer, id)
  return readVoices(sql, officer, { caseId: id }, page)
}

async function visibleCase(sql: Sql, officer: Officer, id: number): Promise<CaseRow> {
  requireRight(officer, 'case.read')
  const row = await caseRow(sql, officer.regionId, id)
  const agencyCode = row?.agency?.code ?? null
  if (!row || !isVisibleTo(officer, { ...row, agencyCode })) throw notFound('Aduan', id)
  return row
}
