/** The history as it is shown: the same by the machine again and again is one line with a number. Pure. */
import type { HistoryEvent } from './api.ts'

export type HistoryLine = { event: HistoryEvent; count: number; lastAt: string }

/** What comes in masses when very many tell of one problem. */
const FOLDED = new Set(['candidate.voice_added', 'candidate.grouped', 'clock.ran_out'])

/** Events that follow each other, of one kind and by the machine, become one line; the others stay as they are. */
export function historyLines(events: HistoryEvent[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  for (const event of events) {
    const last = lines.at(-1)
    const isSame = last && last.event.kind === event.kind && last.event.by === null && !event.by
    if (isSame && FOLDED.has(event.kind)) {
      lines[lines.length - 1] = { ...last, count: last.count + 1, lastAt: event.at }
    } else {
      lines.push({ event, count: 1, lastAt: event.at })
    }
  }
  return lines
}

/** What an officer changed: field, and its values before and after. Anything else in the data is left out. */
export function changesIn(
  data: HistoryEvent['data'],
): [field: string, from: unknown, to: unknown][] {
  return Object.entries(data).flatMap(([field, pair]) =>
    Array.isArray(pair) && pair.length === 2 ? [[field, pair[0], pair[1]]] : [],
  )
}
