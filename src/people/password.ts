import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** The second choice of OWASP's password storage sheet: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32
/** A stored hash may not ask for more than this; a forged row could stop the service otherwise. */
const MOST = { memory: 262_144, passes: 10, parallelism: 4 } as const

const derive = promisify(argon2)

/** @returns the password's argon2id hash in PHC form, with a salt of its own */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive('argon2id', {
    ...COST,
    message: bytesOf(password),
    nonce: salt,
    tagLength: HASH_BYTES,
  })
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(hash)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]{11,86})\$([\w+/]{22,86})$/

/** True when the password is the one that was hashed. False, too, for a text that is no such hash. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] = PHC.exec(phc) ?? []
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const isPayable =
    cost.memory >= 8 * cost.parallelism &&
    cost.memory <= MOST.memory &&
    cost.passes >= 1 &&
    cost.passes <= MOST.passes &&
    cost.parallelism >= 1 &&
    cost.parallelism <= MOST.parallelism
  if (!isPayable) return false
  const expected = Buffer.from(hash, 'base64')
  const found = await derive('argon2id', {
    ...cost,
    message: bytesOf(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: expected.length,
  })
  return timingSafeEqual(found, expected)
}

/** Two keyboards may write the same letter differently. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8')
const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
