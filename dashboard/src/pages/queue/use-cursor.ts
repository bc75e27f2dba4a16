import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { at, letListMove, stand, standAtOnce } from './cursor.ts'
import { nextAfter } from './rows.ts'
import { extended, selected } from './selection.ts'

const WIDE = matchMedia('(min-width: 900px)')
const subscribe = (notify: () => void) => {
  WIDE.addEventListener('change', notify)
  return () => WIDE.removeEventListener('change', notify)
}
/** True where list and detail stand side by side. */
const useIsWide = () => useSyncExternalStore(subscribe, () => WIDE.matches)

/** The address follows when the keys have rested for so long. */
const ADDRESS_MS = 300

type Standing = {
  /** The list's order; null until it is loaded. */
  ids: number[] | null
  /** The candidate that the address names. */
  id: number | null
  /** The filters as the end of the address. */
  search: string
}

export type Cursor = {
  isWide: boolean
  /** Goes to a candidate, or with null back to the list, and says so in the address at once. */
  go: (to: number | null, replace?: boolean) => void
  /** The same by a key: the focus goes along, so that the next Enter means this row. */
  jump: (to: number) => void
  move: (by: number) => void
  /** The same with the rows on the way selected. */
  extend: (by: number) => void
  /**
   * Goes on after a decision: to the row below that stays, else above, else back to the list. Where one stands on a
   * row that does not leave, one stays.
   */
  advance: (leaving?: number[]) => void
  /** Whether it is in the list. */
  has: (id: number) => boolean
  /** The list scrolls to a row; set by the list. */
  reveal: { current: (index: number) => void }
}

/** Moves over the list. On a wide screen the first row is where one begins. */
export function useCursor(standing: Standing): Cursor {
  const [, navigate] = useLocation()
  const isWide = useIsWide()
  const latest = useRef({ ...standing, navigate, isWide })
  useLayoutEffect(() => {
    latest.current = { ...standing, navigate, isWide }
  })
  const address = useRef(new Address())
  const reveal = useRef<(index: number) => void>(() => undefined)
  useFollowAddress(standing, isWide, address.current)

  return useMemo(() => {
    const indexOf = (id: number | null) =>
      id === null ? -1 : (latest.current.ids ?? []).indexOf(id)
    function go(to: number | null, replace = true) {
      const { navigate, search } = latest.current
      const seen = to ?? at.get()
      stand(to)
      address.current.write(to, () =>
        navigate(`/antrean${to === null ? '' : `/${to}`}${search}`, { replace }),
      )
      // After the list has drawn itself: back on a phone's list one stands where one left it.
      requestAnimationFrame(() => reveal.current(indexOf(seen)))
    }
    function jump(to: number) {
      go(to)
      focusRow(to)
    }
    function step(to: number | undefined) {
      if (to === undefined) return
      stand(to)
      reveal.current(indexOf(to))
      focusRow(to)
      address.current.later(() => go(at.get()))
    }
    function toward(by: number) {
      const ids = latest.current.ids ?? []
      return ids[Math.max(0, Math.min(ids.length - 1, indexOf(at.get()) + by))]
    }
    function extend(by: number) {
      const from = at.get()
      const to = toward(by)
      if (from === null || to === undefined) return
      selected.set(extended(selected.get(), from, to))
      step(to)
    }
    function advance(leaving?: number[]) {
      const current = at.get()
      const next = nextAfter(latest.current.ids ?? [], current, leaving)
      if (next !== null && next === current) return focusRow(next)
      letListMove('free')
      if (next === null) go(null)
      else jump(next)
    }
    const move = (by: number) => step(toward(by))
    return { isWide, go, jump, move, extend, advance, has: (id) => indexOf(id) >= 0, reveal }
  }, [isWide])
}

/** The address as this page has written it, so that its own writing is not taken for a link. */
class Address {
  written: number | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  write(id: number | null, navigate: () => void) {
    clearTimeout(this.#timer)
    this.written = id
    navigate()
  }
  later(write: () => void) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(write, ADDRESS_MS)
  }
  forget(id: number | null) {
    clearTimeout(this.#timer)
    this.written = id
  }
}

/** A link, the back button or another set of filters puts the cursor where the address says. */
function useFollowAddress({ ids, id, search }: Standing, isWide: boolean, address: Address) {
  const isNew = useRef(true)
  const view = useRef(search)
  useLayoutEffect(() => {
    const isOther = isNew.current || view.current !== search
    isNew.current = false
    view.current = search
    if (!isOther && id === address.written) return
    address.forget(id)
    standAtOnce(id)
  }, [id, search, address])
  // Where both stand side by side one always stands on a row.
  const first = ids?.[0]
  useLayoutEffect(() => {
    if (isWide && first !== undefined && at.get() === null) standAtOnce(first)
  }, [isWide, first, id, search])
  useEffect(
    () => () => {
      address.forget(null)
      standAtOnce(null)
    },
    [address],
  )
}

/** A screen reader reads out the row one has moved to; in a text field the focus stays. */
function focusRow(id: number) {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`#row-${id}`)?.focus({ preventScroll: true }),
  )
}
