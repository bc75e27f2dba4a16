import type { Pool, Sql } from '../db/connect.ts'
import { DomainError } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Officer } from './officer.ts'
import { hashPassword, verifyPassword } from './password.ts'
import {
  deleteSession,
  forgetTry,
  insertSession,
  officerByLogin,
  sessionByToken,
  touchSession,
} from './queries.ts'
import {
  countTry,
  type Limit,
  sayWait,
  startOfWindow,
  subscriberOf,
  throttleKey,
} from './throttle.ts'
import { makeToken, tokenHash } from './token.ts'

const HOUR_MS = 3_600_000
export const IDLE_HOURS = 12
const LONGEST_DAYS = 7
/** `seen_at` is written at most this often: a page of the dashboard asks many times. */
const TOUCH_MS = 5 * 60_000

const WINDOW_SECONDS = 15 * 60
/** Few from one address only: five for a login in all would let any stranger keep its officer out. */
const PER_PAIR = { limit: 5, windowSeconds: WINDOW_SECONDS }
const PER_ADDRESS = { limit: 30, windowSeconds: WINDOW_SECONDS }
/** From everywhere together: slows down who guesses from many addresses. */
const PER_LOGIN = { limit: 100, windowSeconds: WINDOW_SECONDS }

export type SignIn = {
  regionId: string
  login: string
  password: string
  /** The client's network address; only a keyed hash of it is stored. */
  address: string
  instanceKey: Uint8Array
  now?: Date
}

/**
 * Opens a session. 401 for a wrong pair; 429 with the wait after, within 15 minutes, 5 failures for a
 * login from one address, 30 from an address, or 100 for a login. An unknown login costs as much time
 * as a wrong password.
 */
export async function signIn(
  sql: Pool,
  input: SignIn,
): Promise<{ token: string; officer: Officer; expiresAt: Date }> {
  const now = input.now ?? new Date()
  const login = input.login.trim().toLowerCase()
  const account = `${input.regionId}:${login}`
  const subscriber = subscriberOf(input.address)
  const keyOf = (what: string, value: string) => throttleKey(input.instanceKey, what, value)
  const counters = [
    { key: keyOf('address', subscriber), ...PER_ADDRESS },
    { key: keyOf('pair', `${account} ${subscriber}`), ...PER_PAIR },
    { key: keyOf('login', account), ...PER_LOGIN },
  ]
  // Counted before the password is looked at, or a hundred tries at once would all be the first.
  await countAll(sql, counters, now)

  // Made even when it is not needed, or the first unknown login after a start would take twice as long.
  const nobodys = await nobodysHash()
  const found = await officerByLogin(sql, input.regionId, login)
  const isRight = await verifyPassword(input.password, found?.passwordHash ?? nobodys)
  if (!found || !isRight || found.disabledAt) {
    throw new DomainError(401, 'Nama pengguna atau kata sandi salah.')
  }

  await forgetAll(sql, counters, now)
  const { passwordHash: _secret, disabledAt: _none, ...officer } = found
  return { ...(await openSession(sql, officer, now)), officer }
}

type Counter = Limit & { key: string }

/** @throws 429 at the first counter that is full; what it refuses is not held against the others */
async function countAll(sql: Sql, counters: Counter[], now: Date): Promise<void> {
  for (const [index, { key, ...limit }] of counters.entries()) {
    const { allowed, retryAfterSeconds } = await countTry(sql, key, limit, now)
    if (allowed) continue
    await forgetAll(sql, counters.slice(0, index), now)
    throw tooMany(retryAfterSeconds)
  }
}

async function forgetAll(sql: Sql, counters: Counter[], now: Date): Promise<void> {
  for (const { key, windowSeconds } of counters) {
    await forgetTry(sql, key, startOfWindow(now, windowSeconds))
  }
}

/** Opens a session for an officer who has just proved who they are (password or invitation). */
export async function openSession(
  sql: Pool,
  officer: Officer,
  now: Date = new Date(),
): Promise<{ token: string; expiresAt: Date }> {
  const token = makeToken()
  const expiresAt = new Date(now.getTime() + LONGEST_DAYS * 24 * HOUR_MS)
  await sql.begin(async (tx) => {
    await insertSession(tx, { hash: tokenHash(token), officerId: officer.id, now, expiresAt })
    await appendEvent(tx, {
      regionId: officer.regionId,
      kind: 'officer.signed_in',
      officerId: officer.id,
      at: now,
    })
  })
  return { token, expiresAt }
}

/**
 * The officer behind a session token. Null: unknown, signed out, unused for 12 hours, older than
 * 7 days, or disabled.
 */
export async function readSession(
  sql: Sql,
  token: string,
  now: Date = new Date(),
): Promise<Officer | null> {
  const hash = tokenHash(token)
  const found = await sessionByToken(sql, hash, {
    now,
    idleSince: new Date(now.getTime() - IDLE_HOURS * HOUR_MS),
  })
  if (!found) return null
  const { seenAt, ...officer } = found
  if (now.getTime() - seenAt.getTime() > TOUCH_MS) await touchSession(sql, hash, now)
  return officer
}

/** Ends one session. A token that is unknown already is no error. */
export async function signOut(sql: Sql, token: string): Promise<void> {
  await deleteSession(sql, tokenHash(token))
}

const tooMany = (seconds: number) =>
  new DomainError(
    429,
    `Terlalu banyak percobaan masuk yang gagal. Coba lagi dalam ${sayWait(seconds)}.`,
  )

let madeOnce: Promise<string> | undefined
/** A hash that belongs to no officer: verifying against it takes the usual time. */
const nobodysHash = () => (madeOnce ??= hashPassword(makeToken()))
