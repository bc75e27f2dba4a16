/** Copies a loaded region pack into the database. What left the pack is kept where cases still name it. */
import { createHash } from 'node:crypto'
import type { Pool } from '../db/connect.ts'
import {
  deleteHolidays,
  insertHolidays,
  retireAgencies,
  storedPackHash,
  upsertAgencies,
  upsertAreas,
  upsertPackSources,
  upsertRegion,
} from './queries.ts'
import type { Region } from './region.ts'

/** The same for the same pack: sha256 of all that was loaded. */
export const packHashOf = (region: Region): string =>
  createHash('sha256').update(JSON.stringify(region)).digest('hex')

/** @returns false when this very pack is already stored */
export async function storeRegion(sql: Pool, region: Region): Promise<boolean> {
  const packHash = packHashOf(region)
  return sql.begin(async (tx) => {
    if ((await storedPackHash(tx, region.id)) === packHash) return false
    await upsertRegion(tx, region, packHash)
    await upsertAreas(tx, region)
    await upsertAgencies(tx, region)
    await retireAgencies(tx, region)
    await deleteHolidays(tx, region.id)
    await insertHolidays(tx, region)
    await upsertPackSources(tx, region)
    return true
  })
}
