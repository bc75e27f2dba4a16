/** Which rows are chosen for one act on all of them. */
import { createStore } from '../../store.ts'

/** The server takes no more at once. */
export const MOST_SELECTED = 1000

export type Selection = ReadonlySet<number>
export const selected = createStore<Selection>(new Set())

export const clearSelection = () => selected.set(new Set())

/** Pure: the selection with this row in it, or out of it when it was in. */
export function toggled(selection: Selection, id: number): Selection {
  const next = new Set(selection)
  if (!next.delete(id) && next.size < MOST_SELECTED) next.add(id)
  return next
}

/** Pure: after a step from one row to the next with Shift held; going back takes rows out again. */
export function extended(selection: Selection, from: number, to: number): Selection {
  const next = new Set(selection)
  if (next.has(from) && next.has(to) && from !== to) next.delete(from)
  else {
    for (const id of [from, to]) if (next.size < MOST_SELECTED) next.add(id)
  }
  return next
}

/** Pure: all rows between two, whichever stands above; `ids` is the list's order. */
export function ranged(selection: Selection, ids: number[], from: number, to: number): Selection {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)]
  if (a < 0 || b < 0) return toggled(selection, to)
  const between = ids.slice(Math.min(a, b), Math.max(a, b) + 1)
  return new Set([...selection, ...between].slice(0, MOST_SELECTED))
}

/** Pure: what is still in the list; a row that has left cannot be acted on unseen. */
export const within = (selection: Selection, ids: number[]): number[] =>
  ids.filter((id) => selection.has(id))
