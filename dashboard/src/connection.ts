import { createStore } from './store.ts'

/** False after a request that never reached the server, true after the next one that did. */
export const reachable = createStore(true)

/** True when the server no longer knows the session while a page is open. */
export const expired = createStore(false)
