/** The schema as the migrations leave it, so that a migration is seen in review as a diff of the whole. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { ROOT, freshDatabase, type Fresh } from '../helpers.ts'

const SNAPSHOT = path.join(ROOT, 'tests/rules/schema.txt')
let fresh: Fresh
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())

test('the migrations produce the schema of the snapshot', async () => {
  const schema = await describeSchema()
  // To accept a change: delete the file, run this test, commit the new one.
  if (!existsSync(SNAPSHOT)) writeFileSync(SNAPSHOT, schema)
  assert.equal(schema, readFileSync(SNAPSHOT, 'utf8'))
})

test('every root table belongs to a region', async () => {
  const roots = [
    'sources',
    'posts',
    'filings',
    'candidates',
    'cases',
    'events',
    'officers',
    'agencies',
    'areas',
    'holidays',
    'models',
    'trainings',
  ]
  for (const table of roots) {
    const [column] = await fresh.sql`
      select is_nullable from information_schema.columns
       where table_name = ${table} and column_name = 'region_id'`
    assert.equal(column?.['isNullable'], 'NO', table)
  }
})

async function describeSchema(): Promise<string> {
  // The half-years of a table repeat what their table says.
  const parts = fresh.sql`(select relname from pg_class where relispartition)`
  const columns = await fresh.sql<{ tableName: string; line: string }[]>`
    select table_name, format('  %s %s%s%s', column_name,
             case when data_type = 'USER-DEFINED' then udt_name else data_type end,
             case when is_nullable = 'NO' then ' not null' else '' end,
             coalesce(' default ' || column_default, '')) as line
      from information_schema.columns
     where table_schema = 'public' and table_name not in ${parts}
     order by table_name, ordinal_position`
  const constraints = await fresh.sql<{ tableName: string; line: string }[]>`
    select relname as table_name, format('  %s', pg_get_constraintdef(c.oid)) as line
      from pg_constraint c join pg_class t on t.oid = c.conrelid
     where t.relnamespace = 'public'::regnamespace and contype <> 'n' and not t.relispartition
     order by relname, line`
  const indexes = await fresh.sql<{ tableName: string; line: string }[]>`
    select tablename as table_name, format('  %s', replace(indexdef, ' public.', ' ')) as line
      from pg_indexes where schemaname = 'public' and tablename not in ${parts} order by tablename, indexname`
  const tables = [...new Set(columns.map((each) => each.tableName))]
  const linesOf = (rows: { tableName: string; line: string }[], table: string) =>
    rows.filter((row) => row.tableName === table).map((row) => row.line)
  return tables
    .map((table) =>
      [
        table,
        ...linesOf(columns, table),
        ...linesOf(constraints, table),
        ...linesOf(indexes, table),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n')
}
