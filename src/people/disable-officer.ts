import type { Pool } from '../db/connect.ts'
import { conflict, notFound } from '../errors.ts'
import { handBack, stopAssigning } from '../desk/hand-back.ts'
import { appendEvents } from '../ledger/append.ts'
import type { Acting } from './officer.ts'
import { adminsForUpdate, deleteSessionsOf, officerForUpdate, setDisabled } from './queries.ts'
import { requireRight } from './roles.ts'

/**
 * Shuts an officer out at once: open sessions end, and what was given to the officer is anybody's again. The last
 * admin cannot be shut out.
 */
export async function disableOfficer(
  sql: Pool,
  { officer: by }: Acting,
  { id, now = new Date() }: { id: number; now?: Date },
): Promise<void> {
  requireRight(by, 'officers.manage')
  const { regionId } = by
  if (by.id === id) throw conflict('Anda tidak dapat menonaktifkan akun Anda sendiri.')
  await sql.begin(async (tx) => {
    await stopAssigning(tx, regionId)
    // All of them are locked: two admins who disable each other at once must not both succeed.
    const admins = await adminsForUpdate(tx, regionId)
    const found = await officerForUpdate(tx, regionId, id)
    if (!found) throw notFound('Petugas', id)
    if (found.disabledAt) throw conflict(`${found.name} sudah nonaktif.`)
    const isLastAdmin = found.role === 'admin' && admins.every((admin) => admin.id === id)
    const isStillAdmin = admins.some((admin) => admin.id === by.id)
    if (isLastAdmin || !isStillAdmin) throw conflict('Harus tetap ada admin yang aktif.')
    await setDisabled(tx, id, now)
    await deleteSessionsOf(tx, id)
    const handedBack = await handBack(tx, { regionId, officerId: id, by: by.id, now })
    const event = { regionId, kind: 'officer.disabled', officerId: by.id, data: { officer: id } }
    await appendEvents(tx, [{ ...event, at: now }, ...handedBack])
  })
}
