import { useCallback, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { CandidateRow } from '../../api.ts'
import { useCommands } from '../../commands.ts'
import { Empty, Failed, Skeleton } from '../../states.tsx'
import { useTitle, useUi } from '../../ui.tsx'
import { CandidateDetail } from './candidate-detail.tsx'
import { useDecisions, type Decisions } from './decisions.ts'
import { DismissDialog } from './dismiss-dialog.tsx'
import { activeFilters, readFilters, writeFilters, type Filters } from './filters.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { OpenDialog } from './open-dialog.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { QueueList } from './queue-list.tsx'
import { QueueHead } from './queue-head.tsx'
import { useCursor } from './use-cursor.ts'
import { useQueue } from './use-queue.ts'

export type Act = 'dismiss' | 'merge' | 'open'
type Asked = { act: Act; row: CandidateRow } | null

/** The place where officers spend the day: the list, the candidate under the cursor, the keys. */
export function QueuePage({ id }: { id: number | null }) {
  const { t, may } = useUi()
  const { filters, setFilters } = useFilters()
  const queue = useQueue(filters)
  const view = queue.view
  const cursor = useCursor(view?.rows ?? [], id, writeFilters(filters))
  const decisions = useDecisions()
  const [asked, setAsked] = useState<Asked>(null)
  useTitle(t.queue.title)

  const decidable = may('queue.decide') && cursor.row?.status === 'waiting' ? cursor.row : null
  const ask = (act: Act) => decidable && setAsked({ act, row: decidable })
  async function undo() {
    const back = await decisions.undo()
    if (back !== null && filters.status === 'waiting') cursor.go(back)
  }
  useQueueKeys({ cursor, ask, undo: () => void undo(), takeFresh: queue.takeFresh })

  const close = () => setAsked(null)
  return (
    <div className="queue" data-shows={id === null ? 'list' : 'detail'}>
      <h1 className="hidden">{t.queue.title}</h1>
      <section className="queue-side" aria-label={t.queue.list}>
        <QueueHead
          filters={filters}
          setFilters={setFilters}
          view={view}
          takeFresh={queue.takeFresh}
          undo={() => void undo()}
        />
        <QueueFilters key={filters.status} filters={filters} setFilters={setFilters} />
        <ListOrState queue={queue} cursor={cursor} filters={filters} setFilters={setFilters} />
      </section>
      <section className="queue-main" aria-label={t.queue.detail} tabIndex={-1} id="detail">
        {cursor.current !== null && (
          <CandidateDetail
            key={cursor.current}
            id={cursor.current}
            row={cursor.row}
            next={cursor.next}
            isGone={view?.gone.has(cursor.current) ?? false}
            decisions={decisions}
            onAct={(act, row) => setAsked({ act, row })}
            onMerge={(row, into) => {
              cursor.advance()
              decisions.merge(row, into)
            }}
            onLeave={cursor.advance}
            onBack={() => cursor.go(null)}
          />
        )}
      </section>
      <ActDialog asked={asked} decisions={decisions} close={close} advance={cursor.advance} />
    </div>
  )
}

/** The same objects as long as the address stays: moving the cursor then draws little. */
function useFilters() {
  const search = useSearch()
  const [, navigate] = useLocation()
  const filters = useMemo(() => readFilters(search), [search])
  const setFilters = useCallback(
    (to: Filters) => navigate(`/antrean${writeFilters(to)}`),
    [navigate],
  )
  return { filters, setFilters }
}

type ListProps = {
  queue: ReturnType<typeof useQueue>
  cursor: ReturnType<typeof useCursor>
  filters: Filters
  setFilters: (filters: Filters) => void
}

function ListOrState({ queue, cursor, filters, setFilters }: ListProps) {
  const { t } = useUi()
  const { view, error, retry, takeFresh } = queue
  const { go, isWide } = cursor
  // The same function each time, or every row would be drawn again.
  const pick = useCallback((id: number) => go(id, isWide), [go, isWide])
  if (!view) return error ? <Failed error={error} retry={retry} /> : <Skeleton rows={8} />
  if (view.rows.length > 0) {
    return <QueueList view={view} current={cursor.current} onPick={pick} />
  }
  if (view.fresh === 0) return <NothingHere filters={filters} setFilters={setFilters} />
  return (
    <Empty icon="inbox" title={t.queue.fresh(view.fresh)}>
      <button type="button" onClick={takeFresh}>
        {t.queue.freshLabel(view.fresh)}
      </button>
    </Empty>
  )
}

type ActDialogProps = {
  asked: Asked
  decisions: Decisions
  close: () => void
  advance: () => void
}

function ActDialog({ asked, decisions, close, advance }: ActDialogProps) {
  if (!asked) return null
  const { act, row } = asked
  /** The next row is looked up before this one leaves the list. */
  function goOn(decide: () => void) {
    close()
    advance()
    decide()
  }
  if (act === 'dismiss') {
    return (
      <DismissDialog
        onClose={close}
        onDone={(reason, note) => goOn(() => decisions.dismiss(row, reason, note))}
      />
    )
  }
  if (act === 'merge') {
    return (
      <MergeDialog
        row={row}
        onClose={close}
        onDone={(into) => goOn(() => decisions.merge(row, into))}
      />
    )
  }
  return (
    <OpenDialog
      row={row}
      onClose={close}
      onDone={(input) => goOn(() => decisions.open(row, input))}
    />
  )
}

type KeyProps = {
  cursor: ReturnType<typeof useCursor>
  ask: (act: Act) => void
  undo: () => void
  takeFresh: () => void
}

function useQueueKeys({ cursor, ask, undo, takeFresh }: KeyProps) {
  const { t, may } = useUi()
  const deciding = [
    { keys: ['o'], label: t.acts.open, run: () => ask('open') },
    { keys: ['m'], label: t.acts.merge, run: () => ask('merge') },
    { keys: ['d'], label: t.acts.dismiss, run: () => ask('dismiss') },
    { keys: ['z'], label: t.acts.undoLast, run: undo },
  ]
  function enter() {
    if (cursor.current !== null) cursor.go(cursor.current)
    document.querySelector<HTMLElement>('#detail')?.focus()
  }
  const search = () => document.querySelector<HTMLElement>('#queue-search')?.focus()
  useCommands('queue', t.queue.title, [
    { keys: ['j', 'ArrowDown'], label: t.commands.next, run: () => cursor.move(1), repeats: true },
    {
      keys: ['k', 'ArrowUp'],
      label: t.commands.previous,
      run: () => cursor.move(-1),
      repeats: true,
    },
    { keys: ['Enter'], label: t.commands.enter, run: enter },
    ...(may('queue.decide') ? deciding : []),
    { keys: ['/'], label: t.commands.search, run: search },
    { keys: ['.'], label: t.commands.fresh, run: takeFresh },
  ])
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
