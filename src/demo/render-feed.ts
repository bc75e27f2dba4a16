/** An outlet's feed in the format it is known for, so that the demo exercises every one. */
import type { DemoOutlet } from './day.ts'

export type FeedItem = {
  id: string
  url: string
  title: string
  text: string
  author: string | null
  at: Date
}

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const DAYS = ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab']
const MONTHS = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ')
const two = (n: number) => String(n).padStart(2, '0')

/** As many Indonesian outlets write it: RFC 822 with Indonesian names, here in UTC+8. */
function indonesianDate(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000)
  const day = `${DAYS[local.getUTCDay()]}, ${two(local.getUTCDate())} ${MONTHS[local.getUTCMonth()]}`
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()]
    .map(two)
    .join(':')
  return `${day} ${local.getUTCFullYear()} ${time} +0800`
}

const rssItem = (item: FeedItem) => `<item><title>${escape(item.title)}</title>
<link>${item.url}</link><guid isPermaLink="false">${item.id}</guid>
<pubDate>${indonesianDate(item.at)}</pubDate><dc:creator>${escape(item.author ?? 'Redaksi')}</dc:creator>
<description><![CDATA[<p>${escape(item.text)}</p>]]></description></item>`

const rss = (outlet: DemoOutlet, items: FeedItem[]) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>${escape(outlet.name)}</title><link>https://${outlet.id}.example/</link>
<description>Kabar contoh</description><ttl>1</ttl>
${items.map(rssItem).join('\n')}
</channel></rss>`

const atomEntry = (item: FeedItem) => `<entry><id>tag:${item.id}</id>
<title>${escape(item.title)}</title><link href="${item.url}"/><updated>${item.at.toISOString()}</updated>
<author><name>${escape(item.author ?? 'Redaksi')}</name></author>
<content type="html">${escape(`<p>${escape(item.text)}</p>`)}</content></entry>`

const atom = (outlet: DemoOutlet, items: FeedItem[]) => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${escape(outlet.name)}</title>
<id>tag:${outlet.id}</id><updated>${new Date().toISOString()}</updated>
${items.map(atomEntry).join('\n')}
</feed>`

const rdfItem = (
  item: FeedItem,
) => `<item rdf:about="${item.url}"><title>${escape(item.title)}</title>
<link>${item.url}</link><description>${escape(item.text)}</description>
<dc:date>${item.at.toISOString()}</dc:date></item>`

const rdf = (outlet: DemoOutlet, items: FeedItem[]) => `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://${outlet.id}.example/">
<title>${escape(outlet.name)}</title><link>https://${outlet.id}.example/</link></channel>
${items.map(rdfItem).join('\n')}
</rdf:RDF>`

const json = (outlet: DemoOutlet, items: FeedItem[]) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.text,
      date_published: item.at.toISOString(),
    })),
  })

const FORMATS = {
  rss: { render: rss, type: 'application/rss+xml; charset=utf-8' },
  atom: { render: atom, type: 'application/atom+xml; charset=utf-8' },
  rdf: { render: rdf, type: 'application/rdf+xml; charset=utf-8' },
  json: { render: json, type: 'application/feed+json' },
}

/** @returns the document and its content type */
export function renderFeed(outlet: DemoOutlet, items: FeedItem[]): { body: string; type: string } {
  const format = FORMATS[outlet.format]
  return { body: format.render(outlet, items), type: format.type }
}
