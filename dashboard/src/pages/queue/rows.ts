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
  // This look was answered before the server knew of them.
  const left = latest.ids.flatMap((id) => (isHidden(id) ? (touched.get(id) ?? []) : []))
  const asleep = left.filter((row) => placeIn(row) === 'snoozed').length
  return {
    ids,
    fresh,
    total: Math.max(0, latest.total - left.length),
    oldestAt: latest.oldestAt,
    urgent: Math.max(0, latest.urgent - left.filter(({ urgent }) => urgent).length),
    snoozed: Math.max(0, latest.snoozed + (belongs.snoozed ? -left.length : asleep)),
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

/**
 * This officer's rows after `more` were heard of. One that somebody else has moved since, by a decision, by putting
 * it off or by bringing it back, is this officer's no more: it stays where it stands, and says who it was.
 */
export function stillOwn(
  own: ReadonlyMap<number, CandidateRow>,
  more: CandidateRow[],
): ReadonlyMap<number, CandidateRow> {
  const next = new Map(merged(own, more))
  for (const { id } of more) {
    const [before, now] = [own.get(id), next.get(id)]
    if (before && now && before.version < now.version && placeIn(before) !== placeIn(now)) {
      next.delete(id)
    }
  }
  return next
}

/** Which list it stands in. */
const placeIn = ({ status, snoozedUntil }: CandidateRow) =>
  status === 'waiting' && snoozedUntil !== null ? 'snoozed' : status

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

/**
 * Where one stands when `leaving` go: the same row when it stays, else the one below, else above; null when there is
 * none. Without `leaving` it is the row itself that goes. Pure.
 */
export function nextAfter(
  ids: number[],
  current: number | null,
  leaving?: number[],
): number | null {
  const here = current === null ? -1 : ids.indexOf(current)
  if (here < 0) return null
  const goes = new Set<number | null>(leaving ?? [current])
  const stays = (id: number) => !goes.has(id)
  return ids.slice(here).find(stays) ?? ids.slice(0, here).findLast(stays) ?? null
}
