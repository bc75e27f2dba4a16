import type { Pool } from '../db/connect.ts'
import { conflict, notFound } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { nameTaken } from './add-source.ts'
import {
  hasNamesake,
  makeDue,
  readSource,
  updateSource,
  type SourceChange,
  type SourceRow,
} from './queries-sources.ts'

/** Switches on or off, renames, checks more or less often. */
export async function changeSource(
  sql: Pool,
  { region, officer }: Acting,
  { id, change }: { id: number; change: SourceChange },
): Promise<void> {
  requireRight(officer, 'sources.manage')
  await sql.begin(async (tx) => {
    const { name } = change
    if (name !== undefined && (await hasNamesake(tx, region.id, id, name))) throw nameTaken(name)
    if (!(await updateSource(tx, region.id, id, change))) throw notFound('Sumber', id)
    await appendEvent(tx, {
      regionId: region.id,
      kind: 'source.changed',
      officerId: officer.id,
      data: { sourceId: id, ...change },
    })
  })
}

/** Makes a source due now. 409 while it is switched off. */
export async function checkSourceNow(
  sql: Pool,
  { region, officer }: Acting,
  { id }: { id: number },
): Promise<void> {
  requireRight(officer, 'sources.manage')
  const source = await sourceOf(sql, region.id, id)
  if (await makeDue(sql, region.id, id)) return
  throw conflict(`Sumber ${source.name} sedang dimatikan. Nyalakan lebih dulu.`)
}

/** @throws DomainError 404 */
async function sourceOf(sql: Pool, regionId: string, id: number): Promise<SourceRow> {
  const found = await readSource(sql, regionId, id)
  if (!found) throw notFound('Sumber', id)
  return found
}
