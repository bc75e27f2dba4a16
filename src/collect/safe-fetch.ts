/** GET for addresses that other people wrote: bounded in size, time and redirects, and public only. */
import type { Dispatcher } from 'undici'
import { makeGuardedAgent, RefusedError } from './safe-fetch-agent.ts'
import { unpack } from './unpack.ts'

export type Fetched = {
  status: number
  /** Where the answer came from, after redirects. */
  url: string
  /** Set when every redirect on the way there was permanent (301, 308). */
  movedTo?: string
  headers: Headers
  /** Unpacked. */
  body: Uint8Array
  /** The body as text; `charset` is a label of the Encoding Standard, else UTF-8. */
  text: (charset?: string) => string
}

export type FetchOptions = { headers?: Record<string, string>; signal?: AbortSignal }
/** @throws a sentence that begins with "fetch: <url>"; a RefusedError when trying again is useless */
export type SafeFetch = (url: string, options?: FetchOptions) => Promise<Fetched>

export type SafeFetchSettings = {
  /** Exact host:port pairs that may be private addresses and other ports, for tests and the demo. */
  allow: string[]
  userAgent: string
  /** Of the body, both as it is sent and unpacked. */
  maxBytes: number
  /** For the whole fetch, redirects included. */
  timeoutMs: number
  maxRedirects: number
}

const DEFAULTS: SafeFetchSettings = {
  allow: [],
  userAgent: 'Dengar (public complaint listening)',
  maxBytes: 5_000_000,
  timeoutMs: 20_000,
  maxRedirects: 5,
}
const HEADERS_TIMEOUT_MS = 10_000
const REDIRECTS = [301, 302, 303, 307, 308]

type Hop = { url: URL; settings: SafeFetchSettings; agent: Dispatcher; options: FetchOptions }

/** Makes the one function with which sources are fetched. Settings that are left out have safe values. */
export function makeSafeFetch(settings: Partial<SafeFetchSettings> = {}): SafeFetch {
  const all = { ...DEFAULTS, ...settings }
  const agent = makeGuardedAgent(all.allow, Math.min(HEADERS_TIMEOUT_MS, all.timeoutMs))
  return async (address, options = {}) => {
    const timeout = AbortSignal.timeout(all.timeoutMs)
    const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
    try {
      return await followRedirects(address, {
        settings: all,
        agent,
        options: { ...options, signal },
      })
    } catch (error) {
      throw asSentence(error, { address, timedOut: timeout.aborted, timeoutMs: all.timeoutMs })
    }
  }
}

async function followRedirects(address: string, hop: Omit<Hop, 'url'>): Promise<Fetched> {
  let url = checkUrl(address, hop.settings.allow)
  let movedTo: string | undefined
  let permanent = true
  for (let redirects = 0; ; redirects++) {
    const answer = await request({ ...hop, url })
    const location = answer.headers.get('location')
    if (!REDIRECTS.includes(answer.status) || !location) {
      return { ...answer, ...(movedTo === undefined ? {} : { movedTo }) }
    }
    if (redirects === hop.settings.maxRedirects) {
      throw new RefusedError(`redirects more than ${hop.settings.maxRedirects} times`)
    }
    url = checkUrl(location, hop.settings.allow, url)
    permanent &&= answer.status === 301 || answer.status === 308
    if (permanent) movedTo = url.href
  }
}

/** @throws RefusedError: what is wrong with the address itself */
function checkUrl(text: string, allow: string[], base?: URL): URL {
  const url = URL.parse(text, base?.href)
  const shown = text.replace(/\/\/[^/?#]*@/, '//').slice(0, 200)
  const where = base ? `redirects to ${shown}, which` : 'is refused: it'
  if (!url) throw new RefusedError(`${where} is not a web address`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new RefusedError(`${where} is not an http or https address`)
  }
  if (url.username || url.password)
    throw new RefusedError(`${where} carries a user name or password`)
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  if (!['80', '443'].includes(port) && !allow.includes(`${url.hostname}:${port}`)) {
    throw new RefusedError(`${where} uses port ${port}; only 80 and 443 are fetched`)
  }
  url.hash = ''
  return url
}

async function request({ url, settings, agent, options }: Hop): Promise<Fetched> {
  const answer = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers: {
      'user-agent': settings.userAgent,
      'accept-encoding': 'gzip, deflate, br',
      ...options.headers,
    },
    signal: options.signal ?? null,
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  const packed = await readBody(answer.body, headers, settings.maxBytes)
  const body = await unpack(packed, headers.get('content-encoding') ?? '', settings.maxBytes)
  const text = (charset = 'utf-8') => new TextDecoder(charset).decode(body)
  return { status: answer.statusCode, url: url.href, headers, body, text }
}

async function readBody(
  body: Dispatcher.ResponseData['body'],
  headers: Headers,
  maxBytes: number,
): Promise<Uint8Array> {
  const tooLarge = () => new RefusedError(`sends a body of more than ${maxBytes} bytes`)
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    if (Number(headers.get('content-length')) > maxBytes) throw tooLarge()
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      bytes += chunk.length
      if (bytes > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } finally {
    body.destroy()
  }
  return Buffer.concat(chunks)
}

const REASONS: Record<string, string> = {
  ENOTFOUND: 'has a host name that does not exist',
  EAI_AGAIN: 'has a host name that cannot be resolved now',
  ECONNREFUSED: 'does not accept connections',
  ECONNRESET: 'closed the connection',
  UND_ERR_SOCKET: 'closed the connection',
  UND_ERR_CONNECT_TIMEOUT: 'does not accept connections in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'stopped in the middle of its answer',
  UND_ERR_HEADERS_OVERFLOW: 'sends headers that are too large',
}

type Circumstances = { address: string; timedOut: boolean; timeoutMs: number }

function asSentence(error: unknown, { address, timedOut, timeoutMs }: Circumstances): Error {
  // A password in an address must not end up in logs.
  const subject = `fetch: ${address.replace(/\/\/[^/?#]*@/, '//').slice(0, 200)}`
  if (timedOut) return new Error(`${subject} did not finish within ${timeoutMs / 1000} s`)
  const cause = error instanceof Error ? error : new Error(String(error))
  if (cause instanceof RefusedError) return new RefusedError(`${subject} ${cause.message}`)
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  const reason = REASONS[code] ?? (code ? `failed (${code}: ${cause.message})` : cause.message)
  return new Error(`${subject} ${reason}`, { cause })
}
