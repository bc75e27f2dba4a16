import { readConfig, type Config } from '../config.ts'

/** Settings for a part that runs beside others. @throws a sentence without DATABASE_URL */
export async function needPostgres(name: string): Promise<Config> {
  const config = await readConfig()
  if (config.databaseUrl) return config
  throw new Error(
    `${name}: web and workers as separate processes need PostgreSQL, because the embedded database belongs ` +
      'to one process. Set DATABASE_URL, or run both together with `npm start`.',
  )
}
