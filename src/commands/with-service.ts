/** What most commands need: settings, a migrated database, the region, a log; closed at the end. */
import type { Logger } from 'pino'
import { readConfig, type Config } from '../config.ts'
import { connectEmbedded, connectPostgres, type Database } from '../db/connect.ts'
import { explainConnectError } from '../db/connect-error.ts'
import { migrate } from '../db/migrate.ts'
import { makeLog } from '../log.ts'
import { loadRegion, type Region } from '../region/region.ts'
import { storeRegion } from '../region/store.ts'

export type Service = { config: Config; db: Database; region: Region; log: Logger }

/**
 * Opens the database, brings it to this version and stores the region pack if it changed.
 * @throws a sentence when the database is in use, newer, or cannot be reached, or the pack is wrong
 */
export async function openService(config: Config, log = makeLog(config)): Promise<Service> {
  const region = await loadRegion(config.regionFolder)
  const db = config.databaseUrl
    ? await connectPostgres(config.databaseUrl)
    : await connectEmbedded(config.dataFolder)
  try {
    const ran = await migrate(db.sql).catch((error: unknown) => {
      throw config.databaseUrl ? explainConnectError(error, config.databaseUrl) : error
    })
    if (ran.length > 0) log.info({ migrations: ran }, 'migrated')
    if (await storeRegion(db.sql, region)) log.info({ region: region.id }, 'region pack stored')
    return { config, db, region, log }
  } catch (error) {
    await db.close()
    throw error
  }
}

/** Opens the service for one command and closes it whatever happens. */
export async function withService(
  work: (service: Service) => Promise<number>,
  overrides: Record<string, string> = {},
): Promise<number> {
  const service = await openService(await readConfig(overrides))
  try {
    return await work(service)
  } finally {
    await service.db.close()
  }
}
