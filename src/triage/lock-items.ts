/** Many candidates at once: which of them an act still fits, and why not the others. */
import type { Sql } from '../db/connect.ts'
import { type DomainError, invalid, notFound } from '../errors.ts'
import type { Acting } from '../people/officer.ts'
import { whoAndWhen } from '../people/who-and-when.ts'
import { candidatesForUpdate, type LockedCandidate } from './queries.ts'
import { lastChanges, officerNames } from './queries-desk.ts'
import { lockGrouping } from './queries-voices.ts'
import { changedSince, decidedSince, isStale } from './waiting.ts'

/** A candidate, and which state of it the officer saw. */
export type Item = { id: number; version: number }
export type Refused = { id: number; error: string }

/** Most candidates of one act. */
export const MOST_ITEMS = 1000

/** Why an act does not fit a candidate in this state; null: it does. */
type Fits = (found: LockedCandidate, decided: () => DomainError) => DomainError | null

/**
 * Locks the candidates in the order of their ids, after the lock under which grouping works: it grows many in an
 * order of its own. @returns those that the act fits, as they were asked for, and the others with a sentence each
 */
export async function lockItems(
  tx: Sql,
  acting: Acting,
  items: readonly Item[],
  fits: Fits,
): Promise<{ found: LockedCandidate[]; refused: Refused[] }> {
  const { regionId } = acting.officer
  const versions = versionsOf(items)
  await lockGrouping(tx, regionId)
  const locked = await candidatesForUpdate(tx, regionId, [...versions.keys()])
  const byId = new Map(locked.map((found) => [found.id, found]))
  const say = await sentencesFor(tx, acting, locked, versions)
  const found: LockedCandidate[] = []
  const refused: Refused[] = []
  for (const [id, version] of versions) {
    const one = byId.get(id)
    const error = one
      ? (fits(one, () => say.decided(one)) ?? (isStale(one, version) ? say.changed(one) : null))
      : notFound('Kandidat', id)
    if (error) refused.push({ id, error: error.message })
    else found.push(one!)
  }
  return { found, refused }
}

/** What fits an act on candidates that wait. */
export const ifWaiting: Fits = ({ status }, decided) => (status === 'waiting' ? null : decided())

function versionsOf(items: readonly Item[]): Map<number, number> {
  if (items.length === 0) throw invalid('Pilih sedikitnya satu kandidat.')
  if (items.length > MOST_ITEMS) throw invalid(`Pilih paling banyak ${MOST_ITEMS} kandidat.`)
  const versions = new Map(items.map(({ id, version }) => [id, version]))
  if (versions.size < items.length) throw invalid('Satu kandidat disebut dua kali.')
  return versions
}

/** Asked once for all that will be refused, after the locks: who decided, who changed. */
async function sentencesFor(
  tx: Sql,
  { region }: Acting,
  locked: readonly LockedCandidate[],
  versions: ReadonlyMap<number, number>,
) {
  const who = (name: string | null, at: Date) => whoAndWhen(name, at, region.timezone)
  const others = locked.filter((found) => isStale(found, versions.get(found.id)))
  const names = await officerNames(
    tx,
    locked.map(({ decidedBy }) => decidedBy).filter((id) => id !== null),
  )
  const changes = await lastChanges(
    tx,
    others.map(({ id }) => id),
  )
  return {
    decided({ decidedBy, decidedAt }: LockedCandidate): DomainError {
      if (decidedAt === null) return decidedSince('')
      const name = decidedBy === null ? null : (names.get(decidedBy) ?? null)
      return decidedSince(` oleh ${who(name, decidedAt)}`)
    },
    changed({ id }: LockedCandidate): DomainError {
      const last = changes.get(id)
      return changedSince(last && who(last.name, last.at))
    },
  }
}
