import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { expired } from '../../connection.ts'
import { arrivals, changes, startLive, type Change } from '../../live.ts'
import { useStore } from '../../store.ts'
import { reload } from './deeds.ts'
import { known, remember } from './rows-store.ts'

/** However much happens, the list is asked for no more often than this. */
const LOOK_MS = 700
/** What changed is shown at once as far as it was told; the rest of the row follows. */
const ROWS_MS = 250

/** Shows what colleagues do with the rows that this browser knows, and asks for the list when it grows. */
export function useLiveRows(look: () => void) {
  const client = useQueryClient()
  const hasExpired = useStore(expired)
  useEffect(() => {
    if (!hasExpired) startLive(client)
  }, [client, hasExpired])

  useEffect(() => {
    const lookSoon = atMost(LOOK_MS, look)
    const stale = new Set<number>()
    const loadSoon = atMost(ROWS_MS, () => {
      const ids = [...stale]
      stale.clear()
      if (ids.length > 0) void reload(ids)
    })
    let told = changes.get()
    function onChanges() {
      const before = told
      told = changes.get()
      const items = [...told.values()].filter((item) => before.get(item.candidateId) !== item)
      const newer = newerThanKnown(items)
      const grown = items.filter(isGrown).map(({ candidateId }) => candidateId)
      for (const id of [...newer, ...grown]) stale.add(id)
      if (stale.size > 0) loadSoon.run()
      if (newer.length > 0) lookSoon.run()
      for (const id of grown) void client.invalidateQueries({ queryKey: ['candidate', id] })
    }
    const stops = [
      changes.subscribe(onChanges),
      arrivals.subscribe(() => arrivals.get().length > 0 && lookSoon.run()),
      lookSoon.stop,
      loadSoon.stop,
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, look])
}

/** Another voice is no new version: a decision that is being made still fits. */
const isGrown = ({ candidateId, by }: Change) => by === null && known.get().has(candidateId)

/** Writes into the known rows what was told of them, and names those that are behind. */
function newerThanKnown(items: Change[]): number[] {
  const rows = items.flatMap(({ candidateId, status, version, by }) => {
    const row = known.get().get(candidateId)
    if (!row || row.version >= version) return []
    return [{ ...row, status, version, ...(status !== row.status && { decidedBy: by }) }]
  })
  remember(rows)
  return rows.map(({ id }) => id)
}

/** Runs `work` soon after it was asked for, and not again before `ms` have passed. */
function atMost(ms: number, work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ranAt = 0
  return {
    run() {
      if (timer !== undefined) return
      const wait = Math.max(20, ranAt + ms - Date.now())
      timer = setTimeout(() => {
        timer = undefined
        ranAt = Date.now()
        work()
      }, wait)
    },
    stop: () => clearTimeout(timer),
  }
}
