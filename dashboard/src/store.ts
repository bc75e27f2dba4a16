import { useSyncExternalStore } from 'react'

/** One value that lives outside React and tells who watches it. */
export type Store<T> = {
  get: () => T
  set: (value: T) => void
  subscribe: (notify: () => void) => () => void
}

/** Makes a store that holds `initial` until it is set. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const notify of watchers) notify()
    },
    subscribe(notify) {
      watchers.add(notify)
      return () => void watchers.delete(notify)
    },
  }
}

/** The store's value; the component draws again when it changes. */
export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get)

/** A part of the store's value; the component draws again only when that part changes. */
export const useSelect = <T, P>(store: Store<T>, pick: (value: T) => P): P =>
  useSyncExternalStore(store.subscribe, () => pick(store.get()))
