import type { Sql } from '../db/connect.ts'
import { invalid } from '../errors.ts'
import { agencyExists } from './queries.ts'
import type { Role } from './roles.ts'

/** Refuses (422) a role without the agency it needs, with one that it cannot have, or with an unknown one. */
export async function checkAgency(
  tx: Sql,
  regionId: string,
  { role, agencyCode }: { role: Role; agencyCode: string | null },
): Promise<void> {
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
