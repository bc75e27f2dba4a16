/** The databases on which something is measured: embedded, and a scratch one on TEST_DATABASE_URL. */
import { randomBytes } from 'node:crypto'
import { connectEmbedded, connectPostgres, type Database } from '../src/db/connect.ts'
import { migrate } from '../src/db/migrate.ts'

/** Measures on a fresh, migrated database of each kind. @returns a row of the table for each */
export async function onEachDatabase<Row>(
  measure: (db: Database, name: string) => Promise<Row>,
): Promise<Row[]> {
  const onFresh = async (name: string, connect: () => Promise<Database>) => {
    const db = await connect()
    try {
      await migrate(db.sql)
      return await measure(db, name)
    } finally {
      await db.close()
    }
  }
  const rows = [await onFresh('embedded', () => connectEmbedded(null))]
  const url = process.env['TEST_DATABASE_URL']
  if (!url) {
    console.log('TEST_DATABASE_URL is not set: PostgreSQL is left out.')
    return rows
  }
  const admin = await connectPostgres(url, 1)
  const scratch = `dengar_bench_${randomBytes(4).toString('hex')}`
  await admin.sql`create database ${admin.sql(scratch)}`
  try {
    const address = Object.assign(new URL(url), { pathname: `/${scratch}` }).href
    return [...rows, await onFresh('PostgreSQL', () => connectPostgres(address))]
  } finally {
    await admin.sql`drop database ${admin.sql(scratch)} with (force)`
    await admin.close()
  }
}
