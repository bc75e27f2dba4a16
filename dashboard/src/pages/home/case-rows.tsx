import { Link } from 'wouter'
import type { CaseDue } from '../../api.ts'
import { CaseStatusMark, Due, UrgentMark } from '../../marks.tsx'
import { useNames, useUi } from '../../ui.tsx'

/** Cases by their nearest limit, made for a thumb: the whole row opens the case. */
export function CaseRows({ items, label }: { items: CaseDue[]; label: string }) {
  const { t } = useUi()
  const names = useNames()
  return (
    <ul className="home-rows" aria-label={label}>
      {items.map((row) => (
        <li key={row.id}>
          <Link href={`/aduan/${row.id}`} className="home-case">
            <span className="home-case-top">
              <span className="case-number">{row.number}</span>
              {row.dueAt && <Due at={row.dueAt} />}
            </span>
            <span className="case-title">
              <UrgentMark urgent={row.urgent} />
              {row.title}
            </span>
            <span className="row-facts">
              <span>{names.category(row.category)}</span>
              <span>
                {[row.place, row.kecamatan].filter(Boolean).join(', ') || t.queue.noPlace}
              </span>
              {row.agency && <span>{row.agency}</span>}
              <CaseStatusMark status={row.status} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
