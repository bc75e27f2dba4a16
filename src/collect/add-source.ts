import type { Pool } from '../db/connect.ts'
import { invalid } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { insertSource } from './queries-sources.ts'

/** A feed is fetched; a webhook waits for what other systems push. */
export type NewSource =
  | { kind: 'feed'; name: string; url: string; intervalMinutes: number }
  | { kind: 'webhook'; name: string; channel: string }

/** Listens to one more source. 422 when the name is taken. @returns its id */
export async function addSource(
  sql: Pool,
  { region, officer }: Acting,
  source: NewSource,
): Promise<number> {
  requireRight(officer, 'sources.manage')
  return sql.begin(async (tx) => {
    const added = await insertSource(tx, { regionId: region.id, ...source })
    if (!added) throw nameTaken(source.name)
    await appendEvent(tx, {
      regionId: region.id,
      kind: 'source.added',
      officerId: officer.id,
      data: { sourceId: added.id, ...source },
    })
    return added.id
  })
}

export const nameTaken = (name: string) =>
  invalid(`Sumber bernama ${name} sudah ada.`, { name: 'Nama ini sudah dipakai; pilih nama lain.' })
