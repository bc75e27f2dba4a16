/** One-time and session tokens. Only their hash is kept: a stolen dump opens nothing. */
import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** @returns 256 random bits, safe in an address and in a cookie */
export const makeToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** What the database keeps of a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
