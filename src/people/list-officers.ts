import type { Sql } from '../db/connect.ts'
import type { Acting } from './officer.ts'
import { officersOf } from './queries.ts'
import { requireRight, type Role } from './roles.ts'

export type OfficerRow = {
  id: number
  login: string
  name: string
  role: Role
  agency: { code: string; name: string; short: string } | null
  language: string
  createdAt: Date
  disabledAt: Date | null
  /** Last use of a session that still exists. */
  seenAt: Date | null
}

/** All officers of the region, the disabled ones last. */
export async function listOfficers(sql: Sql, { officer }: Acting): Promise<OfficerRow[]> {
  requireRight(officer, 'officers.manage')
  return officersOf(sql, officer.regionId)
}
