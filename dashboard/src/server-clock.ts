/**
 * The server's time in this browser. Ages and limits are computed by it: a computer whose clock is wrong by
 * hours shows the same ones as all the others.
 */
import { createStore } from './store.ts'

/** Below this it is the way of the answer and the second that the header is cut to, not the clock. */
const TOLERANCE_MS = 5_000

type Asked = { sentAt: number; heardAt: number; date: string | null }

/**
 * How far the server's clock is ahead of this one, in ms, as one answer tells it; null when it does not. `known`
 * stays when the answer's way explains the difference to it. Pure.
 */
export function offsetOf({ sentAt, heardAt, date }: Asked, known: number): number | null {
  const told = date === null ? NaN : Date.parse(date)
  // A clock that was set while the answer was on its way tells nothing.
  if (Number.isNaN(told) || heardAt < sentAt) return null
  // The header is cut to whole seconds, and was written somewhere between asking and hearing.
  const offset = told + 500 - (sentAt + heardAt) / 2
  const slack = TOLERANCE_MS + (heardAt - sentAt) / 2
  if (Math.abs(offset) <= slack) return 0
  return Math.abs(offset - known) <= slack ? known : offset
}

/** Ahead of this computer's clock, in ms. */
export const clockOffset = createStore(0)

/** Learns from an answer of the server. */
export function learnOffset(asked: Asked) {
  const offset = offsetOf(asked, clockOffset.get())
  if (offset !== null) clockOffset.set(offset)
}

/** The present moment by the server's clock. */
export const serverNow = (): number => Date.now() + clockOffset.get()
