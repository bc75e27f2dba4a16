import type { Pool } from '../db/connect.ts'
import { conflict, notFound } from '../errors.ts'
import { handBack, stopAssigning } from '../desk/hand-back.ts'
import { appendEvents } from '../ledger/append.ts'
import { checkAgency } from './check-agency.ts'
import type { Acting } from './officer.ts'
import {
  adminsForUpdate,
  deleteInvitationsBy,
  deleteSessionsOf,
  officerForUpdate,
  setRole,
} from './queries.ts'
import { can, requireRight, type Role } from './roles.ts'

type Change = { id: number; role: Role; agencyCode?: string | null | undefined; now?: Date }

/**
 * Gives an officer another role or agency. Open sessions end, so that the next click is made with the new
 * rights; what was given to an officer who may not decide any more is anybody's again. The last admin keeps
 * the role.
 */
export async function changeRole(
  sql: Pool,
  { officer: by }: Acting,
  { id, role, agencyCode = null, now = new Date() }: Change,
): Promise<void> {
  requireRight(by, 'officers.manage')
  const { regionId } = by
  await sql.begin(async (tx) => {
    await stopAssigning(tx, regionId)
    // All of them are locked: two admins who demote each other at once must not both succeed.
    const admins = await adminsForUpdate(tx, regionId)
    const found = await officerForUpdate(tx, regionId, id)
    if (!found) throw notFound('Petugas', id)
    if (found.disabledAt) throw conflict(`${found.name} nonaktif; aktifkan kembali lebih dahulu.`)
    const isLastAdmin = role !== 'admin' && admins.every((admin) => admin.id === id)
    const isStillAdmin = admins.some((admin) => admin.id === by.id)
    if (isLastAdmin || !isStillAdmin) throw conflict('Harus tetap ada admin yang aktif.')
    await checkAgency(tx, regionId, { role, agencyCode })
    if (found.role === role && found.agencyCode === agencyCode) {
      throw conflict(`${found.name} sudah mempunyai peran itu.`)
    }
    await setRole(tx, id, { role, agencyCode })
    await deleteSessionsOf(tx, id)
    // A link that an admin made, for the own comeback too, must not outlive the right to make it.
    if (!can(role, 'officers.manage')) await deleteInvitationsBy(tx, id)
    const mayDecide = can(role, 'queue.decide')
    const handedBack = mayDecide
      ? []
      : await handBack(tx, { regionId, officerId: id, by: by.id, now })
    const data = {
      officer: id,
      from: { role: found.role, agencyCode: found.agencyCode },
      to: { role, agencyCode },
    }
    const event = { regionId, kind: 'officer.role_changed', officerId: by.id, data, at: now }
    await appendEvents(tx, [event, ...handedBack])
  })
}
