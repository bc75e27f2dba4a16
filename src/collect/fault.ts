/** What is wrong with a source, in a word that a screen can explain. Pure. */

export const FAULTS = [
  'gone',
  'unwelcome',
  'not_found',
  'busy',
  'server',
  'slow',
  'unknown_host',
  'unreachable',
  'certificate',
  'not_a_feed',
  'too_large',
  'address_refused',
  'other',
] as const
export type Fault = (typeof FAULTS)[number]

/** The sentences are ours: feed.ts and safe-fetch.ts write them. The first that fits counts. */
const SIGNS: [RegExp, Fault][] = [
  [/answered 410\b/, 'gone'],
  [/answered 40[13]\b/, 'unwelcome'],
  [/answered 404\b/, 'not_found'],
  [/answered 429\b/, 'busy'],
  [/answered 5\d\d\b/, 'server'],
  [/did not finish within|in time\b|in the middle of its answer/, 'slow'],
  [/host name that/, 'unknown_host'],
  [/certificate|CERT_|SSL|TLS/i, 'certificate'],
  [/more than \d+ (?:bytes|items)|headers that are too large/, 'too_large'],
  [/is refused|is not a public address|redirects (?:to|more than)/, 'address_refused'],
  [/cannot be read/, 'not_a_feed'],
  [/does not accept connections|closed the connection|EHOSTUNREACH|ENETUNREACH/, 'unreachable'],
]

/** The kind of the stored error; null where there is none. */
export function faultOf(error: string | null): Fault | null {
  if (error === null) return null
  return SIGNS.find(([sign]) => sign.test(error))?.[1] ?? 'other'
}
