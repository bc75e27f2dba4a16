import { Fragment, memo } from 'react'
import { ahead } from '../../ahead.tsx'
import { Icon } from '../../icons.tsx'
import { Popover } from '../../popover.tsx'
import { useStore } from '../../store.ts'
import { useNow, useUi } from '../../ui.tsx'
import { TABS, type Filters } from './filters.ts'
import type { View } from './rows.ts'
import { steps, type Step } from './steps.ts'
import { ViewsBar } from './views-bar.tsx'

const PriorityWhy = ahead(() => import('./priority-why.tsx'))
const StepList = ahead(() => import('./step-list.tsx'))

type HeadProps = {
  filters: Filters
  setFilters: (filters: Filters) => void
  view: View | null
  undo: (step?: Step) => void
}

/** The states, the kept views, how much waits and for how long, what is new, what can be undone. */
export const QueueHead = memo(function QueueHead(props: HeadProps) {
  const { filters, setFilters, view, undo } = props
  const { t } = useUi()
  return (
    <div className="queue-head">
      <Tabs filters={filters} snoozed={view?.snoozed ?? 0} setFilters={setFilters} />
      <ViewsBar filters={filters} setFilters={setFilters} />
      <div className="queue-summary">
        {view && <Summary view={view} filters={filters} />}
        <span className="grow" />
        {filters.status === 'waiting' && (
          <Popover className="quiet square" label={t.desk.why} button={<Icon name="help" />}>
            {() => <PriorityWhy />}
          </Popover>
        )}
        <Undo undo={undo} />
      </div>
    </div>
  )
})

type TabsProps = {
  filters: Filters
  snoozed: number
  setFilters: (filters: Filters) => void
}

/** The states of candidates; those that were put off are waiting too, elsewhere. */
function Tabs({ filters, snoozed, setFilters }: TabsProps) {
  const { t, times } = useUi()
  const { snoozed: isAsleep, ...others } = filters
  const asleep: Filters = { ...others, status: 'waiting', snoozed: '1' }
  return (
    <div className="tabs" role="group" aria-label={t.queue.tabs}>
      {TABS.map((each) => (
        <Fragment key={each}>
          <button
            type="button"
            aria-pressed={each === filters.status && !isAsleep}
            onClick={() => setFilters({ ...others, status: each })}
          >
            {t.status[each]}
          </button>
          {each === 'waiting' && (
            <button
              type="button"
              aria-pressed={isAsleep === '1'}
              onClick={() => setFilters(asleep)}
            >
              {t.desk.snoozed}
              {snoozed > 0 && <span className="count">{times.whole(snoozed)}</span>}
            </button>
          )}
        </Fragment>
      ))}
    </div>
  )
}

/** One line whatever it says: the list under it must not move when the numbers grow. */
function Summary({ view, filters }: { view: View; filters: Filters }) {
  const { t, times } = useUi()
  const now = useNow()
  const isWaiting = filters.status === 'waiting'
  return (
    <p className="one-line">
      {t.queue.summary(times.whole(view.total))}
      {view.urgent > 0 && (
        <span className="urgent-text"> · {t.queue.urgentCount(times.whole(view.urgent))}</span>
      )}
      {view.oldestAt && isWaiting && <> · {t.queue.oldest(times.age(view.oldestAt, now))}</>}
    </p>
  )
}

/** It lies over the upper edge of the list. */
export function Fresh({ count, takeFresh }: { count: number; takeFresh: () => void }) {
  const { t } = useUi()
  return (
    <div role="status" className="fresh">
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
    </div>
  )
}

/** One press takes back the last act; the list beside it takes back any of the last fifty. */
function Undo({ undo }: { undo: (step?: Step) => void }) {
  const { t, may } = useUi()
  const last = useStore(steps).at(-1)
  if (!may('queue.decide')) return null
  const label = last ? t.acts.undoWhat(last.what) : t.acts.nothingToUndo
  return (
    <span className="joined-buttons">
      <button
        type="button"
        className="quiet square"
        aria-label={label}
        title={`${label} (z)`}
        aria-disabled={!last}
        onClick={() => undo()}
      >
        <Icon name="undo" />
      </button>
      <Popover className="quiet narrow" label={t.desk.steps} button={<Icon name="down" />}>
        {(close) => (
          <StepList
            onPick={(step) => {
              close()
              undo(step)
            }}
          />
        )}
      </Popover>
    </span>
  )
}
