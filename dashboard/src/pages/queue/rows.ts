/** What the list shows, computed from the snapshot of its order and what came after it. Pure. */
import type { CandidateRow, CandidateStatus } from '../../api.ts'

/** The order of a list at one moment, without the rows. */
export type Listing = {
  ids: number[]
  total: number
  oldestAt: string | null
  urgent: number
  snoozed: number
  /** When the server was asked (ms). */
  at: number
}

export type View = {
  /** The rows in the order of the snapshot; those that this officer has decided are left out. */
  ids: number[]
  /** Ids that the latest look has and the list does not. */
  fresh: number[]
  total: number
  oldestAt: string | null
  urgent: number
  snoozed: number
}

/** A kind of list: which state its rows are in, and whether they sleep. */
export type Belongs = { status: CandidateStatus; snoozed: boolean }

/** Whether a row in this version has no place in such a list (any more). */
export function isOut(row: CandidateRow, { status, snoozed }: Belongs): boolean {
  if (row.status !== status) return true
  if (status !== 'waiting') return false
  return (row.snoozedUntil !== null) !== snoozed
}

type Seen = {
  belongs: Belongs
  loaded: Listing
  polled: Listing | null
  /** Rows that this browser itself has changed, each as it is now. */
  touched: ReadonlyMap<number, CandidateRow>
  /** Rows with an act that the server does not know yet: they stay in sight. */
  unsent: ReadonlySet<number>
}

/**
 * Merges a later look into the list without moving any row: what has arrived is only counted, what somebody
 * else has decided stays where it is.
 */
export function viewOf({ belongs, loaded, polled, touched, unsent }: Seen): View {
  const newer = polled && polled.at >= loaded.at ? polled : null
  const latest = newer ?? loaded
  const isHidden = (id: number) => {
    const row = touched.get(id)
    return row !== undefined && !unsent.has(id) && isOut(row, belongs)
  }
  const known = new Set(loaded.ids)
  const ids = loaded.ids.filter((id) => !isHidden(id))
  const fresh = newer ? newer.ids.filter((id) => !known.has(id) && !isHidden(id)) : []
  const decidedHere = latest.ids.reduce((sum, id) => sum + (isHidden(id) ? 1 : 0), 0)
  return {
    ids,
    fresh,
    total: Math.max(0, latest.total - decidedHere),
    oldestAt: latest.oldestAt,
    urgent: latest.urgent,
    snoozed: latest.snoozed,
  }
}

/**
 * Rows of the list that a later look does not have. Of these the server must be asked what has become of them;
 * a look that was cut off at its limit says nothing.
 */
export function lostFrom(loaded: Listing, polled: Listing): number[] {
  if (polled.at < loaded.at || polled.ids.length < polled.total) return []
  const still = new Set(polled.ids)
  return loaded.ids.filter((id) => !still.has(id))
}

/** The rows as they are known after `more` were heard of: an older version never replaces a newer one. */
export function merged(
  known: ReadonlyMap<number, CandidateRow>,
  more: CandidateRow[],
): ReadonlyMap<number, CandidateRow> {
  const next = new Map(known)
  for (const row of more) {
    const before = next.get(row.id)
    if (!before || before.version <= row.version) next.set(row.id, row)
  }
  return next
}
