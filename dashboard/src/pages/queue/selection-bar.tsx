import { useStore } from '../../store.ts'
import { useUi } from '../../ui.tsx'
import { ACT_KEYS, actName, CHANGES, type Act } from './acts.ts'
import { clearSelection, MOST_SELECTED, selected, within } from './selection.ts'

const MANY_ACTS: Act[] = ['dismiss', 'merge', ...CHANGES]

type Props = {
  /** All rows of the list, in its order. */
  ids: number[]
  ask: (act: Act) => void
  selectAll: () => void
}

/** How many are selected, and what can be done with all of them. */
export function SelectionBar({ ids, ask, selectAll }: Props) {
  const { t, times, may } = useUi()
  // What has left the list is not acted on, so it is not counted.
  const { length: size } = within(useStore(selected), ids)
  if (size === 0 || !may('queue.decide')) return null
  const all = Math.min(ids.length, MOST_SELECTED)
  const count = times.whole(all)
  return (
    <div className="selection-bar" role="group" aria-label={t.desk.selection}>
      <p role="status">{t.desk.selected(times.whole(size))}</p>
      {size < all && (
        <button type="button" className="quiet" onClick={selectAll}>
          {all < ids.length ? t.desk.selectFirst(count) : t.desk.selectAll(count)}
        </button>
      )}
      <button type="button" className="quiet" onClick={clearSelection}>
        {t.desk.unselect} <kbd>Esc</kbd>
      </button>
      <div className="selection-acts">
        {MANY_ACTS.map((act) => (
          <button
            key={act}
            type="button"
            aria-keyshortcuts={ACT_KEYS[act]}
            onClick={() => ask(act)}
          >
            {actName(act, t)}
            <kbd aria-hidden="true">{ACT_KEYS[act]}</kbd>
          </button>
        ))}
      </div>
    </div>
  )
}
