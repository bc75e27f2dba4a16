/**
 * Where one stands in the list. It is no state of the page: a key that moves it draws two rows, and the
 * detail and the address follow when the key rests.
 */
import { createStore } from '../../store.ts'

/** The candidate under the cursor. */
export const at = createStore<number | null>(null)
/** The candidate that the detail shows: the one under the cursor as soon as the eye can rest on it. */
export const shown = createStore<number | null>(null)

/** Keys that come faster than this are one movement: the detail waits for its end. */
const HELD_MS = 250
const REST_MS = 150
let movedAt = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Puts the cursor on a row. */
export function stand(id: number | null, now = performance.now()) {
  at.set(id)
  clearTimeout(timer)
  const isHeld = now - movedAt < HELD_MS
  movedAt = now
  const show = () => shown.set(at.get())
  if (isHeld) timer = setTimeout(show, REST_MS)
  // The row is painted first.
  else requestAnimationFrame(() => setTimeout(show))
}

/** Without a key: a page that opens, a link. Row and detail come together. */
export function standAtOnce(id: number | null) {
  clearTimeout(timer)
  at.set(id)
  shown.set(id)
}

/** What the list does with its scrolling when rows above the cursor come or go. */
export type Anchor = 'row' | 'free' | 'top'
let anchor: Anchor = 'row'

/** The next change of the list is the officer's own: the cursor's row need not stay at its height. */
export const letListMove = (to: 'free' | 'top') => {
  anchor = to
}
export function takeAnchor(): Anchor {
  const taken = anchor
  anchor = 'row'
  return taken
}
