/** The web sites of the invented outlets: real HTTP with ETags, on a free port of this machine. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DemoDay } from './day.ts'
import type { DemoClock } from './demo-clock.ts'
import { renderFeed } from './render-feed.ts'

export type OutletsServer = {
  /** host:port */
  host: string
  urlOf: (outletId: string) => string
  close: () => Promise<void>
}

export async function startOutlets(day: DemoDay, clock: DemoClock): Promise<OutletsServer> {
  const server = createServer((request, response) => {
    const outlet = day.outlets.find((each) => request.url === `/${each.id}/feed`)
    if (!outlet) {
      response.writeHead(404).end('no such outlet')
      return
    }
    const now = new Date()
    const items = day.articles
      .filter((article) => article.outlet === outlet.id && clock.at(article.minute) <= now)
      .map((article) => ({
        ...article,
        at: clock.at(article.minute),
        url: `https://${outlet.id}.example/berita/${article.id}`,
      }))
    const { body, type } = renderFeed(outlet, items.reverse())
    const etag = `"${createHash('sha256')
      .update(items.map((item) => item.id).join())
      .digest('hex')}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else response.writeHead(200, { 'content-type': type, etag }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    urlOf: (outletId) => `http://${host}/${outletId}/feed`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
