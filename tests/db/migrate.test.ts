import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { MIGRATIONS, migrate } from '../../src/db/migrate.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'

let fresh: Fresh
let folder: string
before(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'dengar-migrations-'))
  await cp(MIGRATIONS, folder, { recursive: true })
})
after(async () => {
  await fresh.close()
  await rm(folder, { recursive: true })
})

test('a database that is up to date runs nothing', async () => {
  assert.deepEqual(await migrate(fresh.sql), [])
})

test('two runners at once run each migration once', async () => {
  await writeFile(path.join(folder, '9001_rivals.sql'), 'create table rivals (id int primary key);')
  const both = await Promise.all([migrate(fresh.sql, folder), migrate(fresh.sql, folder)])
  assert.deepEqual(both.flat(), ['9001_rivals.sql'])
})

test('a migration that fails leaves nothing behind and can be run again after it is mended', async () => {
  const file = path.join(folder, '9002_half.sql')
  await writeFile(file, 'create table half (id int); select no_such_column from half;')
  await assert.rejects(migrate(fresh.sql, folder), /migrate: 9002_half\.sql: .*no_such_column/)
  assert.deepEqual([...(await fresh.sql`select 1 from pg_class where relname = 'half'`)], [])
  await writeFile(file, 'create table half (id int);')
  assert.deepEqual(await migrate(fresh.sql, folder), ['9002_half.sql'])
})

test('a migration on a table in use gives up with a sentence instead of stopping the service', async () => {
  const name = '9003_busy.sql'
  await writeFile(path.join(folder, name), 'alter table rivals add column busy int;')
  if (!fresh.url) {
    // The embedded database has one connection: nobody else can hold a table.
    assert.deepEqual(await migrate(fresh.sql, folder), [name])
    return
  }
  const held = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const reader = fresh.sql.begin(async (tx) => {
    await tx`select count(*) from rivals`
    held.resolve()
    await release.promise
  })
  await held.promise
  await assert.rejects(migrate(fresh.sql, folder), /9003_busy\.sql: waited 5 s .* start again/s)
  release.resolve()
  await reader
  assert.deepEqual(await migrate(fresh.sql, folder), [name])
})

test('an edited migration is refused with what to do', async () => {
  await writeFile(path.join(folder, '9001_rivals.sql'), 'create table rivals (id bigint);')
  await assert.rejects(migrate(fresh.sql, folder), /9001_rivals\.sql was edited.*new migration/s)
})

test('a database newer than the code is refused with what to do', async () => {
  await assert.rejects(migrate(fresh.sql), /newer Dengar: start that version/)
})
