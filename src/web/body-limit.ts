import type { Context, MiddlewareHandler } from 'hono'
import { DomainError } from '../errors.ts'

/** Refuses a larger body with a sentence, before it is read whole. `large`: paths with a limit of their own. */
export const limitBody =
  (most: number, large: ReadonlyMap<string, number> = new Map()): MiddlewareHandler =>
  async (c, next) => {
    if (!c.req.raw.body) return next()
    const maxBytes = large.get(c.req.path) ?? most
    const length = c.req.header('content-length')
    // Node refuses a request that says both, and never hands on more than the length that was said.
    if (length === undefined) await readCounted(c, maxBytes)
    else if (Number(length) > maxBytes) throw tooLarge(c, maxBytes)
    return next()
  }

/** A body that comes in chunks is counted while it comes, and kept for the handler. */
async function readCounted(c: Context, maxBytes: number): Promise<void> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.length
    if (bytes > maxBytes) throw tooLarge(c, maxBytes)
    chunks.push(chunk)
  }
  // Not made from the old one: the server's adapter has its own kind of Request.
  const { url, method, headers, signal } = c.req.raw
  c.req.raw = new Request(url, { method, headers, signal, body: Buffer.concat(chunks) })
}

function tooLarge(c: Context, maxBytes: number): DomainError {
  // What is not read stays in the connection, where the next request would meet it.
  c.header('connection', 'close')
  const size = maxBytes >= 1_000_000 ? `${maxBytes / 1_000_000} MB` : `${maxBytes / 1000} kB`
  return new DomainError(413, `Kiriman lebih besar dari ${size}. Persingkat atau bagi isinya.`)
}
