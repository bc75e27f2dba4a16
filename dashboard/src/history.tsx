import { Link } from 'wouter'
import type { HistoryEvent } from './api.ts'
import { Moment } from './marks.tsx'
import { useNames, useUi, type Names } from './ui.tsx'
import type { Words } from './words.ts'

/** What happened, newest last, each line in words. */
export function History({ events }: { events: HistoryEvent[] }) {
  const { t } = useUi()
  const names = useNames()
  return (
    <section className="block">
      <h3>{t.history.title}</h3>
      {events.length === 0 && <p className="faint">{t.history.empty}</p>}
      <ol className="history">
        {events.map((event) => (
          <li key={event.id}>
            <Moment at={event.at} />
            <span>
              {t.events[event.kind] ?? event.kind}
              <OtherCandidate event={event} />
              {detailsOf(event, t, names).map((detail) => `, ${detail}`)}{' '}
              <span className="faint">{t.history.by(event.by?.name ?? t.history.system)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
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
