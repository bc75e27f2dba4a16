/**
 * Real databases for tests, each call its own copy of a migrated template: the embedded one always, and
 * PostgreSQL when TEST_DATABASE_URL is set. Nothing is mocked.
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { connectEmbedded, connectPostgres, type Database, type Pool } from '../src/db/connect.ts'
import { MIGRATIONS, migrate } from '../src/db/migrate.ts'
import { loadRegion, type Region } from '../src/region/region.ts'
import { storeRegion } from '../src/region/store.ts'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))
const CACHE = path.join(ROOT, 'tests/.cache')
/** The real PostgreSQL that tests may make databases in; absent: the embedded database is used. */
const POSTGRES = process.env['TEST_DATABASE_URL']

const BESIDE = process.env['DENGAR_TEST_DATA'] ?? path.join(ROOT, '../shared/data')
/** The folder of real texts beside the project, for measuring only; null where there is none. */
export const TEST_DATA = existsSync(BESIDE) ? BESIDE : null

export type Fresh = { db: Database; sql: Pool; url: string | null; close: () => Promise<void> }

/** A migrated database that nobody else uses. Close it in `after`. */
export const freshDatabase = (): Promise<Fresh> =>
  POSTGRES ? freshPostgres(POSTGRES) : freshEmbedded()

async function freshEmbedded(): Promise<Fresh> {
  const db = await connectEmbedded(null, await template())
  return { db, sql: db.sql, url: null, close: () => db.close() }
}

/** The migrated embedded database as one file, made once for each state of migrations/. */
async function template(): Promise<Uint8Array> {
  const file = path.join(CACHE, `${await schemaHash()}.tar`)
  if (!existsSync(file)) {
    const db = await connectEmbedded(null)
    await migrate(db.sql)
    const dump = await db.dump()
    await db.close()
    await mkdir(CACHE, { recursive: true })
    const draft = `${file}.${process.pid}`
    await writeFile(draft, dump)
    await rename(draft, file)
  }
  return readFile(file)
}

async function freshPostgres(base: string): Promise<Fresh> {
  const urlOf = (name: string) => Object.assign(new URL(base), { pathname: `/${name}` }).href
  const admin = await connectPostgres(base, 1)
  const model = `dengar_template_${await schemaHash()}`
  const name = `dengar_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await admin.sql`select pg_advisory_lock(7471000002)`
  const [known] = await admin.sql`select 1 from pg_database where datname = ${model}`
  if (!known) {
    await admin.sql`create database ${admin.sql(`${model}_draft`)}`
    const first = await connectPostgres(urlOf(`${model}_draft`), 1)
    await migrate(first.sql)
    await first.close()
    await admin.sql`alter database ${admin.sql(`${model}_draft`)} rename to ${admin.sql(model)}`
  }
  await admin.sql`create database ${admin.sql(name)} template ${admin.sql(model)}`
  await admin.sql`select pg_advisory_unlock(7471000002)`

  const db = await connectPostgres(urlOf(name))
  const close = async () => {
    await db.close()
    await admin.sql`drop database if exists ${admin.sql(name)} with (force)`
    await admin.close()
  }
  return { db, sql: db.sql, url: urlOf(name), close }
}

async function schemaHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(MIGRATIONS)).sort()) {
    hash.update(name).update(await readFile(path.join(MIGRATIONS, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

export const packFolder = (pack: string) => path.join(ROOT, 'regions', pack)

/** Loads `regions/<pack>` and stores it. */
export async function freshRegion(sql: Pool, pack = 'contoh'): Promise<Region> {
  const region = await loadRegion(packFolder(pack))
  await storeRegion(sql, region)
  return region
}

type NewOfficer = {
  regionId: string
  role: string
  agencyCode?: string
  login?: string
  name?: string
}

/** An officer who cannot sign in with a password, only act; sign-in tests make theirs by invitation. */
export async function makeOfficer(sql: Pool, officer: NewOfficer): Promise<{ id: number }> {
  const login = officer.login ?? `petugas-${randomBytes(4).toString('hex')}`
  const [row] = await sql<{ id: number }[]>`
    insert into officers (region_id, login, name, role, agency_code, password_hash)
    values (${officer.regionId}, ${login}, ${officer.name ?? login}, ${officer.role},
            ${officer.agencyCode ?? null}, 'none')
    returning id`
  return row!
}

export async function makeSource(
  sql: Pool,
  source: { regionId: string; kind?: string; name?: string; url?: string; channel?: string },
): Promise<{ id: number }> {
  const [row] = await sql<{ id: number }[]>`
    insert into sources (region_id, kind, name, url, channel)
    values (${source.regionId}, ${source.kind ?? 'file'},
            ${source.name ?? `sumber-${randomBytes(4).toString('hex')}`},
            ${source.url ?? ''}, ${source.channel ?? 'x'})
    returning id`
  return row!
}

type NewPost = {
  regionId: string
  sourceId: number
  text: string
  nativeId?: string
  kind?: string
  channel?: string
  parentNativeId?: string | null
  canonicalUrl?: string | null
  createdAt?: Date
  authorHandle?: string
}

export async function makePost(sql: Pool, post: NewPost): Promise<{ id: number }> {
  const [row] = await sql<{ id: number }[]>`
    insert into posts (region_id, source_id, source_kind, native_id, kind, channel, raw_hash, text,
                       parent_native_id, canonical_url, author_handle, created_at)
    values (${post.regionId}, ${post.sourceId}, 'file', ${post.nativeId ?? randomBytes(8).toString('hex')},
            ${post.kind ?? 'post'}, ${post.channel ?? 'x'}, sha256(convert_to(${post.text}, 'UTF8')),
            ${post.text}, ${post.parentNativeId ?? null}, ${post.canonicalUrl ?? null},
            ${post.authorHandle ?? null}, ${post.createdAt ?? new Date()})
    returning id`
  return row!
}
