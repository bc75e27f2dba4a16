/** The HTTP server around the app: limits against slow clients, and a stop that lets requests end. */
import { once, setMaxListeners } from 'node:events'
import { createServer, type ServerOptions } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { App } from './app.ts'

/** Short of the 10 s after which a container is killed. */
const DRAIN_MS = 5_000

/** A client that sends one byte a second would else hold its connection for ever. In ms and bytes. */
const LIMITS: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
}

/** What a handler finds in `c.env`; absent where the app is asked without a server. */
export type ServerEnv = Partial<
  HttpBindings & {
    /** Aborted when the server stops: an answer that has no end of its own ends now. */
    stopping: AbortSignal
  }
>

type ServeInput = { app: App; host: string; port: number; limits?: ServerOptions }

export type Serving = {
  /** http://host:port as it really listens. */
  address: string
  /** Takes no new connection, ends streams, waits at most 5 s for open requests, then cuts what is left. */
  close: () => Promise<void>
}

/** @throws a sentence when the port is taken or may not be used */
export async function serve({ app, host, port, limits = {} }: ServeInput): Promise<Serving> {
  const stopping = new AbortController()
  // One for each open stream.
  setMaxListeners(0, stopping.signal)
  const answer = (request: Request, env: object) =>
    app.fetch(request, { ...env, stopping: stopping.signal })
  const server = createServer(
    {
      ...LIMITS,
      ...limits,
    },
    getRequestListener(answer, { overrideGlobalObjects: false }),
  )
  server.maxRequestsPerSocket = 1000
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new Error(sayWhy(error, host, port))
  })

  const bound = server.address()
  const boundPort = typeof bound === 'object' && bound ? bound.port : port
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    async close() {
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
      const closed = once(server, 'close')
      server.close()
      stopping.abort()
      server.closeIdleConnections()
      await closed
      clearTimeout(cut)
    },
  }
}

function sayWhy(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `web: port ${port} on ${host} is in use. Stop the other program or set DENGAR_PORT.`
  }
  if (error.code === 'EACCES') {
    return `web: port ${port} may not be opened by this user. Set DENGAR_PORT to one above 1023.`
  }
  return `web: cannot listen on ${host}:${port}: ${error.message}`
}
