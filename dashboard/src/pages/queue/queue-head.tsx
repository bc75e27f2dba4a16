import type { CandidateStatus } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { useStore } from '../../store.ts'
import { useNow, useUi } from '../../ui.tsx'
import { TABS, type Filters } from './filters.ts'
import type { View } from './rows.ts'
import { steps } from './steps.ts'

type HeadProps = {
  filters: Filters
  setFilters: (filters: Filters) => void
  view: View | null
  takeFresh: () => void
  undo: () => void
}

/** Title, the states, how much waits and for how long, what is new, what can be undone. */
export function QueueHead({ filters, setFilters, view, takeFresh, undo }: HeadProps) {
  return (
    <div className="queue-head">
      <Tabs status={filters.status} onPick={(status) => setFilters({ ...filters, status })} />
      <div className="queue-summary">
        {view && <Summary view={view} status={filters.status} />}
        <span className="grow" />
        <Fresh count={view?.fresh ?? 0} takeFresh={takeFresh} />
        <UndoButton undo={undo} />
      </div>
    </div>
  )
}

type TabsProps = { status: CandidateStatus; onPick: (status: CandidateStatus) => void }

function Tabs({ status, onPick }: TabsProps) {
  const { t } = useUi()
  return (
    <div className="tabs" role="group" aria-label={t.queue.tabs}>
      {TABS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === status}
          onClick={() => onPick(each)}
        >
          {t.status[each]}
        </button>
      ))}
    </div>
  )
}

function Summary({ view, status }: { view: View; status: CandidateStatus }) {
  const { t, times } = useUi()
  const now = useNow()
  return (
    <p>
      {t.queue.summary(times.whole(view.total))}
      {view.urgent > 0 && (
        <span className="urgent-text"> · {t.queue.urgentCount(times.whole(view.urgent))}</span>
      )}
      {view.oldestAt && status === 'waiting' && (
        <> · {t.queue.oldest(times.age(view.oldestAt, now))}</>
      )}
    </p>
  )
}

function Fresh({ count, takeFresh }: { count: number; takeFresh: () => void }) {
  const { t } = useUi()
  return (
    <span role="status">
      {count > 0 && (
        <button
          type="button"
          className="pill"
          aria-label={`${t.queue.fresh(count)}: ${t.queue.freshLabel(count)}`}
          onClick={takeFresh}
        >
          {t.queue.fresh(count)}
        </button>
      )}
    </span>
  )
}

function UndoButton({ undo }: { undo: () => void }) {
  const { t, may } = useUi()
  const last = useStore(steps).at(-1)
  if (!may('queue.decide')) return null
  const label = last ? t.acts.undoWhat(last.what) : t.acts.nothingToUndo
  return (
    <button
      type="button"
      className="quiet square"
      aria-label={label}
      title={`${label} (z)`}
      aria-disabled={!last}
      onClick={undo}
    >
      <Icon name="undo" />
    </button>
  )
}
