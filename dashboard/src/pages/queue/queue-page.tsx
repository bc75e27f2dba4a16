import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useAhead } from '../../ahead.tsx'
import { Empty, Failed, Skeleton } from '../../states.tsx'
import { useTitle, useUi } from '../../ui.tsx'
import { ActDialogs, DIALOGS } from './act-dialogs.tsx'
import { at, letListMove } from './cursor.ts'
import { useDecisions } from './decisions.ts'
import { DetailPane } from './detail-pane.tsx'
import { activeFilters, readFilters, writeFilters, type Filters } from './filters.ts'
import { PartlyRefused } from './partly-refused.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { Fresh, QueueHead } from './queue-head.tsx'
import { QueueList } from './queue-list.tsx'
import { clearSelection, ranged, selected } from './selection.ts'
import type { PickRow } from './queue-row.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useActs } from './use-acts.ts'
import { useCursor, type Cursor } from './use-cursor.ts'
import { useQueue } from './use-queue.ts'
import { useQueueKeys } from './use-queue-keys.ts'

const NONE: number[] = []

/** The place where officers spend the day: the list, the candidate under the cursor, the keys. */
export function QueuePage({ id }: { id: number | null }) {
  const { t } = useUi()
  const { filters, address, setFilters } = useFilters()
  const queue = useQueue(filters)
  const { view, belongs, takeFresh } = queue
  const ids = view?.ids ?? NONE
  const cursor = useCursor({ ids: view?.ids ?? null, id, search: address })
  const decisions = useDecisions()
  const desk = useActs({ ids, cursor, decisions, isWaiting: filters.status === 'waiting' })
  useTitle(t.queue.title)
  useAhead(DIALOGS)
  useQueueKeys({ cursor, filters, takeFresh, ...desk })

  return (
    <div className="queue" data-shows={id === null ? 'list' : 'detail'}>
      <h1 className="hidden">{t.queue.title}</h1>
      <section className="queue-side" aria-label={t.queue.list}>
        <QueueHead filters={filters} setFilters={setFilters} view={view} undo={desk.undo} />
        <QueueFilters key={filters.status} filters={filters} setFilters={setFilters} />
        <Fresh count={view?.fresh.length ?? 0} takeFresh={takeFresh} />
        <ListOrState queue={queue} cursor={cursor} filters={filters} setFilters={setFilters} />
        <SelectionBar ids={ids} ask={desk.ask} selectAll={desk.selectAll} />
      </section>
      <section className="queue-main" aria-label={t.queue.detail} tabIndex={-1} id="detail">
        <DetailPane
          ids={ids}
          belongs={belongs}
          cursor={cursor}
          decisions={decisions}
          onAct={desk.askOne}
        />
      </section>
      {desk.asked && (
        <ActDialogs
          key={desk.asked.turn}
          asked={desk.asked}
          decisions={decisions}
          close={desk.close}
          leave={desk.leave}
        />
      )}
      <PartlyRefused />
    </div>
  )
}

/** The same objects as long as the address stays: moving the cursor then draws little. */
function useFilters() {
  const search = useSearch()
  const [, navigate] = useLocation()
  const filters = useMemo(() => readFilters(search), [search])
  const setFilters = useCallback(
    (to: Filters) => {
      clearSelection()
      letListMove('top')
      navigate(`/antrean${writeFilters(to)}`)
    },
    [navigate],
  )
  return { filters, address: writeFilters(filters), setFilters }
}

type ListProps = {
  queue: ReturnType<typeof useQueue>
  cursor: Cursor
  filters: Filters
  setFilters: (filters: Filters) => void
}

function ListOrState({ queue, cursor, filters, setFilters }: ListProps) {
  const { t } = useUi()
  const { view, belongs, error, retry, takeFresh } = queue
  const ids = view?.ids ?? NONE
  const pick = useCallback<PickRow>(
    (id, how) => {
      if (how === 'range') selected.set(ranged(selected.get(), ids, at.get() ?? id, id))
      cursor.go(id, cursor.isWide || how === 'range')
      if (how === 'enter') document.querySelector<HTMLElement>('#detail')?.focus()
    },
    [cursor, ids],
  )
  if (!view) return error ? <Failed error={error} retry={retry} /> : <Skeleton rows={8} />
  if (view.ids.length > 0) {
    return <QueueList view={view} belongs={belongs} cursor={cursor} onPick={pick} />
  }
  const fresh = view.fresh.length
  if (fresh === 0) return <NothingHere filters={filters} setFilters={setFilters} />
  return (
    <Empty icon="inbox" title={t.queue.fresh(fresh)}>
      <button type="button" onClick={takeFresh}>
        {t.queue.freshLabel(fresh)}
      </button>
    </Empty>
  )
}

type NothingProps = { filters: Filters; setFilters: (filters: Filters) => void }

function NothingHere({ filters, setFilters }: NothingProps) {
  const { t } = useUi()
  if (activeFilters(filters).length > 0 || filters.q !== undefined) {
    return (
      <Empty icon="filter" title={t.queue.empty.filtered} why={t.queue.empty.filteredWhy}>
        <button type="button" onClick={() => setFilters({ status: filters.status })}>
          {t.queue.clear}
        </button>
      </Empty>
    )
  }
  if (filters.status !== 'waiting') return <Empty icon="inbox" title={t.queue.empty.other} />
  return <Empty icon="check" title={t.queue.empty.waiting} why={t.queue.empty.waitingWhy} />
}
