import type { Sql } from '../db/connect.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight, rolesWith, type Role } from '../people/roles.ts'
import { officersWithRoles } from './queries-desk.ts'

export type Colleague = { id: number; name: string; role: Role }

export const DECIDING: readonly Role[] = rolesWith('queue.decide')

/** Who may decide on candidates now, by name: to whom one can be assigned. */
export async function listColleagues(sql: Sql, { officer }: Acting): Promise<Colleague[]> {
  requireRight(officer, 'queue.read')
  return officersWithRoles(sql, officer.regionId, DECIDING)
}
