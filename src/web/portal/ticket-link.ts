/**
 * Carries number and secret from the form to the ticket page without a cookie and without a trace in
 * the database: encrypted into the address, readable by this installation only, for a quarter of an
 * hour. Long enough to load again after a lost signal, too short for a browser's history to leak.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'

const MINUTES_VALID = 15
const IV_BYTES = 12
const TAG_BYTES = 16

const Ticket = z.object({ number: z.string(), secret: z.string(), until: z.number() })

export type Ticket = { number: string; secret: string }

const keyOf = (instanceKey: Uint8Array) =>
  Buffer.from(hkdfSync('sha256', instanceKey, '', 'dengar ticket link', 32))

/** @returns text that is safe in an address */
export function sealTicket(instanceKey: Uint8Array, ticket: Ticket, now: Date): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(instanceKey), iv)
  const until = now.getTime() + MINUTES_VALID * 60_000
  const body = cipher.update(JSON.stringify({ ...ticket, until }), 'utf8')
  return Buffer.concat([iv, body, cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** @returns null for anything that this installation did not seal, or too long ago */
export function openTicket(instanceKey: Uint8Array, sealed: string, now: Date): Ticket | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES || bytes.length > 1000) return null
  const decipher = createDecipheriv('aes-256-gcm', keyOf(instanceKey), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    const body = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES))
    const parsed = Ticket.parse(JSON.parse(Buffer.concat([body, decipher.final()]).toString()))
    return parsed.until < now.getTime() ? null : { number: parsed.number, secret: parsed.secret }
  } catch {
    return null
  }
}
