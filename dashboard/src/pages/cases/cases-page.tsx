import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import { api, CASE_STATUSES, type CaseRow, type CasesAnswer } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { CaseStatusMark, ConfidentialMark, Due, UrgentMark } from '../../marks.tsx'
import { Empty, Failed, Skeleton } from '../../states.tsx'
import { useNames, useSession, useTitle, useUi } from '../../ui.tsx'
import { placeOf } from '../queue/queue-list.tsx'
import { CaseFilters } from './case-filters.tsx'

const PAGE = 50
const STATUSES = ['open', ...CASE_STATUSES, 'all'] as const
export type CaseView = {
  status: (typeof STATUSES)[number]
  agency: string
  q: string
  offset: number
}

/** The view of the list is its address. */
function readView(search: string): CaseView {
  const query = new URLSearchParams(search)
  return {
    status: STATUSES.find((each) => each === query.get('status')) ?? 'open',
    agency: query.get('agency') ?? '',
    q: query.get('q') ?? '',
    offset: Math.max(0, Number.parseInt(query.get('offset') ?? '', 10) || 0),
  }
}

function writeView({ status, agency, q, offset }: CaseView): string {
  const query = new URLSearchParams()
  if (status !== 'open') query.set('status', status)
  if (agency) query.set('agency', agency)
  if (q) query.set('q', q)
  if (offset > 0) query.set('offset', String(offset))
  const text = query.toString()
  return `/aduan${text && `?${text}`}`
}

export default function CasesPage() {
  const { t } = useUi()
  useTitle(t.cases.title)
  const view = readView(useSearch())
  const [, go] = useLocation()
  const { status, agency, q, offset } = view
  const setView = (change: Partial<CaseView>) => go(writeView({ ...view, offset: 0, ...change }))
  const list = useQuery({
    queryKey: ['cases', view],
    queryFn: () =>
      api.cases({
        status,
        ...(agency && { agency }),
        ...(q && { q }),
        limit: String(PAGE),
        offset: String(offset),
      }),
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.cases.title}</h1>
        <CaseFilters view={view} setView={setView} />
      </div>
      <CaseTabs view={view} setView={setView} />
      {list.data && <CaseList answer={list.data} offset={offset} setView={setView} />}
      {list.isPending && <Skeleton />}
      {!list.data && list.error && <Failed error={list.error} retry={() => void list.refetch()} />}
    </div>
  )
}

type ViewProps = { view: CaseView; setView: (change: Partial<CaseView>) => void }

function CaseTabs({ view, setView }: ViewProps) {
  const { t } = useUi()
  const nameOf = (status: CaseView['status']) =>
    status === 'open' ? t.cases.open : status === 'all' ? t.app.all : t.caseStatus[status]
  return (
    <div className="tabs" role="group" aria-label={t.cases.tabs}>
      {STATUSES.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={view.status === status}
          onClick={() => setView({ status })}
        >
          {nameOf(status)}
        </button>
      ))}
    </div>
  )
}

type ListProps = { answer: CasesAnswer; offset: number; setView: ViewProps['setView'] }

function CaseList({ answer, offset, setView }: ListProps) {
  const { t, times } = useUi()
  const { items, total } = answer
  if (items.length === 0) {
    return <Empty icon="folder" title={t.cases.empty} why={t.cases.emptyWhy} />
  }
  const last = offset + items.length
  const range = [offset + 1, last, total].map(times.whole) as [string, string, string]
  return (
    <>
      <ul className="cases" aria-label={t.cases.list}>
        {items.map((row) => (
          <li key={row.id}>
            <CaseLine row={row} />
          </li>
        ))}
      </ul>
      <div className="pager">
        <span>{t.cases.range(...range)}</span>
        <button
          type="button"
          disabled={offset === 0}
          onClick={() => setView({ offset: offset - PAGE })}
        >
          {t.cases.previous}
        </button>
        <button type="button" disabled={last >= total} onClick={() => setView({ offset: last })}>
          {t.cases.next}
        </button>
      </div>
    </>
  )
}

function CaseLine({ row }: { row: CaseRow }) {
  const { t, times } = useUi()
  const names = useNames()
  const { region } = useSession()
  return (
    <Link href={`/aduan/${row.id}`} className="case-line">
      <span className="case-number">{row.number}</span>
      <span className="case-what">
        <span className="case-title">
          <UrgentMark urgent={row.urgent} />
          <ConfidentialMark confidential={row.confidential} />
          {row.title}
        </span>
        <span className="row-facts">
          <span>{names.category(row.category)}</span>
          <span>
            <Icon name="pin" />
            {placeOf(row) || t.queue.noPlace}
          </span>
          <span>
            <Icon name="voices" />
            {t.queue.voices(times.whole(row.voiceCount - row.copyCount))}
            {row.copyCount > 0 && ` · ${t.queue.copies(times.whole(row.copyCount))}`}
          </span>
        </span>
      </span>
      <span className="case-agency" title={region.office.agency}>
        {row.agency?.short ?? t.cases.noAgency}
      </span>
      <CaseStatusMark status={row.status} />
      <span className="case-due">{row.dueAt && <Due at={row.dueAt} />}</span>
    </Link>
  )
}
