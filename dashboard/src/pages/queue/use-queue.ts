/** The queue's data: loaded once, polled every five seconds beside it, never re-ordered by itself. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../api.ts'
import { expired } from '../../connection.ts'
import { useStore } from '../../store.ts'
import { touched } from './decisions.ts'
import { writeFilters, type Filters } from './filters.ts'
import { viewOf } from './rows.ts'

/** More rows than one decides in an hour; the browser draws them without a virtual list. */
const MOST_ROWS = 200
const POLL_MS = 5_000

export function useQueue(filters: Filters) {
  const client = useQueryClient()
  const address = writeFilters(filters)
  const listKey = ['queue', 'list', address, filters.status]
  const ask = () => api.queue({ ...filters, limit: String(MOST_ROWS) })
  const hasExpired = useStore(expired)
  const changes = useStore(touched)

  const list = useQuery({
    queryKey: listKey,
    queryFn: ask,
    staleTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const poll = useQuery({
    queryKey: ['queue', 'poll', address],
    queryFn: ask,
    enabled: list.isSuccess && !hasExpired,
    refetchInterval: POLL_MS,
    staleTime: POLL_MS,
    // Without this the first poll would follow the first load at once.
    initialData: list.data,
    initialDataUpdatedAt: list.dataUpdatedAt,
    retry: false,
  })
  const view = useMemo(() => {
    if (!list.data) return null
    const polled = poll.data ? { answer: poll.data, at: poll.dataUpdatedAt } : null
    const loaded = { answer: list.data, at: list.dataUpdatedAt }
    return viewOf(filters.status, loaded, polled, changes)
  }, [filters.status, list.data, list.dataUpdatedAt, poll.data, poll.dataUpdatedAt, changes])

  /** Shows what has arrived: the poll becomes the list. */
  function takeFresh() {
    if (poll.data) client.setQueryData(listKey, poll.data, { updatedAt: poll.dataUpdatedAt })
  }
  return { view, takeFresh, error: list.error, retry: () => void list.refetch() }
}
