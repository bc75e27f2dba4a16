/** The queue's data: its order is loaded once; what comes after is heard, looked at, and never moves a row by itself. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { api, type QueueQuery } from '../../api.ts'
import { expired } from '../../connection.ts'
import { arrivals, isLive } from '../../live.ts'
import { useStore } from '../../store.ts'
import { at, letListMove } from './cursor.ts'
import { reload } from './deeds.ts'
import { unsent } from './desk-outbox.ts'
import { writeFilters, type Filters } from './filters.ts'
import { lostFrom, viewOf, type Belongs, type Listing } from './rows.ts'
import { known, missing, remember, touched } from './rows-store.ts'
import { useLiveRows } from './use-live-rows.ts'

/** Loaded with the order, so that the first screen needs no second request. */
const FIRST_ROWS = 50
/** While the stream tells what happens, a look is only for what it may have missed. */
const LIVE_LOOK_MS = 60_000
const LOOK_MS = 5_000
const MOST_CHECKED = 200

async function look(filters: Filters): Promise<Listing> {
  const asked = Date.now()
  // What the address says is the server's to refuse.
  const query = { ...(filters as QueueQuery), ids: '1' as const, limit: String(FIRST_ROWS) }
  const answer = await api.queue(query)
  const { items, total, oldestAt, urgent, snoozed } = answer
  remember(items)
  const ids = answer.ids ?? items.map(({ id }) => id)
  return { ids, total, oldestAt, urgent, snoozed, at: asked }
}

export function useQueue(filters: Filters) {
  const client = useQueryClient()
  const address = writeFilters(filters)
  const listKey = useMemo(
    () => ['queue', 'list', address, filters.status],
    [address, filters.status],
  )
  const ask = () => look(filters)
  const list = useQuery({
    queryKey: listKey,
    queryFn: ask,
    staleTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const hasExpired = useStore(expired)
  const isHeard = useStore(isLive)
  const poll = useQuery({
    queryKey: ['queue', 'poll', address],
    queryFn: ask,
    enabled: list.isSuccess && !hasExpired,
    refetchInterval: isHeard ? LIVE_LOOK_MS : LOOK_MS,
    staleTime: LOOK_MS,
    // Without this the first look would follow the loading at once.
    initialData: list.data,
    initialDataUpdatedAt: list.dataUpdatedAt,
    retry: false,
  })
  const { refetch } = poll
  useLiveRows(useCallback(() => void refetch(), [refetch]))
  useLostRows(filters, list.data, poll.data)

  const belongs = useMemo<Belongs>(
    () => ({ status: filters.status, snoozed: filters.snoozed === '1' }),
    [filters.status, filters.snoozed],
  )
  const own = useStore(touched)
  const waiting = useStore(unsent)
  const view = useMemo(() => {
    if (!list.data) return null
    const polled = poll.data ?? null
    return viewOf({ belongs, loaded: list.data, polled, touched: own, unsent: waiting })
  }, [belongs, list.data, poll.data, own, waiting])

  /** Shows what has arrived: the latest look becomes the list. */
  const takeFresh = useCallback(() => {
    const latest = client.getQueryData<Listing>(['queue', 'poll', address])
    arrivals.set([])
    if (!latest) return
    letListMove('top')
    client.setQueryData(listKey, latest)
  }, [client, address, listKey])
  return { view, belongs, takeFresh, error: list.error, retry: () => void list.refetch() }
}

/** Rows that a look no longer has are asked after: they were decided, put off, or match no more. */
function useLostRows(filters: Filters, loaded?: Listing, polled?: Listing) {
  const checked = useRef({ loaded, ids: new Set<number>() })
  useEffect(() => {
    if (!loaded || !polled || loaded === polled) return
    if (checked.current.loaded !== loaded) checked.current = { loaded, ids: new Set() }
    const { ids } = checked.current
    const lost = lostFrom(loaded, polled).filter(
      (id) =>
        !ids.has(id) &&
        !missing.get().has(id) &&
        known.get().get(id)?.status === filters.status &&
        !touched.get().has(id),
    )
    if (lost.length === 0) return
    // Those around the cursor first: they are in sight.
    const here = loaded.ids.indexOf(at.get() ?? 0)
    const place = new Map(loaded.ids.map((id, index) => [id, Math.abs(index - here)]))
    lost.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
    const some = lost.slice(0, MOST_CHECKED)
    for (const id of some) ids.add(id)
    void reload(some)
  }, [loaded, polled, filters.status])
}
