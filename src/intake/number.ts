/**
 * The two words a citizen keeps: the public number of a filing and the secret with which it is
 * followed. Both are in Crockford's base 32, which has no I, L, O and U, so that they survive being
 * read over the telephone. Pure but for the random number.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const NUMBER_LENGTH = 6
/** 19 random characters are 95 bits; the 20th is the check. */
const SECRET_LENGTH = 20

/** `<prefix>-L-XXXXXX`, chosen at random: a number tells neither how many there are nor which is next. */
export function makeFilingNumber(casePrefix: string): string {
  return `${casePrefix}-L-${encode(randomBytes(NUMBER_LENGTH), NUMBER_LENGTH)}`
}

/** The same form gives the same secret, so that it can be shown again after a second press. */
export function makeSecret(instanceKey: Uint8Array, regionId: string, requestKey: string): string {
  const bits = createHmac('sha256', instanceKey).update(`filing:${regionId}:${requestKey}`).digest()
  const body = encode(bits, SECRET_LENGTH - 1)
  return (body + checkCharacter(body)).replace(/(.{4})(?=.)/g, '$1-')
}

/** What is stored of a secret, however it was typed. */
export const secretHash = (secret: string): Buffer =>
  createHash('sha256').update(readable(secret)).digest()

/** False when a secret cannot be one of ours: a character is wrong, missing or swapped. */
export function isSecretWhole(secret: string): boolean {
  const typed = readable(secret)
  return typed.length === SECRET_LENGTH && checkCharacter(typed.slice(0, -1)) === typed.at(-1)
}

/** A number as it is stored, from what was typed: small letters, O for 0, missing hyphens. */
export function readFilingNumber(typed: string): string | null {
  const [, prefix, rest = ''] = /^([A-Z]{2,6})L(.{6})$/.exec(plain(typed)) ?? []
  return prefix === undefined ? null : `${prefix}-L-${readable(rest)}`
}

const plain = (typed: string) =>
  typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
const readable = (typed: string) => plain(typed).replaceAll('O', '0').replace(/[IL]/g, '1')

/** Five bits of each byte: 256 is a multiple of 32, so every character is as likely. */
function encode(bytes: Uint8Array, length: number): string {
  return [...bytes.subarray(0, length)].map((byte) => ALPHABET[byte & 31]).join('')
}

/** Luhn's sum over 32 signs: finds one wrong character and almost all swapped neighbours. */
function checkCharacter(body: string): string | undefined {
  let sum = 0
  for (const [index, sign] of Array.from(body).reverse().entries()) {
    const value = ALPHABET.indexOf(sign) * (index % 2 === 0 ? 2 : 1)
    sum += Math.floor(value / 32) + (value % 32)
  }
  return ALPHABET[(32 - (sum % 32)) % 32]
}
