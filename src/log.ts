/** The log: JSON lines with the same keys everywhere. A person at a terminal gets them in a file instead. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { destination, pino, type Logger } from 'pino'
import type { Config } from './config.ts'

/** Names under which personal data could slip into a log line. */
const PRIVATE = [
  'text',
  'title',
  'author',
  'contact',
  'password',
  'token',
  'secret',
  'body',
  'address',
]

/** Not the whole error: the database's own ones carry the row and the values that it refused. */
export function describeCause(error: unknown) {
  if (!(error instanceof Error)) return { error: String(error) }
  const { name, message, stack } = error
  return { error: message, name, code: (error as NodeJS.ErrnoException).code, stack }
}

/** The file that takes the lines while a person watches the terminal. */
export const logFile = (config: Pick<Config, 'dataFolder'>) =>
  path.join(config.dataFolder, 'dengar.log')

export function makeLog(config: Pick<Config, 'dataFolder' | 'logLevel'>): Logger {
  const options = {
    level: config.logLevel,
    serializers: { err: describeCause },
    redact: { paths: PRIVATE.flatMap((name) => [name, `*.${name}`]), censor: '(not logged)' },
  }
  if (!process.stdout.isTTY) return pino(options, destination({ fd: 2, sync: true }))
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  return pino(options, destination({ dest: logFile(config), append: true, sync: false }))
}
