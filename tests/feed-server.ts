/** A local outlet that serves the given items as RSS, a page of at most `perFeed` items a feed. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type FeedServer = {
  host: string
  urls: string[]
  asked: () => number
  close: () => Promise<void>
}
export type FeedEntry = { url: string; title: string; text: string; published: string }

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const rss = (items: FeedEntry[]) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Kabar</title><link>https://kabar.example/</link>
${items
  .map(
    (item) => `<item><title>${escape(item.title)}</title><link>${escape(item.url)}</link>
<guid>${escape(item.url)}</guid><pubDate>${escape(item.published)}</pubDate>
<description>${escape(item.text)}</description></item>`,
  )
  .join('\n')}
</channel></rss>`

export async function serveFeeds(items: FeedEntry[], perFeed: number): Promise<FeedServer> {
  const pages = Array.from({ length: Math.ceil(items.length / perFeed) }, (_, n) =>
    rss(items.slice(n * perFeed, (n + 1) * perFeed)),
  )
  let asked = 0
  const server = createServer((request, response) => {
    const page = pages[Number(/^\/(\d+)\.xml$/.exec(request.url ?? '')?.[1] ?? -1)]
    asked++
    if (page === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    urls: pages.map((_, n) => `http://${host}/${n}.xml`),
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
