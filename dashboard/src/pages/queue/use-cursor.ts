import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import type { CandidateRow } from '../../api.ts'

const WIDE = matchMedia('(min-width: 900px)')
const subscribe = (notify: () => void) => {
  WIDE.addEventListener('change', notify)
  return () => WIDE.removeEventListener('change', notify)
}
/** True where list and detail stand side by side. */
const useIsWide = () => useSyncExternalStore(subscribe, () => WIDE.matches)

/** Which row one stands on. It is part of the address; on a wide screen the first row is the default. */
export function useCursor(rows: CandidateRow[], id: number | null, search: string) {
  const [, navigate] = useLocation()
  const isWide = useIsWide()
  const index = rows.findIndex((row) => row.id === id)
  const current = id ?? (isWide ? (rows[0]?.id ?? null) : null)
  const at = index >= 0 ? index : id === null && isWide ? 0 : -1

  const go = useCallback(
    (to: number | null, replace = true) =>
      navigate(`/antrean${to === null ? '' : `/${to}`}${search}`, { replace }),
    [navigate, search],
  )
  function move(by: number) {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    if (!row) return
    go(row.id)
    focusRow(row.id)
  }
  /** Goes on after a decision: to the row below, else above, else back to the list. */
  function advance() {
    const next = rows[at + 1] ?? rows[at - 1]
    go(at >= 0 && next ? next.id : null)
    if (next) focusRow(next.id)
  }
  const latest = useRef(current)
  useEffect(() => {
    latest.current = current ?? latest.current
    // Back on a phone's list one stands where one left it.
    document.querySelector(`#row-${latest.current}`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return {
    current,
    at,
    row: rows[at] ?? null,
    next: rows[at + 1] ?? null,
    go,
    move,
    advance,
    isWide,
  }
}

/** A screen reader reads out the row one has moved to; in a text field the focus stays. */
function focusRow(id: number) {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`#row-${id}`)?.focus({ preventScroll: true }),
  )
}
