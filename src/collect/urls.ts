/** Addresses in posts: resolved against their base, and in the one form by which duplicates are known. */

const TRACKING = /^(?:utm_[a-z_]+|fbclid|gclid|igshid|mc_cid|mc_eid)$/i

/** @returns the absolute http or https address, or null when `href` is none */
export function resolveUrl(href: string | undefined, base: string): string | null {
  const trimmed = href?.trim()
  if (!trimmed) return null
  const url = URL.parse(trimmed, URL.parse(base) ? base : undefined)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  return url.href
}

/** xml:base of an element inside the base of its parent. */
export const resolveBase = (base: string | undefined, parent: string): string =>
  base === undefined
    ? parent
    : (URL.parse(base.trim(), URL.parse(parent) ? parent : undefined)?.href ?? parent)

/** Without fragment and campaign parameters, so that the same article shared twice has one address. */
export function canonicalUrl(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  url.hash = ''
  url.username = ''
  url.password = ''
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name)
  }
  return url.href
}

/** The name of a site, the same with and without "www.". */
export const siteOf = (address: string): string =>
  (URL.parse(address)?.hostname ?? '').replace(/^www\./, '')
