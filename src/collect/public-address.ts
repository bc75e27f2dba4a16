/** Which addresses a fetch may connect to: only what is routed on the public internet. */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Of version 6, public addresses are handed out here only; the library calls more of it unicast. */
const PUBLIC_V6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether `address` is an ordinary public address. Loopback, private, link-local, carrier-grade NAT,
 * documentation, multicast, tunnels and every spelling that carries a version 4 address inside a
 * version 6 one (mapped, NAT64, 6to4, Teredo) are not: what they lead to cannot be seen from outside.
 * @param address in the canonical text form; anything else, also a name, gives false
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(PUBLIC_V6)
}
