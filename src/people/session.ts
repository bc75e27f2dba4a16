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
import { countTry, sayWait, startOfWindow, subscriberOf, throttleKey } from './throttle.ts'
import { makeToken, tokenHash } from './token.ts'

const HOUR_MS = 3_600_000
export const IDLE_HOURS = 12
const LONGEST_DAYS = 7
/** `seen_at` is written at most this often: a page of the dashboard asks many times. */
const TOUCH_MS = 5 * 60_000

const WINDOW_SECONDS = 15 * 60
const PER_LOGIN = { limit: 5, windowSeconds: WINDOW_SECONDS }
const PER_ADDRESS = { limit: 30, windowSeconds: WINDOW_SECONDS }

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
 * Opens a session. 401 for a wrong pair; 429 with the wait after 5 failures for a login or 30 from
 * an address within 15 minutes. An unknown login costs as much time as a wrong password.
 */
export async function signIn(
  sql: Pool,
  input: SignIn,
): Promise<{ token: string; officer: Officer; expiresAt: Date }> {
  const now = input.now ?? new Date()
  const login = input.login.trim().toLowerCase()
  const keys = [
    { key: throttleKey(input.instanceKey, 'login', `${input.regionId}:${login}`), ...PER_LOGIN },
    { key: throttleKey(input.instanceKey, 'address', subscriberOf(input.address)), ...PER_ADDRESS },
  ]
  // Counted before the password is looked at, or a hundred tries at once would all be the first.
  for (const { key, ...limit } of keys) {
    const counted = await countTry(sql, key, limit, now)
    if (!counted.allowed) throw tooMany(counted.retryAfterSeconds)
  }

  const found = await officerByLogin(sql, input.regionId, login)
  const isRight = await verifyPassword(input.password, found?.passwordHash ?? (await nobodysHash()))
  if (!found || !isRight || found.disabledAt) {
    throw new DomainError(401, 'Nama pengguna atau kata sandi salah.')
  }

  const windowStart = startOfWindow(now, WINDOW_SECONDS)
  for (const { key } of keys) await forgetTry(sql, key, windowStart)
  const { passwordHash: _secret, disabledAt: _none, ...officer } = found
  return { ...(await openSession(sql, officer, now)), officer }
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

let nobodys: Promise<string> | undefined
/** A hash that belongs to no officer, made once: verifying against it takes the usual time. */
const nobodysHash = () => (nobodys ??= hashPassword(makeToken()))
