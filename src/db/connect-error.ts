/** Why a database cannot be used, as a sentence that says what to do. */

/** PostgreSQL's own codes, and those of the driver and of Node. */
const ADVICE: [RegExp, (host: string, reason: string) => string][] = [
  [
    /^(ECONN|CONNECT_TIMEOUT|CONNECTION_|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)/,
    (host) =>
      `PostgreSQL at ${host} does not answer. Check that it runs and that DATABASE_URL is right, ` +
      'or leave DATABASE_URL empty to use the embedded database.',
  ],
  [
    /^3D000$/,
    (host, reason) =>
      `PostgreSQL at ${host} says: ${reason}. Make it with "createdb", or correct DATABASE_URL.`,
  ],
  [
    /^28/,
    (host, reason) =>
      `PostgreSQL at ${host} says: ${reason}. Correct the user and password in DATABASE_URL.`,
  ],
  [
    /^(42501|0A000|58P01|F0000)$/,
    (host, reason) =>
      `PostgreSQL at ${host} says: ${reason}. Let its administrator install pgvector on that machine and run ` +
      '"create extension vector; create extension pg_trgm;" in this database, and let our user own it.',
  ],
]

/**
 * @param url DATABASE_URL; only its host is named, because sentences end up in logs
 * @returns the error itself when nothing better can be said
 */
export function explainConnectError(error: unknown, url: string): unknown {
  if (!(error instanceof Error)) return error
  const cause = error.cause instanceof Error ? error.cause : error
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  const advice = ADVICE.find(([pattern]) => pattern.test(code))?.[1]
  if (!advice) return error
  return new Error(`db: ${advice(new URL(url).host, cause.message)}`, { cause: error })
}
