/**
 * Brings a database to the code's schema: each file of migrations/ once, in name order, each in its own
 * transaction. A database that is newer than the code, or a file that was edited after it ran, is
 * refused with a sentence: guessing there loses data.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Pool } from './connect.ts'

export const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url))

type Migration = { name: string; hash: string; text: string }

/** Advisory lock number of the migration runner; any fixed number that nothing else uses. */
const LOCK = 7_471_000_001

const LONGEST_WAIT_SECONDS = 5
const LOCK_NOT_AVAILABLE = '55P03'

/** @returns the names that were run now */
export async function migrate(sql: Pool, folder = MIGRATIONS): Promise<string[]> {
  const files = await readMigrations(folder)
  const ran: string[] = []
  await sql.begin(async (tx) => {
    // Even "create table if not exists" fails when two processes run it at the same moment.
    await tx`select pg_advisory_xact_lock(${LOCK})`
    await tx`
      create table if not exists migrations (
        name    text primary key,
        hash    text not null,
        ran_at  timestamptz not null default now()
      )`
  })
  refuseUnknown(files, await appliedMigrations(sql))
  for (const file of files) {
    await sql.begin(async (tx) => {
      // Whoever comes second waits here and then sees that the work is done.
      await tx`select pg_advisory_xact_lock(${LOCK})`
      const [done] = await tx`select 1 from migrations where name = ${file.name}`
      if (done) return
      // A change that waits for a table lets nobody else through to it: better to give up in time.
      await tx`select set_config('lock_timeout', ${`${LONGEST_WAIT_SECONDS}s`}, true)`
      await tx`insert into migrations ${tx({ name: file.name, hash: file.hash })}`
      await tx.unsafe(file.text).catch((cause: Error) => {
        throw new Error(`migrate: ${file.name}: ${whyFailed(cause)}`, { cause })
      })
      ran.push(file.name)
    })
  }
  return ran
}

function whyFailed(error: NodeJS.ErrnoException): string {
  if (error.code !== LOCK_NOT_AVAILABLE) return error.message
  return (
    `waited ${LONGEST_WAIT_SECONDS} s for a table that others use. Nothing was changed: start again at a ` +
    'quieter moment, or stop the other processes first.'
  )
}

const appliedMigrations = (sql: Pool) =>
  sql<{ name: string; hash: string }[]>`select name, hash from migrations order by name`

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}/${name}`, 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

function refuseUnknown(files: Migration[], applied: { name: string; hash: string }[]) {
  for (const { name, hash } of applied) {
    const file = files.find((each) => each.name === name)
    if (!file) {
      throw new Error(
        `migrate: this database has run ${name}, which this version does not know. ` +
          'It belongs to a newer Dengar: start that version, or restore a backup made before the upgrade.',
      )
    }
    if (file.hash !== hash) {
      throw new Error(
        `migrate: ${name} was edited after it ran on this database. ` +
          'Restore the file as it was and put the change into a new migration.',
      )
    }
  }
}
