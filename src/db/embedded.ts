/**
 * The embedded database: PGlite with pgvector in a worker thread, so that a long query does not stop the
 * web. PGlite itself does not guard its folder (two processes lose each other's rows in silence),
 * hence the lock. It never fsyncs: a killed process loses nothing, a power cut may.
 */
import { writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { dataFolderError, makeDataFolder } from '../data-folder.ts'
import { PgliteSocket } from './pglite-socket.ts'

export type Embedded = {
  socket: () => PgliteSocket
  /** The whole database as one file, for a copy or a test's template. */
  dump: () => Promise<Uint8Array>
  close: () => Promise<void>
}

/** What SQLite says when another process holds the lock. */
const SQLITE_BUSY = 5

type Answer = { id: number; result?: Uint8Array | null; error?: string }

/** @throws a sentence when another process has the folder open */
export async function openEmbedded(folder: string | null, dump?: Uint8Array): Promise<Embedded> {
  const unlock = folder === null ? () => {} : await lockFolder(folder)
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: { dataDir: folder === null ? null : path.join(folder, 'postgres'), dump },
    // Flags of the main thread, such as --eval, mean nothing to this one.
    execArgv: [],
  })
  const ask = askWorker(worker)
  try {
    await ask('open')
  } catch (error) {
    await worker.terminate()
    unlock()
    throw error
  }
  return {
    socket: () => new PgliteSocket((bytes) => ask('exec', bytes)),
    dump: () => ask('dump'),
    async close() {
      await ask('close')
      await worker.terminate()
      unlock()
    },
  }
}

/** Requests to the worker thread as promises; if the thread dies, each open one is rejected. */
function askWorker(worker: Worker) {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()
  let next = 1
  let dead: Error | undefined
  const die = (error: Error) => {
    dead = error
    for (const each of waiting.values()) each.reject(error)
    waiting.clear()
  }
  worker.on('message', (answer: Answer) => {
    const found = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.error === undefined) found?.resolve(answer.result ?? new Uint8Array())
    else found?.reject(new Error(`db: embedded database: ${answer.error}`))
  })
  worker.on('error', (error) =>
    die(new Error(`db: the embedded database stopped: ${String(error)}`)),
  )
  worker.on('exit', () => die(new Error('db: the embedded database is closed')))

  return (op: 'open' | 'exec' | 'dump' | 'close', bytes?: Uint8Array): Promise<Uint8Array> => {
    if (dead) return Promise.reject(dead)
    const id = next++
    const promise = Promise.withResolvers<Uint8Array>()
    waiting.set(id, promise)
    worker.postMessage({ id, op, bytes })
    return promise.promise
  }
}

/**
 * Holds the folder for this process. The lock is SQLite's own file lock, which the operating system
 * lets go of when the process dies: no stale lock is ever left behind.
 */
async function lockFolder(folder: string): Promise<() => void> {
  await makeDataFolder(folder)
  const owner = path.join(folder, 'dengar.pid')
  const lock = openLock(folder)
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY)
      throw dataFolderError(folder, error)
    throw new Error(
      `db: ${folder} is in use by another process (pid ${readOwner(owner)}). Stop that process first, ` +
        'or set DATABASE_URL to a PostgreSQL, which several processes can share.',
      { cause: error },
    )
  }
  try {
    await writeFile(owner, `${process.pid}\n`)
  } catch (error) {
    lock.close()
    throw dataFolderError(folder, error)
  }
  return () => lock.close()
}

function openLock(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(path.join(folder, 'dengar.lock'))
  } catch (error) {
    throw dataFolderError(folder, error)
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return 'unknown'
  }
}
