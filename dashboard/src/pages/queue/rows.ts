/** What the list shows, computed from what was loaded and what the last poll brought. Pure. */
import type { CandidateRow, CandidateStatus, QueueAnswer } from '../../api.ts'

export type Loaded = { answer: QueueAnswer; at: number }
export type View = {
  /** The loaded rows in their loaded order, each in its newest version; decided ones are left out. */
  rows: CandidateRow[]
  /** How many rows the poll has that the list does not. */
  fresh: number
  /** Rows that somebody else has decided meanwhile. They stay, so that nothing moves. */
  gone: ReadonlySet<number>
  total: number
  oldestAt: string | null
  urgent: number
}

/**
 * Merges a poll into the loaded list without moving any row.
 * `touched` tells when this browser itself changed a row (ms); an older poll knows less than we do.
 */
export function viewOf(
  status: CandidateStatus,
  loaded: Loaded,
  polled: Loaded | null,
  touched: ReadonlyMap<number, number>,
): View {
  const newer = polled && polled.at >= loaded.at ? polled : null
  const summary = newer?.answer ?? loaded.answer
  const known = new Set(loaded.answer.items.map(({ id }) => id))
  const polledById = new Map(newer?.answer.items.map((row) => [row.id, row]))
  const isWhole = newer !== null && newer.answer.items.length >= newer.answer.total

  const rows: CandidateRow[] = []
  const gone = new Set<number>()
  let decidedHere = 0
  for (const row of loaded.answer.items) {
    const latest = polledById.get(row.id)
    if (row.status !== status) {
      if (latest ? latest.version < row.version : !newer) decidedHere++
      continue
    }
    rows.push(latest && latest.version >= row.version ? latest : row)
    const isOlderThanUs = newer !== null && (touched.get(row.id) ?? 0) >= newer.at
    if (isWhole && !latest && !isOlderThanUs) gone.add(row.id)
  }
  const fresh = newer?.answer.items.filter(({ id }) => !known.has(id)).length ?? 0
  return { ...summary, rows, fresh, gone, total: Math.max(0, summary.total - decidedHere) }
}
