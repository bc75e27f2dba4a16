import type { Pool } from '../db/connect.ts'
import { conflict, notFound } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from './officer.ts'
import { officerForUpdate, setDisabled } from './queries.ts'
import { requireRight } from './roles.ts'

/** Lets a disabled officer sign in again, with the password they had. */
export async function enableOfficer(
  sql: Pool,
  { officer: by }: Acting,
  { id, now = new Date() }: { id: number; now?: Date },
): Promise<void> {
  requireRight(by, 'officers.manage')
  await sql.begin(async (tx) => {
    const found = await officerForUpdate(tx, by.regionId, id)
    if (!found) throw notFound('Petugas', id)
    if (!found.disabledAt) throw conflict(`${found.name} sudah aktif.`)
    await setDisabled(tx, id, null)
    await appendEvent(tx, {
      regionId: by.regionId,
      kind: 'officer.enabled',
      officerId: by.id,
      data: { officer: id },
      at: now,
    })
  })
}
