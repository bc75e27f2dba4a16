/** Proves that a webhook's body comes from who holds the source's secret, and that it is not an old one. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const SIGNATURE_HEADER = 'X-Dengar-Signature'
/** How far the sender's clock may be off, and how long a copied message could be sent again. */
export const TOLERANCE_SECONDS = 5 * 60
/** A rotation needs two; more would let one request cost many comparisons. */
const MAX_SIGNATURES = 4

/**
 * The secret of a webhook source, derived: nothing secret is in the database, and a higher
 * `generation` makes a new one.
 * @returns 64 hexadecimal digits; as such they are the key of the HMAC
 */
export const webhookSecret = (instanceKey: Buffer, sourceId: number, generation: number): string =>
  createHmac('sha256', instanceKey).update(`webhook:${sourceId}:${generation}`).digest('hex')

/** The header for `body`; for documents, tests and senders written in TypeScript. */
export function signWebhook(
  body: Uint8Array | string,
  secret: string,
  unixSeconds: number,
): string {
  return `t=${unixSeconds},v1=${digest(body, secret, String(unixSeconds)).toString('hex')}`
}

const digest = (body: Uint8Array | string, secret: string, time: string) =>
  createHmac('sha256', secret).update(`${time}.`).update(body).digest()

export type SignatureCheck = {
  body: Uint8Array
  /** The header: `t=<unix seconds>,v1=<hex>`, `v1` more than once while secrets change. */
  signature: string
  /** The secrets that count now. */
  secrets: string[]
  now: Date
}

/** @returns null when the signature is right, else why not: 'malformed', 'stale' or 'wrong' */
export function checkSignature(check: SignatureCheck): 'malformed' | 'stale' | 'wrong' | null {
  const parts = check.signature.split(',').map((part) => part.trim())
  const times = parts.filter((part) => /^t=\d{1,12}$/.test(part)).map((part) => part.slice(2))
  const given = parts.filter((part) => /^v1=[\da-f]{64}$/i.test(part)).map((part) => part.slice(3))
  const [time] = times
  if (
    time === undefined ||
    times.length > 1 ||
    given.length === 0 ||
    given.length > MAX_SIGNATURES
  ) {
    return 'malformed'
  }
  const expected = check.secrets.map((secret) => digest(check.body, secret, time))
  const matches = given.map((hex) =>
    expected.map((each) => timingSafeEqual(each, Buffer.from(hex, 'hex'))).includes(true),
  )
  if (!matches.includes(true)) return 'wrong'
  const age = Math.abs(check.now.getTime() / 1000 - Number(time))
  return age <= TOLERANCE_SECONDS ? null : 'stale'
}
