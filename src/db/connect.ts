/**
 * One driver, two databases: postgres.js speaks to PostgreSQL by URL, else to an embedded PGlite.
 * Everything else in Dengar takes a `Sql` and does not know which one it is.
 */
import postgres from 'postgres'
import { EventEmitter } from 'node:events'
import { guardTransactions } from './guard.ts'
import { openEmbedded } from './embedded.ts'

/** What a query needs: the pool, or an open transaction. */
export type Sql = postgres.ISql<{ bigint: number }>
/** The pool itself: the only thing that can begin a transaction. */
export type Pool = postgres.Sql<{ bigint: number }>

/** Wakes other parts of the service; a lost message only costs waiting for the next poll. */
export type Bus = {
  notify: (channel: string, payload: string) => Promise<void>
  /** Resolves to a function that stops listening. */
  listen: (channel: string, hear: (payload: string) => void) => Promise<() => Promise<void>>
}

export type Database = {
  sql: Pool
  kind: 'postgres' | 'embedded'
  bus: Bus
  /**
   * Runs `work` only if nobody else, in any process, runs under this name now.
   * @returns whether it ran
   */
  alone: (name: string, work: () => Promise<void>) => Promise<boolean>
  close: () => Promise<void>
}

/** Ids and counts stay below 2^53, so `bigint` is a number here; postgres.js would hand out strings. */
const bigint = { to: 20, from: [20], parse: Number, serialize: String }

const OPTIONS = {
  transform: postgres.camel,
  types: { bigint },
  // "already exists, skipping" goes to the console by default; ours are never news.
  onnotice: () => {},
} as const

/** Connects to PostgreSQL. `max` is the number of connections of this process. */
export async function connectPostgres(url: string, max = 10): Promise<Database> {
  const sql = guardTransactions(postgres(url, { ...OPTIONS, max, connect_timeout: 10 }))
  // Never renewed by age: the locks live in this one session.
  const locks = postgres(url, { ...OPTIONS, max: 1, connect_timeout: 10, max_lifetime: null })
  const held = new Set<string>()
  return {
    sql,
    kind: 'postgres',
    bus: {
      notify: async (channel, payload) => void (await sql.notify(channel, payload)),
      async listen(channel, hear) {
        const listening = await sql.listen(channel, hear)
        return () => listening.unlisten()
      },
    },
    async alone(name, work) {
      // A session lock can be taken twice by one session, so this process keeps its own list as well.
      if (held.has(name)) return false
      held.add(name)
      try {
        const [row] = await locks<{ ok: boolean }[]>`
          select pg_try_advisory_lock(hashtextextended(${'dengar:' + name}, 0)) as ok`
        if (!row?.ok) return false
        try {
          await work()
          return true
        } finally {
          await locks`select pg_advisory_unlock(hashtextextended(${'dengar:' + name}, 0))`
        }
      } finally {
        held.delete(name)
      }
    },
    close: async () =>
      void (await Promise.all([sql.end({ timeout: 5 }), locks.end({ timeout: 5 })])),
  }
}

/**
 * Opens the embedded database in `folder` (null: in memory). One process at a time: a second one
 * gets a sentence that says what to do.
 */
export async function connectEmbedded(
  folder: string | null,
  dump?: Uint8Array,
): Promise<Database & { dump: () => Promise<Uint8Array> }> {
  const embedded = await openEmbedded(folder, dump)
  const sql = guardTransactions(
    postgres({
      ...OPTIONS,
      socket: embedded.socket,
      max: 1,
      ssl: false,
      // The session lives as long as the process: a new connection would only leak prepared statements.
      max_lifetime: null,
      idle_timeout: 0,
    } as unknown as postgres.Options<{ bigint: postgres.PostgresType<number> }>),
  )
  const emitter = new EventEmitter().setMaxListeners(0)
  const held = new Set<string>()
  return {
    sql,
    kind: 'embedded',
    dump: embedded.dump,
    bus: {
      notify: async (channel, payload) => void emitter.emit(channel, payload),
      async listen(channel, hear) {
        emitter.on(channel, hear)
        return async () => void emitter.off(channel, hear)
      },
    },
    async alone(name, work) {
      if (held.has(name)) return false
      held.add(name)
      try {
        await work()
        return true
      } finally {
        held.delete(name)
      }
    },
    async close() {
      await sql.end({ timeout: 5 })
      await embedded.close()
    },
  }
}
