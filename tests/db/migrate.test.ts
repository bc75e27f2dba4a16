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
  await assert.rejects(migrate(fresh.sql, folder), /no_such_column/)
  assert.deepEqual([...(await fresh.sql`select 1 from pg_class where relname = 'half'`)], [])
  await writeFile(file, 'create table half (id int);')
  assert.deepEqual(await migrate(fresh.sql, folder), ['9002_half.sql'])
})

test('an edited migration is refused with what to do', async () => {
  await writeFile(path.join(folder, '9001_rivals.sql'), 'create table rivals (id bigint);')
  await assert.rejects(migrate(fresh.sql, folder), /9001_rivals\.sql was edited.*new migration/s)
})

test('a database newer than the code is refused with what to do', async () => {
  await assert.rejects(migrate(fresh.sql), /newer Dengar: start that version/)
})
