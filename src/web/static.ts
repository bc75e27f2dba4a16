/** The built staff app under /petugas. Files with a hash in their name never change; the page does. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { DomainError } from '../errors.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Vite writes "name-Ab3_x9Zq.js": eight characters of hash before the ending. */
const HASHED = /-[\w-]{8}\.[a-z0-9]+$/
const SAFE_NAME = /^[\w@-][\w@.-]*(\/[\w@-][\w@.-]*)*$/
const NOT_BUILT = 'Aplikasi petugas belum dibangun. Jalankan npm start sekali di mesin ini.'

/** @param dist the folder that Vite writes */
export function staffApp(dist: string) {
  return new Hono()
    .get('/petugas', (c) => c.redirect('/petugas/', 308))
    .get('/petugas/*', async (c) => {
      const name = decoded(c.req.path.slice('/petugas/'.length))
      const extension = path.extname(name)
      const isFile = extension in TYPES && name !== 'index.html'
      const bytes = isFile ? await readInside(dist, name) : await readInside(dist, 'index.html')
      if (!bytes && isFile) throw new DomainError(404, 'Berkas ini tidak ada.')
      if (!bytes) throw new DomainError(503, NOT_BUILT)
      return c.body(bytes, 200, {
        'content-type': TYPES[isFile ? extension : '.html'] ?? 'application/octet-stream',
        'cache-control':
          isFile && HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
    })
}

/** Our own names need no escapes, so what cannot be decoded is no name of ours. */
function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    throw new DomainError(404, 'Berkas ini tidak ada.')
  }
}

/** The file's bytes, or null when it is missing or its name could lead out of the folder. */
async function readInside(folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!SAFE_NAME.test(name)) return null
  try {
    return new Uint8Array(await readFile(path.join(folder, name)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null
    throw error
  }
}
