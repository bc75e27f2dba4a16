/** What officers have said of a candidate that waits: who has it, until when it is put off, its labels, its turn. */
import type { CandidateRow } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { useUi } from '../../ui.tsx'

export function DeskMarks({ row }: { row: CandidateRow }) {
  const { t, times } = useUi()
  const { assignedTo, snoozedUntil, labels } = row
  if (!assignedTo && !snoozedUntil && labels.length === 0) return null
  return (
    <div className="marks">
      {assignedTo && (
        <span className="mark">
          <Icon name="user" />
          <span>{t.desk.assignedTo(assignedTo.name)}</span>
        </span>
      )}
      {snoozedUntil && (
        <span className="mark">
          <Icon name="clock" />
          <span>{t.desk.snoozedUntil(times.short(snoozedUntil))}</span>
        </span>
      )}
      {labels.length > 0 && (
        <ul className="label-list" aria-label={t.evidence.labels}>
          {labels.map((label) => (
            <li key={label}>
              <bdi>{label}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Why it stands where it stands in the queue, as points that add up. */
export function Turn({ row }: { row: CandidateRow }) {
  const { t, times } = useUi()
  if (row.status !== 'waiting' || row.priorityParts.length === 0) return null
  return (
    <details className="why">
      <summary>
        {t.evidence.priority}: {t.evidence.points(times.whole(row.priority))}
      </summary>
      <ul className="plain">
        {row.priorityParts.map(({ kind, points }) => (
          <li key={kind}>
            {t.evidence.priorityParts[kind] ?? kind}{' '}
            <span className="faint">+{times.whole(points)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
