/** The loaded lists in the cache: which ids they show, in which order. */
import type { QueryClient } from '@tanstack/react-query'
import type { CandidateRow } from '../../api.ts'
import type { Listing } from './rows.ts'
import { touch } from './rows-store.ts'

/** ['queue', 'list', address, status] */
const LISTS = ['queue', 'list']

/** Shows a row that was changed here; one that belongs to a list which does not know it goes on top. */
export function put(client: QueryClient, row: CandidateRow) {
  touch([row])
  place(client, row)
}

/** Puts a row on top of the lists that it belongs to and that do not know it. */
export function place(client: QueryClient, row: CandidateRow) {
  for (const query of client.getQueryCache().findAll({ queryKey: LISTS })) {
    const list = query.state.data as Listing | undefined
    if (!list || query.queryKey[3] !== row.status || list.ids.includes(row.id)) continue
    // The moment of loading stays, or the next look would seem older than the list.
    const ids = [row.id, ...list.ids]
    client.setQueryData(query.queryKey, { ...list, ids }, { updatedAt: query.state.dataUpdatedAt })
  }
}

/** What has voices moved, or taken back, is one of two that changed: both are asked for again. */
export function refresh(client: QueryClient, { id, joinedId, splitFrom }: CandidateRow) {
  void client.invalidateQueries({ queryKey: ['candidate', id] })
  if (joinedId === null && splitFrom === null) return
  void client.invalidateQueries({ queryKey: ['candidate'] })
  void client.invalidateQueries({ queryKey: ['queue', 'poll'] })
}
