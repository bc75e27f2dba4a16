/** Runs PGlite in a worker thread and answers protocol messages one after the other. */
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { vector } from '@electric-sql/pglite-pgvector'
import { parentPort, workerData } from 'node:worker_threads'

type Request = { id: number; op: 'open' | 'exec' | 'dump' | 'close'; bytes?: Uint8Array }

const { dataDir, dump } = workerData as { dataDir: string | null; dump?: Uint8Array }
const opened = PGlite.create({
  ...(dataDir === null ? {} : { dataDir }),
  ...(dump ? { loadDataDir: new Blob([dump as Uint8Array<ArrayBuffer>]) } : {}),
  extensions: { vector, pg_trgm },
})
// The asker of 'open' gets the reason; without this line a failed start would also end the thread.
opened.catch(() => {})

async function answer(request: Request): Promise<Uint8Array | null> {
  const db = await opened
  switch (request.op) {
    case 'open':
      return null
    case 'exec':
      return db.execProtocolRaw(request.bytes ?? new Uint8Array())
    case 'dump':
      return new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer())
    case 'close':
      await db.close()
      return null
  }
}

/** The file system inside PGlite throws numbers (of WASI) instead of errors. */
const FILE_ERRORS: Record<number, string> = {
  2: 'its files may not be read or written by this user',
  22: 'one of its files would become too large',
  29: 'its files cannot be read or written: the disk is failing',
  51: 'the disk is full',
  69: 'its files are on a disk that may only be read',
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.message
  const errno = (error as { errno?: unknown } | null)?.errno
  return FILE_ERRORS[Number(errno)] ?? `unexpected ${JSON.stringify(error)}`
}

let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (request: Request) => {
  last = last
    .then(() => answer(request))
    .then(
      (result) => parentPort?.postMessage({ id: request.id, result }),
      (error: unknown) => parentPort?.postMessage({ id: request.id, error: describe(error) }),
    )
})
