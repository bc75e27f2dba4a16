import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const UNKNOWN = 'unknown'

/**
 * The address that asks, for throttles. X-Forwarded-For is believed only as far as our own
 * `proxyHops` proxies wrote it, counted from the right; what a client wrote itself is left of that.
 */
export function clientAddress(c: Context, proxyHops: number): string {
  if (proxyHops > 0) {
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((each) => each.trim())
    const address = hops.at(-proxyHops)
    if (address) return address
  }
  return socketAddress(c) ?? UNKNOWN
}

/** Undefined when there is no socket, as in a request made inside the process. */
function socketAddress(c: Context): string | undefined {
  const hasSocket = Boolean((c.env as { incoming?: unknown } | undefined)?.incoming)
  return hasSocket ? getConnInfo(c).remote.address : undefined
}

/** True for a request from this machine or inside the process that no proxy passed on. */
export function isLocal(c: Context): boolean {
  if (c.req.header('x-forwarded-for') ?? c.req.header('forwarded')) return false
  const address = socketAddress(c)
  return address === undefined || isPrivate(address)
}

const PRIVATE = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i

const isPrivate = (address: string) => PRIVATE.test(address.replace(/^::ffff:/i, ''))
