import { useCallback, useLayoutEffect, useState, type RefObject } from 'react'
import { rangeOf, revealBy, type Box, type Range } from './list-window.ts'

/** The height of a row in rem; styles/queue.css draws its parts into it. */
const ROW_REM = 7.3

/** Zoomed text makes higher rows. */
const rowHeight = () =>
  Math.round(ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize))

/** The rows of a long list that stand on the page now, and how to bring another one into sight. */
export function useWindow(list: RefObject<HTMLElement | null>, count: number) {
  const [window, setWindow] = useState<Range & { rowHeight: number }>(() => ({
    start: 0,
    end: Math.min(count, 24),
    rowHeight: rowHeight(),
  }))
  const measure = useCallback(() => {
    if (!list.current) return
    const box = boxOf(list.current, count)
    const next = { ...rangeOf(box), rowHeight: box.rowHeight }
    setWindow((before) => (isSame(before, next) ? before : next))
  }, [list, count])

  useLayoutEffect(() => {
    measure()
    const sizes = new ResizeObserver(measure)
    if (list.current?.parentElement) sizes.observe(list.current.parentElement)
    // The list scrolls by itself beside the detail, with the whole page on a phone.
    addEventListener('scroll', measure, { capture: true, passive: true })
    return () => {
      sizes.disconnect()
      removeEventListener('scroll', measure, { capture: true })
    }
  }, [measure, list])

  const scroll = useCallback(
    (by: number) => {
      if (by === 0 || !list.current) return
      scrollerOf(list.current).scrollTop += by
      measure()
    },
    [list, measure],
  )
  const reveal = useCallback(
    (index: number) => {
      if (list.current && index >= 0) scroll(revealBy(boxOf(list.current, count), index))
    },
    [list, count, scroll],
  )
  return { window, scroll, reveal }
}

const isSame = (a: Range & { rowHeight: number }, b: Range & { rowHeight: number }) =>
  a.start === b.start && a.end === b.end && a.rowHeight === b.rowHeight

function scrollerOf(list: HTMLElement): Element {
  const parent = list.parentElement
  const scrolls = parent !== null && getComputedStyle(parent).overflowY === 'auto'
  return scrolls ? parent : (document.scrollingElement ?? document.documentElement)
}

function boxOf(list: HTMLElement, count: number): Box {
  const scroller = scrollerOf(list)
  const upper = scroller === list.parentElement ? scroller.getBoundingClientRect().top : 0
  return {
    top: upper - list.getBoundingClientRect().top,
    height: scroller.clientHeight,
    rowHeight: rowHeight(),
    count,
  }
}
