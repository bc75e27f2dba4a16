import { memo } from 'react'
import type { CandidateRow } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Ago, Chance, ConfidentialMark, FiledMark, UrgentMark } from '../../marks.tsx'
import { useStore } from '../../store.ts'
import { useNames, useUi, type Names } from '../../ui.tsx'
import { refusals } from './decisions.ts'
import type { View } from './rows.ts'

type ListProps = { view: View; current: number | null; onPick: (id: number) => void }

export function QueueList({ view, current, onPick }: ListProps) {
  const { t, times } = useUi()
  const names = useNames()
  const refused = useStore(refusals)
  const hidden = view.total - view.rows.length - view.fresh
  const hasCurrent = view.rows.some(({ id }) => id === current)
  return (
    <div className="rows-scroll">
      <ol className="rows">
        {view.rows.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            names={names}
            isCurrent={row.id === current}
            isStop={hasCurrent ? row.id === current : index === 0}
            isGone={view.gone.has(row.id)}
            refusal={refused.get(row.id)}
            onPick={onPick}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <p className="capped">
          {t.queue.capped(times.whole(view.rows.length), times.whole(view.total))}
        </p>
      )}
    </div>
  )
}

type RowProps = {
  row: CandidateRow
  names: Names
  isCurrent: boolean
  /** The one row that the Tab key stops at; the others are reached by j, k and the arrows. */
  isStop: boolean
  isGone: boolean
  refusal: string | undefined
  onPick: (id: number) => void
}

/** Two hundred rows: a poll that brings the same row must not draw it again. */
const Row = memo(function Row(props: RowProps) {
  const { row, names, isCurrent, isStop, isGone, refusal, onPick } = props
  const { t } = useUi()
  return (
    <li>
      <a
        id={`row-${row.id}`}
        className="row"
        href={`/petugas/antrean/${row.id}`}
        tabIndex={isStop ? 0 : -1}
        aria-current={isCurrent ? 'true' : undefined}
        data-gone={isGone || undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          onPick(row.id)
          // Without a pointer: Enter. The detail is what one wants to read next.
          if (event.detail === 0) document.querySelector<HTMLElement>('#detail')?.focus()
        }}
      >
        <span className="row-top">
          <UrgentMark urgent={row.urgent} emergency={row.emergency} calls={row.calls} />
          <FiledMark filed={row.filed} />
          <ConfidentialMark confidential={row.confidential} />
          <span className="row-category">{names.category(row.category) || t.queue.noCategory}</span>
          <Ago at={row.lastAt} />
        </span>
        <span className="row-title">{row.title}</span>
        <RowFacts row={row} />
        {isGone && <span className="row-note">{t.queue.gone}</span>}
        {row.status !== 'waiting' && <Decided row={row} />}
        {refusal && <span className="row-note error">{refusal}</span>}
      </a>
    </li>
  )
})

function RowFacts({ row }: { row: CandidateRow }) {
  const { t, times } = useUi()
  const channels = row.channels.map((channel) => t.channels[channel] ?? channel).join(', ')
  return (
    <>
      {row.excerpt && row.excerpt !== row.title && <span className="row-text">{row.excerpt}</span>}
      <span className="row-facts">
        <span>
          <Icon name="pin" />
          {placeOf(row) || t.queue.noPlace}
        </span>
        <span>
          <Icon name="voices" />
          {t.queue.voices(times.whole(row.voiceCount - row.copyCount))}
          {row.copyCount > 0 && ` · ${t.queue.copies(times.whole(row.copyCount))}`}
          {channels && ` · ${channels}`}
        </span>
        <Chance probability={row.probability} isShort />
      </span>
    </>
  )
}

function Decided({ row }: { row: CandidateRow }) {
  const { t } = useUi()
  const why = row.dismissReason ? t.reasons[row.dismissReason] : row.caseNumber
  return (
    <span className="row-note">
      {t.status[row.status]}
      {why && `: ${why}`}
    </span>
  )
}

type Named = { name: string } | null
type Placed = { kelurahan: Named; kecamatan: Named; place: string | null }

/** Kelurahan and kecamatan by name, or the words of the text. */
export function placeOf({ kelurahan, kecamatan, place }: Placed): string {
  const areas = [kelurahan?.name, kecamatan?.name].filter(Boolean)
  return areas.join(', ') || place || ''
}
