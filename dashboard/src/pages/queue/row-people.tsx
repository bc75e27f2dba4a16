import type { CandidateRow } from '../../api.ts'
import { holds } from '../../live.ts'
import { useSelect } from '../../store.ts'
import { useSession, useUi } from '../../ui.tsx'
import { initials } from './initials.ts'

/** Whose task it is, and which colleagues are at it now. */
export function RowPeople({ row }: { row: CandidateRow }) {
  const { t } = useUi()
  const { officer } = useSession()
  const here = useSelect(holds, (all) => all.get(row.id))
  const others = here?.filter((hold) => hold.officer.id !== officer.id) ?? []
  const { assignedTo } = row
  return (
    <>
      {assignedTo && (
        <span className="person" data-doing="assigned" title={t.desk.assignedTo(assignedTo.name)}>
          <span aria-hidden="true">{initials(assignedTo.name)}</span>
          <span className="hidden">{t.desk.assignedTo(assignedTo.name)}</span>
        </span>
      )}
      {others.map(({ officer: { id, name }, doing }) => (
        <span key={id} className="person" data-doing={doing} title={t.desk.doing[doing](name)}>
          <span aria-hidden="true">{initials(name)}</span>
          <span className="hidden">{t.desk.doing[doing](name)}</span>
        </span>
      ))}
    </>
  )
}

const MOST_TAGS = 2

export function RowTags({ labels }: { labels: string[] }) {
  const more = labels.length - MOST_TAGS
  return (
    <>
      {labels.slice(0, MOST_TAGS).map((label) => (
        <span key={label} className="tag">
          {label}
        </span>
      ))}
      {more > 0 && <span title={labels.join(', ')}>+{more}</span>}
    </>
  )
}
