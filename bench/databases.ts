/** The databases on which something is measured: embedded, and a scratch one on TEST_DATABASE_URL. */
import { randomBytes } from 'node:crypto'
import { connectEmbedded, connectPostgres, type Database } from '../src/db/connect.ts'
import { migrate } from '../src/db/migrate.ts'

/** Measures on a fresh, migrated database of each kind. @returns a row of the table for each */
export async function onEachDatabase<Row>(
  measure: (db: Database, name: string) => Promise<Row>,
): Promise<Row[]> {
  const db = await connectEmbedded(null)
  const rows: Row[] = []
  try {
    await migrate(db.sql)
    rows.push(await measure(db, 'embedded'))
  } finally {
    await db.close()
  }
  await onPostgres(async (postgres) => void rows.push(await measure(postgres, 'PostgreSQL')))
  return rows
}

/** Measures on a scratch database of TEST_DATABASE_URL; says so when there is none. */
export async function onPostgres(measure: (db: Database) => Promise<void>): Promise<void> {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) {
    console.log('TEST_DATABASE_URL is not set: PostgreSQL is left out.')
    return
  }
  const admin = await connectPostgres(url, 1)
  const scratch = `dengar_bench_${randomBytes(4).toString('hex')}`
  await admin.sql`create database ${admin.sql(scratch)}`
  try {
    const address = Object.assign(new URL(url), { pathname: `/${scratch}` }).href
    const db = await connectPostgres(address)
    try {
      await migrate(db.sql)
      await measure(db)
    } finally {
      await db.close()
    }
  } finally {
    await admin.sql`drop database ${admin.sql(scratch)} with (force)`
    await admin.close()
  }
}
