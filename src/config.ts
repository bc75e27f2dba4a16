/**
 * The settings: the only reader of process.env. Every one has a default, so that nothing must be set;
 * `.env` beside package.json is read if it is there. `.env.example` lists the same (a test compares).
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { dataFolderError, makeDataFolder } from './data-folder.ts'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))

const Variables = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://...' }).optional(),
  DENGAR_DATA: z.string().default('data'),
  DENGAR_REGION: z.string().default('kendari'),
  DENGAR_HOST: z.string().default('127.0.0.1'),
  DENGAR_PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  DENGAR_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be https://... or http://...' })
    .optional(),
  DENGAR_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  DENGAR_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  DENGAR_FETCH_ALLOW: z.string().default(''),
  EMBED_MODEL: z.string().optional(),
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
  /** Folder of a sentence model that embeds instead of the built-in function; null: none. */
  embedModel: string | null
  logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** The service shows an invented day and says so. */
  demo: boolean
}

/** @throws a sentence per wrong setting */
export async function readConfig(overrides: Record<string, string> = {}): Promise<Config> {
  const file = path.join(ROOT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  // What is left empty is not set: an empty port or folder must not become 0 or the program's own.
  const given = Object.entries({ ...process.env, ...overrides }).filter(([, value]) => value !== '')
  const parsed = Variables.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    const lines = parsed.error.issues.map((each) => `  ${each.path.join('.')}: ${each.message}`)
    throw new Error(`config: correct these settings:\n${lines.join('\n')}`)
  }
  const set = parsed.data
  const dataFolder = path.resolve(ROOT, set.DENGAR_DATA)
  return {
    databaseUrl: set.DATABASE_URL ?? null,
    dataFolder,
    regionFolder: path.resolve(ROOT, 'regions', set.DENGAR_REGION),
    host: set.DENGAR_HOST,
    port: set.DENGAR_PORT,
    publicUrl: (set.DENGAR_PUBLIC_URL ?? `http://localhost:${set.DENGAR_PORT}`).replace(/\/$/, ''),
    instanceKey: await instanceKey(dataFolder, set.DENGAR_SECRET),
    proxyHops: set.DENGAR_PROXY_HOPS,
    fetchAllow: set.DENGAR_FETCH_ALLOW.split(/[\s,]+/).filter(Boolean),
    embedModel: set.EMBED_MODEL === undefined ? null : path.resolve(ROOT, set.EMBED_MODEL),
    logLevel: set.DENGAR_LOG_LEVEL,
    demo: false,
  }
}

const KEY = /^[0-9a-f]{64}\s*$/

/** From DENGAR_SECRET, else from data/secret.key, which is made on the first start. */
async function instanceKey(dataFolder: string, secret: string | undefined): Promise<Buffer> {
  if (secret !== undefined) return createHash('sha256').update(secret).digest()
  await makeDataFolder(dataFolder)
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
  const key = await readFile(file, 'utf8').catch((error: unknown) => {
    throw dataFolderError(dataFolder, error)
  })
  // A power cut may leave an empty file, and with an empty key anybody could compute every secret.
  if (!KEY.test(key)) {
    throw new Error(
      `config: ${file} does not hold a key of 64 hexadecimal digits. Restore it from a backup; without ` +
        'one delete it, and a new key is made: secrets of webhooks then change, those of tickets stay.',
    )
  }
  return Buffer.from(key.trim(), 'hex')
}
