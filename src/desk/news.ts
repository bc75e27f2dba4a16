/**
 * What happened on the desk since a moment: a tail of the ledger, and of the candidates that grouping made,
 * which has no line in it. Both are written under a lock of the region until they are committed, so numbers
 * become visible in their order and nothing is passed over.
 */
import type { Sql } from '../db/connect.ts'
import type { CandidateStatus } from '../triage/candidate.ts'
import { eventsAfter, madeAfter } from './queries-news.ts'

/** The last event and the last candidate that were told. */
export type Position = { event: number; candidate: number }

/** The latest that happened to a candidate. `status` and `version` are those of now. */
export type Change = {
  candidateId: number
  /** As in its history: candidate.dismissed, candidate.voice_added ... */
  kind: string
  status: CandidateStatus
  version: number
  /** Null: the machine. */
  by: { id: number; name: string } | null
  at: Date
}

export type News = {
  /** Candidates that wait now and did not exist before. */
  arrived: number[]
  /** One for each candidate that something happened to. */
  changed: Change[]
  position: Position
  /** Ask again at once: there may be more. */
  isPart: boolean
}

const MOST_ROWS = 1000

/** What happened after `since`, at most some thousand lines at once. */
export async function readNews(sql: Sql, regionId: string, since: Position): Promise<News> {
  const limit = MOST_ROWS
  const [events, made] = await Promise.all([
    eventsAfter(sql, regionId, { event: since.event, limit }),
    madeAfter(sql, regionId, { candidate: since.candidate, limit }),
  ])
  const arrived = new Set(made.filter(({ status }) => status === 'waiting').map(({ id }) => id))
  const changed = new Map<number, Change>()
  for (const { kind, candidateId, status, version, by, at, isSplitOff } of events) {
    if (candidateId === null || status === null || version === null) continue
    if (!kind.startsWith('candidate.')) continue
    if (isSplitOff && status === 'waiting') arrived.add(candidateId)
    changed.set(candidateId, { candidateId, kind, status, version, by, at })
  }
  return {
    arrived: [...arrived],
    changed: [...changed.values()],
    position: {
      event: events.at(-1)?.id ?? since.event,
      candidate: made.at(-1)?.id ?? since.candidate,
    },
    isPart: events.length === limit || made.length === limit,
  }
}

/** "1234-567": a place as text, for who comes back later. */
export const positionText = ({ event, candidate }: Position): string => `${event}-${candidate}`

/** Null for a text that is no place. */
export function parsePosition(text: string | undefined): Position | null {
  const parts = /^(\d{1,15})-(\d{1,15})$/.exec(text ?? '')
  return parts && { event: Number(parts[1]), candidate: Number(parts[2]) }
}
