import type { Pool, Sql } from '../db/connect.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from './officer.ts'
import {
  adminsForUpdate,
  agencyExists,
  deleteInvitationsBy,
  deleteSessionsOf,
  officerForUpdate,
  setRole,
} from './queries.ts'
import { can, requireRight, type Role } from './roles.ts'

type Change = { id: number; role: Role; agencyCode?: string | null | undefined; now?: Date }

/**
 * Gives an officer another role or agency. Open sessions end, so that the next click is made with the new
 * rights. The last admin keeps the role.
 */
export async function changeRole(
  sql: Pool,
  { officer: by }: Acting,
  { id, role, agencyCode = null, now = new Date() }: Change,
): Promise<void> {
  requireRight(by, 'officers.manage')
  await sql.begin(async (tx) => {
    // All of them are locked: two admins who demote each other at once must not both succeed.
    const admins = await adminsForUpdate(tx, by.regionId)
    const found = await officerForUpdate(tx, by.regionId, id)
    if (!found) throw notFound('Petugas', id)
    if (found.disabledAt) throw conflict(`${found.name} nonaktif; aktifkan kembali lebih dahulu.`)
    const isLastAdmin = role !== 'admin' && admins.every((admin) => admin.id === id)
    const isStillAdmin = admins.some((admin) => admin.id === by.id)
    if (isLastAdmin || !isStillAdmin) throw conflict('Harus tetap ada admin yang aktif.')
    await checkAgency(tx, by.regionId, { role, agencyCode })
    if (found.role === role && found.agencyCode === agencyCode) {
      throw conflict(`${found.name} sudah mempunyai peran itu.`)
    }
    await setRole(tx, id, { role, agencyCode })
    await deleteSessionsOf(tx, id)
    // A link that an admin made, for the own comeback too, must not outlive the right to make it.
    if (!can(role, 'officers.manage')) await deleteInvitationsBy(tx, id)
    await appendEvent(tx, {
      regionId: by.regionId,
      kind: 'officer.role_changed',
      officerId: by.id,
      data: {
        officer: id,
        from: { role: found.role, agencyCode: found.agencyCode },
        to: { role, agencyCode },
      },
      at: now,
    })
  })
}

type Place = { role: Role; agencyCode: string | null }

async function checkAgency(tx: Sql, regionId: string, { role, agencyCode }: Place): Promise<void> {
  const say = (sentence: string) => invalid(sentence, { agencyCode: sentence })
  if (role === 'agency' && agencyCode === null) {
    throw say('Pilih perangkat daerah untuk petugas OPD.')
  }
  if (role !== 'agency' && agencyCode !== null) {
    throw say('Hanya petugas OPD yang mempunyai perangkat daerah.')
  }
  if (agencyCode !== null && !(await agencyExists(tx, regionId, agencyCode))) {
    throw say(`Perangkat daerah ${agencyCode} tidak dikenal.`)
  }
}
