/**
 * The address, when a browser may open it: only http and https. What a source sends may be anything, and
 * `javascript:` would run here. Pure.
 */
export function webAddress(text: string | null): string | null {
  if (text === null || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const { username, password, href } = new URL(text)
  // "https://bank.example@elsewhere" reads like another host.
  return username === '' && password === '' ? href : null
}

/** The host of an address, for a person to see where a link leads; empty when it is none. */
export const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : ''
