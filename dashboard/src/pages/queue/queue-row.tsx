import { memo, type MouseEvent } from 'react'
import type { CandidateRow } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Ago, Chance, ConfidentialMark, FiledMark, UrgentMark } from '../../marks.tsx'
import { useSelect } from '../../store.ts'
import { useNames, useSession, useUi } from '../../ui.tsx'
import { at } from './cursor.ts'
import { unsent } from './desk-outbox.ts'
import { RowPeople, RowTags } from './row-people.tsx'
import { isOut, type Belongs } from './rows.ts'
import { known, missing, refusals, touched } from './rows-store.ts'
import { selected, toggled } from './selection.ts'

/** By a pointer, by Enter, or with Shift: all rows up to this one. */
export type PickRow = (id: number, how: 'pointer' | 'enter' | 'range') => void

type Props = {
  id: number
  place: number
  count: number
  rowHeight: number
  belongs: Belongs
  isStop: boolean
  onPick: PickRow
}

/** One row, which draws itself anew when something of its own changes and not when the list does. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { id, place, count, rowHeight, belongs, isStop, onPick } = props
  const { t } = useUi()
  const row = useSelect(known, (rows) => rows.get(id))
  const isMissing = useSelect(missing, (ids) => ids.has(id))
  const isSelected = useSelect(selected, (ids) => ids.has(id))
  return (
    <li
      style={{ top: place * rowHeight, height: rowHeight }}
      aria-setsize={count}
      aria-posinset={place + 1}
      data-selected={isSelected || undefined}
    >
      {row && (
        <input
          type="checkbox"
          className="row-check"
          tabIndex={-1}
          aria-label={t.desk.select(row.title)}
          checked={isSelected}
          onChange={() => selected.set(toggled(selected.get(), id))}
        />
      )}
      {row && <RowLink row={row} belongs={belongs} isStop={isStop} onPick={onPick} />}
      {!row && <span className="row-empty">{isMissing ? t.desk.missing : t.app.loading}</span>}
    </li>
  )
})

type LinkProps = { row: CandidateRow } & Pick<Props, 'belongs' | 'isStop' | 'onPick'>

function RowLink({ row, belongs, isStop, onPick }: LinkProps) {
  const { t } = useUi()
  const names = useNames()
  const isCurrent = useSelect(at, (current) => current === row.id)
  const isOwn = useSelect(touched, (rows) => rows.has(row.id))
  const isGone = !isOwn && row.status !== belongs.status
  function click(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (event.shiftKey) return onPick(row.id, 'range')
    // Without a pointer: Enter. The detail is what one wants to read next.
    onPick(row.id, event.detail === 0 ? 'enter' : 'pointer')
  }
  return (
    <a
      id={`row-${row.id}`}
      className="row"
      href={`/petugas/antrean/${row.id}`}
      tabIndex={isStop || isCurrent ? 0 : -1}
      aria-current={isCurrent ? 'true' : undefined}
      data-gone={isGone || undefined}
      onClick={click}
    >
      <span className="row-top">
        <UrgentMark urgent={row.urgent} emergency={row.emergency} calls={row.calls} />
        <FiledMark filed={row.filed} />
        <ConfidentialMark confidential={row.confidential} />
        <span className="row-category">{names.category(row.category) || t.queue.noCategory}</span>
        <RowPeople row={row} />
        <Ago at={row.lastAt} />
      </span>
      <span className="row-title">{row.title}</span>
      <RowNotes row={row} belongs={belongs} isGone={isGone} />
    </a>
  )
}

/** What has happened to the row stands where else its text and facts are: all rows have one height. */
function RowNotes({
  row,
  belongs,
  isGone,
}: {
  row: CandidateRow
  belongs: Belongs
  isGone: boolean
}) {
  const { t, times } = useUi()
  const refusal = useSelect(refusals, (all) => all.get(row.id))
  const isUnsent = useSelect(unsent, (ids) => ids.has(row.id))
  const isAway = belongs.status === 'waiting' && isOut(row, belongs)
  if (!refusal && !isUnsent && !isGone && !isAway && row.status === 'waiting') {
    return <RowFacts row={row} />
  }
  return (
    <>
      {isUnsent && <span className="row-note unsent">{t.desk.unsent}</span>}
      {refusal && (
        <span className="row-note error" title={refusal}>
          {refusal}
        </span>
      )}
      {row.status !== 'waiting' && <Decided row={row} isGone={isGone} />}
      {row.status === 'waiting' && row.snoozedUntil && (
        <span className="row-note">{t.desk.snoozedUntil(times.short(row.snoozedUntil))}</span>
      )}
      {row.status === 'waiting' && !row.snoozedUntil && !refusal && <RowPlace row={row} />}
    </>
  )
}

function RowFacts({ row }: { row: CandidateRow }) {
  const { t, times } = useUi()
  const channels = row.channels.map((channel) => t.channels[channel] ?? channel)
  return (
    <>
      <span className="row-text">{row.excerpt === row.title ? '' : row.excerpt}</span>
      <span className="row-facts">
        <RowTags labels={row.labels} />
        <RowPlace row={row} />
        <span title={channels.join(', ')}>
          <Icon name="voices" />
          {t.queue.voices(times.whole(row.voiceCount - row.copyCount))}
          {row.copyCount > 0 && ` · ${t.queue.copies(times.whole(row.copyCount))}`}
          {channels.length > 0 && ` · ${channels[0]}`}
          {channels.length > 1 && ` +${channels.length - 1}`}
        </span>
        <Chance probability={row.probability} isShort />
      </span>
    </>
  )
}

function RowPlace({ row }: { row: CandidateRow }) {
  const { t } = useUi()
  return (
    <span className="row-place">
      <Icon name="pin" />
      {placeOf(row) || t.queue.noPlace}
    </span>
  )
}

function Decided({ row, isGone }: { row: CandidateRow; isGone: boolean }) {
  const { t } = useUi()
  const { officer } = useSession()
  // Done by oneself in another window, or by the machine, it is nobody else's.
  const isOthers = isGone && row.decidedBy !== null && row.decidedBy.id !== officer.id
  const why = row.dismissReason ? t.reasons[row.dismissReason] : row.caseNumber
  return (
    <span className="row-note">
      {isOthers && <span>{t.queue.gone}</span>}
      {isOthers && ' · '}
      {row.decidedBy
        ? t.desk.decidedBy(t.status[row.status], row.decidedBy.name)
        : t.status[row.status]}
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
