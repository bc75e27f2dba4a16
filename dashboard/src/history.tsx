import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, type HistoryEvent } from './api.ts'
import { changesIn, historyLines, type HistoryLine } from './history-lines.ts'
import { Moment } from './marks.tsx'
import { SafeText } from './safe-text.tsx'
import { useNames, useUi, type Names, type Ui } from './ui.tsx'
import type { Words } from './words.ts'

/** The latest lines say what is going on; the others are asked for. */
const SHOWN_LINES = 12

/** What happened, newest last, each line in words. */
export function History({ events }: { events: HistoryEvent[] }) {
  const { t, times } = useUi()
  const [isWhole, setWhole] = useState(false)
  const lines = historyLines(events)
  const shown = isWhole ? lines : lines.slice(-SHOWN_LINES)
  return (
    <section className="block">
      <h3>{t.history.title}</h3>
      {lines.length === 0 && <p className="faint">{t.history.empty}</p>}
      {shown.length < lines.length && (
        <p>
          <button type="button" className="quiet" onClick={() => setWhole(true)}>
            {t.evidence.allHistory(times.whole(lines.length))}
          </button>
        </p>
      )}
      <ol className="history">
        {shown.map((line) => (
          <li key={line.event.id}>
            <Moment at={line.event.at} />
            <Line line={line} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Line({ line: { event, count, lastAt } }: { line: HistoryLine }) {
  const ui = useUi()
  const region = useNames()
  const names = { ...region, officer: useOfficerName('assignedTo' in event.data) }
  const { t, times } = ui
  const details = [...detailsOf(event, t, names), ...changesOf(event, ui, names)]
  return (
    <span>
      {t.events[event.kind] ?? event.kind}
      <OtherCandidate event={event} />
      {details.map((detail, index) => (
        <SafeText key={index} text={`, ${detail}`} />
      ))}
      {count > 1 && `, ${t.evidence.times(times.whole(count), times.short(lastAt))}`}{' '}
      <span className="faint">{t.history.by(event.by?.name ?? t.history.system)}</span>
    </span>
  )
}

type AllNames = Names & { officer: (id: number) => string }

/** History keeps the numbers of officers; their names are asked for where one has to be said. */
function useOfficerName(isWanted: boolean) {
  const { t, may } = useUi()
  const enabled = isWanted && may('queue.read')
  const { data } = useQuery({ queryKey: ['colleagues'], queryFn: api.colleagues, enabled })
  return (id: number) =>
    data?.items.find((each) => each.id === id)?.name ?? t.evidence.officer(String(id))
}

/** Where voices went, or came from; what was not the same. */
const OTHERS = ['into', 'from', 'to', 'candidateId']

function OtherCandidate({ event: { kind, data } }: { event: HistoryEvent }) {
  const { t, may } = useUi()
  const id = OTHERS.map((name) => data[name]).find((value) => typeof value === 'number')
  if (!kind.startsWith('candidate.') || id === undefined) return null
  const name = t.history.candidate(id)
  return <>, {may('queue.read') ? <Link href={`/antrean/${id}`}>{name}</Link> : name}</>
}

/** The parts of an event's data that a person can read. */
function detailsOf({ data }: HistoryEvent, t: Words, names: Names): string[] {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : null)
  const reason = text('reason')
  const agency = text('agencyCode') ?? text('agency')
  const rung = text('rung')
  return [
    reason && (t.reasons[reason as keyof Words['reasons']] ?? `“${reason}”`),
    agency && names.agency(agency),
    text('caseNumber') ?? text('number'),
    rung && (t.clockRungs[rung] ?? t.rungs[rung] ?? rung),
    quote(text('note')),
    quote(text('text') ?? text('answer')),
  ].filter((part) => typeof part === 'string' && part !== '') as string[]
}

const quote = (text: string | null) => text && `“${text}”`

/** "kategori: Jalan menjadi Sampah", for each field that an officer set. */
function changesOf({ kind, data }: HistoryEvent, ui: Ui, names: AllNames): string[] {
  if (kind !== 'candidate.changed') return []
  const { t } = ui
  return changesIn(data).map(([field, from, to]) => {
    const say = (value: unknown) => valueInWords(field, value, ui, names)
    return t.evidence.fromTo(t.evidence.fields[field] ?? field, say(from), say(to))
  })
}

function valueInWords(field: string, value: unknown, { t, times }: Ui, names: AllNames): string {
  if (value === null || value === undefined || value === '') return t.evidence.empty
  if (typeof value === 'boolean') return value ? t.evidence.yes : t.evidence.no
  if (Array.isArray(value)) return value.length === 0 ? t.evidence.empty : value.join(', ')
  if (field === 'assignedTo' && typeof value === 'number') return names.officer(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (field === 'category') return names.category(value)
  if (field === 'agencyCode') return names.agency(value)
  if (field === 'kecamatanCode' || field === 'kelurahanCode') return names.area(value)
  if (field === 'snoozedUntil') return times.short(value)
  return value
}
