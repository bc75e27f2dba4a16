/**
 * What colleagues and the line do while one works: one stream of the server for the whole app. It comes back
 * by itself after a break, with what was missed; React reads the stores with `useStore`.
 */
import type { QueryClient } from '@tanstack/react-query'
import type { LiveMessages, OnTheWire } from '../../src/web/live/frame.ts'
import { api } from './api.ts'
import { expired } from './connection.ts'
import { createStore } from './store.ts'

type Told = OnTheWire<LiveMessages>
/** The latest that happened to a candidate; `by` null: the machine. */
export type Change = Told['changed']['items'][number]
/** An officer at a candidate, looking or deciding. */
export type Hold = Omit<Told['holds']['items'][number], 'candidateId'>

/** Candidates that arrived since this was last set to []. */
export const arrivals = createStore<number[]>([])
/** The latest change by candidate, one's own acts included; the newest stand last. */
export const changes = createStore<ReadonlyMap<number, Change>>(new Map())
/** Who is at which candidate now, oneself included; who decides stands first. */
export const holds = createStore<ReadonlyMap<number, Hold[]>>(new Map())
/** How often more was missed than is told again: whoever shows rows loads them anew. */
export const gaps = createStore(0)
/** Whether the stream is open. While it is not, nothing of the above is new. */
export const isLive = createStore(false)

const MOST_ARRIVALS = 10_000
const MOST_CHANGES = 2000
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000
/** Three heartbeats of the server; after that the connection is only believed to stand. */
const SILENCE_MS = 50_000
/** A browser gives one site six connections: pages that nobody sees leave them to the one that is seen. */
const HIDDEN_MS = 20_000

let queries: QueryClient | undefined
let source: EventSource | null = null
let isStarted = false
let ignoreSession = () => {}
/** Where to go on after a break, as the server called it. */
let place = ''
let waitMs = FIRST_WAIT_MS
let again: ReturnType<typeof setTimeout> | undefined
let hiding: ReturnType<typeof setTimeout> | undefined
let silence: ReturnType<typeof setTimeout> | undefined

/** Opens the stream of whoever is signed in; `client`: what it has of the queue is loaded anew after a gap. */
export function startLive(client?: QueryClient): void {
  queries = client
  if (isStarted) return
  isStarted = true
  document.addEventListener('visibilitychange', onVisibility)
  addEventListener('online', onOnline)
  ignoreSession = expired.subscribe(onSession)
  onOnline()
}

/** Closes it and forgets everything: the next officer begins anew. */
export function stopLive(): void {
  isStarted = false
  document.removeEventListener('visibilitychange', onVisibility)
  removeEventListener('online', onOnline)
  ignoreSession()
  clearTimeout(hiding)
  close()
  place = ''
  waitMs = FIRST_WAIT_MS
  arrivals.set([])
  changes.set(new Map())
  holds.set(new Map())
}

function open(): void {
  close()
  // A new EventSource does not say the last place by itself, as one that comes back would.
  const after = place === '' ? '' : `?after=${place}`
  const opened = new EventSource(`/api/live${after}`)
  source = opened
  opened.addEventListener('error', () => void onError(opened))
  for (const [name, take] of Object.entries(TAKE)) {
    opened.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
      if (source !== opened) return
      if (lastEventId !== '') place = lastEventId
      listen()
      take(JSON.parse(data) as never)
    })
  }
  listen()
}

function close(): void {
  clearTimeout(again)
  clearTimeout(silence)
  source?.close()
  source = null
  isLive.set(false)
}

/** The browser would try again every few seconds for ever; a server that restarts is given time. */
function retry(): void {
  close()
  if (!isStarted || expired.get()) return
  // Not all browsers of an office at the same moment.
  again = setTimeout(open, waitMs * (0.5 + Math.random() / 2))
  waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
}

/** A stream does not say why it was refused, so the session is asked for. */
async function onError(failed: EventSource): Promise<void> {
  if (source !== failed) return
  const isRefused = failed.readyState === EventSource.CLOSED
  retry()
  // The request itself says that the session is over, when it is.
  if (isRefused) await api.session().catch(() => null)
}

function onVisibility(): void {
  clearTimeout(hiding)
  if (document.visibilityState === 'hidden') hiding = setTimeout(close, HIDDEN_MS)
  else if (source === null) onOnline()
}

/** After sleep, or when the network is back, nobody wants to wait for the next try. */
function onOnline(): void {
  waitMs = FIRST_WAIT_MS
  if (document.visibilityState === 'visible' && !expired.get()) open()
}

/** Whoever has to sign in again hears nothing meanwhile, and all that was missed afterwards. */
function onSession(): void {
  if (expired.get()) close()
  else onOnline()
}

/** After sleep a connection can be dead without a word. */
function listen(): void {
  clearTimeout(silence)
  silence = setTimeout(retry, SILENCE_MS)
}

const TAKE: { [Name in keyof Told]: (data: Told[Name]) => void } = {
  hello({ isWhole }) {
    waitMs = FIRST_WAIT_MS
    isLive.set(true)
    if (isWhole) return
    gaps.set(gaps.get() + 1)
    void queries?.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'queue' })
  },
  beat() {},
  arrived({ candidateIds }) {
    const known = new Set(arrivals.get())
    const fresh = candidateIds.filter((id) => !known.has(id))
    if (fresh.length > 0) arrivals.set([...arrivals.get(), ...fresh].slice(-MOST_ARRIVALS))
  },
  changed({ items }) {
    const next = new Map(changes.get())
    for (const item of items) {
      if ((next.get(item.candidateId)?.version ?? 0) > item.version) continue
      // Taken out first: a map keeps the order in which keys came.
      next.delete(item.candidateId)
      next.set(item.candidateId, item)
    }
    for (const id of next.keys()) {
      if (next.size <= MOST_CHANGES) break
      next.delete(id)
    }
    changes.set(next)
  },
  holds({ items }) {
    const next = new Map<number, Hold[]>()
    for (const { candidateId, ...hold } of items) {
      next.set(candidateId, [...(next.get(candidateId) ?? []), hold])
    }
    holds.set(next)
  },
  end() {
    expired.set(true)
  },
}
