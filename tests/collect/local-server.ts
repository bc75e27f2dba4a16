/** Real HTTP servers on 127.0.0.1 and a fetch that may reach them. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeSafeFetch, type SafeFetchSettings } from '../../src/collect/safe-fetch.ts'

export type LocalServer = { url: string; host: string; close: () => Promise<void> }

export async function startServer(listener: RequestListener): Promise<LocalServer> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://${host}`, host, close }
}

export const fetchFrom = (server: LocalServer, settings: Partial<SafeFetchSettings> = {}) =>
  makeSafeFetch({ allow: [server.host], ...settings })
