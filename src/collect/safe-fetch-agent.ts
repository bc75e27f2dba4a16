/**
 * The only door to the network. A URL of a source is somebody else's text: it must never reach this
 * machine or its neighbours. Three checks, because each alone has a gap: the literal host (a lookup is
 * not asked for it), the lookup (pins the address that was checked), and the address of the open socket.
 */
import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP, type Socket } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { isPublicAddress } from './public-address.ts'

/** What was refused on purpose, as a sentence; trying again would not help. */
export class RefusedError extends Error {}

const CONNECT_TIMEOUT_MS = 5_000

type LookupCallback = (
  error: Error | null,
  address: string | LookupAddress[],
  family?: number,
) => void

/**
 * An agent that opens connections to public addresses only, one for each request.
 * @param allow exact `host:port` pairs that are exempt, for tests and the demo
 */
export function makeGuardedAgent(allow: string[], headersTimeoutMs: number): Agent {
  const open = { timeout: CONNECT_TIMEOUT_MS, keepAlive: false }
  const connectFreely = buildConnector(open)
  const connectGuarded = buildConnector({ ...open, lookup: checkedLookup, autoSelectFamily: true })
  return new Agent({
    pipelining: 0,
    headersTimeout: headersTimeoutMs,
    bodyTimeout: headersTimeoutMs,
    maxHeaderSize: 32_768,
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '')
      const port = options.port || (options.protocol === 'https:' ? '443' : '80')
      const name = isIP(host) === 6 ? `[${host}]` : host
      if (allow.includes(`${name}:${port}`)) return connectFreely(options, callback)
      if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(refusedAddress(host), null)
      connectGuarded(options, (error, socket) => {
        if (error || !socket) return callback(error ?? new Error('no socket'), null)
        const refusal = refuseSocket(socket, host)
        if (!refusal) return callback(null, socket)
        socket.destroy()
        callback(refusal, null)
      })
    },
  })
}

function refuseSocket(socket: Socket, host: string): RefusedError | null {
  const address = socket.remoteAddress ?? ''
  return isPublicAddress(address) ? null : refusedAddress(`${host} (${address})`)
}

const refusedAddress = (what: string) =>
  new RefusedError(
    `${what} is not a public address. Only sources on the public internet are fetched.`,
  )

/** Resolves a name to its public addresses only; what it gives is what is connected to. */
function checkedLookup(host: string, options: LookupOptions, callback: LookupCallback): void {
  dnsLookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, [])
    const allowed = addresses.filter(({ address }) => isPublicAddress(address))
    const first = allowed[0]
    if (!first) {
      const found = addresses.map(({ address }) => address).join(', ')
      return callback(refusedAddress(`${host} (${found})`), [])
    }
    if (options.all) callback(null, allowed)
    else callback(null, first.address, first.family)
  })
}
