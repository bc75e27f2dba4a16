/**
 * The settings: the only reader of process.env. Every one has a default, so that nothing must be set;
 * `.env` beside package.json is read if it is there. `.env.example` lists the same (a test compares).
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))

const Variables = z.object({
  DATABASE_URL: z
    .union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://...' })])
    .default(''),
  DENGAR_DATA: z.string().default('data'),
  DENGAR_REGION: z.string().default('kendari'),
  DENGAR_HOST: z.string().default('127.0.0.1'),
  DENGAR_PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  DENGAR_PUBLIC_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  DENGAR_SECRET: z
    .union([z.literal(''), z.string().min(32, 'must have at least 32 characters')])
    .default(''),
  DENGAR_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  DENGAR_FETCH_ALLOW: z.string().default(''),
  DENGAR_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
})

/** The names of all settings, for the test that compares them with the documents. */
export const SETTINGS = Object.keys(Variables.shape)

export type Config = {
  /** null: the embedded database under `dataFolder`. */
  databaseUrl: string | null
  dataFolder: string
  regionFolder: string
  host: string
  port: number
  /** As people reach it, without a slash at the end. */
  publicUrl: string
  /** 32 bytes from which secrets of webhooks and tickets are derived; kept out of the database. */
  instanceKey: Buffer
  /** How many proxies of our own stand in front and write X-Forwarded-For. */
  proxyHops: number
  /** host:port pairs that may be fetched although they are private addresses. */
  fetchAllow: string[]
  logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** The service shows an invented day and says so. */
  demo: boolean
}

/** @throws a sentence per wrong setting */
export async function readConfig(overrides: Record<string, string> = {}): Promise<Config> {
  const file = path.join(ROOT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const parsed = Variables.safeParse({ ...process.env, ...overrides })
  if (!parsed.success) {
    const lines = parsed.error.issues.map((each) => `  ${each.path.join('.')}: ${each.message}`)
    throw new Error(`config: correct these settings:\n${lines.join('\n')}`)
  }
  const set = parsed.data
  const dataFolder = path.resolve(ROOT, set.DENGAR_DATA)
  return {
    databaseUrl: set.DATABASE_URL || null,
    dataFolder,
    regionFolder: path.resolve(ROOT, 'regions', set.DENGAR_REGION),
    host: set.DENGAR_HOST,
    port: set.DENGAR_PORT,
    publicUrl: (set.DENGAR_PUBLIC_URL || `http://localhost:${set.DENGAR_PORT}`).replace(/\/$/, ''),
    instanceKey: await instanceKey(dataFolder, set.DENGAR_SECRET),
    proxyHops: set.DENGAR_PROXY_HOPS,
    fetchAllow: set.DENGAR_FETCH_ALLOW.split(',').filter(Boolean),
    logLevel: set.DENGAR_LOG_LEVEL,
    demo: false,
  }
}

/** From DENGAR_SECRET, else from data/secret.key, which is made on the first start. */
async function instanceKey(dataFolder: string, secret: string): Promise<Buffer> {
  if (secret) return createHash('sha256').update(secret).digest()
  await mkdir(dataFolder, { recursive: true })
  const file = path.join(dataFolder, 'secret.key')
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`
    await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
    // Of two processes that start at once only one makes the key, and nobody reads half of it.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await unlink(draft)
  }
  return Buffer.from(await readFile(file, 'utf8'), 'hex')
}
