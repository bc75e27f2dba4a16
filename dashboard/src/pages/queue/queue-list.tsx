import { memo, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useUi } from '../../ui.tsx'
import { at, takeAnchor } from './cursor.ts'
import { pagesAround } from './list-window.ts'
import { want } from './load-rows.ts'
import { QueueRow, type PickRow } from './queue-row.tsx'
import type { Belongs, View } from './rows.ts'
import type { Cursor } from './use-cursor.ts'
import { useWindow } from './use-window.ts'

export { placeOf } from './queue-row.tsx'

type Props = {
  view: View
  belongs: Belongs
  cursor: Cursor
  onPick: PickRow
}

/** Thousands of rows, of which those in sight stand on the page. */
export const QueueList = memo(function QueueList({ view, belongs, cursor, onPick }: Props) {
  const { t, times } = useUi()
  const { ids } = view
  const list = useRef<HTMLOListElement>(null)
  const { window, scroll, reveal } = useWindow(list, ids.length)
  const { start, end, rowHeight } = window
  useLayoutEffect(() => {
    cursor.reveal.current = reveal
  }, [cursor, reveal])
  useKeptPlace(ids, rowHeight, scroll)
  useStart(ids, reveal)
  useEffect(() => want(pagesAround(ids, { start, end })), [ids, start, end])
  const stop = useTabStop(ids, start, end)
  const hidden = view.total - ids.length - view.fresh.length
  return (
    <div className="rows-scroll">
      <ol
        ref={list}
        className="rows"
        aria-label={t.queue.list}
        style={{ height: ids.length * rowHeight }}
      >
        {ids.slice(start, end).map((id, index) => (
          <QueueRow
            key={id}
            id={id}
            place={start + index}
            count={ids.length}
            rowHeight={rowHeight}
            belongs={belongs}
            isStop={id === stop}
            onPick={onPick}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <p className="capped">{t.queue.capped(times.whole(ids.length), times.whole(view.total))}</p>
      )}
    </div>
  )
})

/** The one row in sight that the Tab key stops at: the cursor's, else the first. */
function useTabStop(ids: number[], start: number, end: number): number | undefined {
  const isInSight = useSyncExternalStore(at.subscribe, () => {
    const id = at.get()
    return id !== null && ids.slice(start, end).includes(id)
  })
  // The row itself knows that it is the cursor's.
  return isInSight ? undefined : ids[start]
}

/** What comes or goes above the cursor's row must not move it; the list scrolls along. */
function useKeptPlace(ids: number[], rowHeight: number, scroll: (by: number) => void) {
  const before = useRef(ids)
  useLayoutEffect(() => {
    const old = before.current
    before.current = ids
    if (old === ids) return
    const id = at.get()
    const anchor = takeAnchor()
    if (anchor === 'top') return scroll(-Number.MAX_SAFE_INTEGER)
    if (anchor === 'free' || id === null) return
    const [from, to] = [old.indexOf(id), ids.indexOf(id)]
    if (from >= 0 && to >= 0) scroll((to - from) * rowHeight)
  }, [ids, rowHeight, scroll])
}

/** A list that is opened at one of its rows, or come back to on a phone, begins there. */
function useStart(ids: number[], reveal: (index: number) => void) {
  const isNew = useRef(true)
  const latest = useRef({ ids, reveal })
  useEffect(() => {
    latest.current = { ids, reveal }
  })
  useEffect(() => {
    if (!isNew.current) return
    isNew.current = false
    const id = at.get()
    if (id !== null) latest.current.reveal(latest.current.ids.indexOf(id))
  }, [])
}
