/** The strict reader: feedsmith, which knows the dialects and their namespaces best. */
import { parseFeed, type AtomFeed, type JsonFeed, type RdfFeed, type RssFeed } from 'feedsmith'
import type { RawItem } from './feed-item.ts'

export type StrictFeed = { items: RawItem[]; ttlMinutes?: number | undefined }

/**
 * Reads RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, and JSON Feed.
 * @throws what feedsmith throws when it does not recognise the document
 */
export function readStrictly(document: string): StrictFeed {
  const { format, feed } = parseFeed(document)
  switch (format) {
    case 'rss':
      return { items: (feed.items ?? []).map(fromRss), ttlMinutes: feed.ttl }
    case 'rdf':
      return { items: (feed.items ?? []).map(fromRdf) }
    case 'atom':
      return { items: (feed.entries ?? []).map(fromAtom) }
    default:
      return { items: (feed.items ?? []).map(fromJson) }
  }
}

type Loose<Item> = Item extends object ? { [Key in keyof Item]?: Item[Key] | undefined } : never

function fromRss(item: Loose<RssFeed.Item<string>>): RawItem {
  const person = item.authors?.[0]
  return {
    id: item.guid?.value,
    idIsLink: item.guid?.isPermaLink ?? true,
    links: [
      ...(item.link ? [{ href: item.link }] : []),
      ...(item.atom?.links ?? []).flatMap(toLink),
      ...(item.enclosures ?? []).flatMap(({ url, type }) =>
        url ? [{ href: url, rel: 'enclosure', type }] : [],
      ),
    ],
    title: item.title ?? item.dc?.titles?.[0] ?? item.itunes?.title,
    texts: [
      item.content?.encoded,
      item.atom?.content?.value,
      item.description,
      item.itunes?.summary,
    ],
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
    // A wire service's item names the outlet it comes from.
    author: item.dc?.creators?.[0] ?? person?.name ?? person?.email ?? item.source?.title,
    lang: item.xml?.lang ?? item.dc?.languages?.[0],
  }
}

function fromRdf(item: Loose<RdfFeed.Item<string>>): RawItem {
  return {
    id: item.rdf?.about,
    idIsLink: true,
    links: item.link ? [{ href: item.link }] : [],
    title: item.title ?? item.dc?.titles?.[0],
    texts: [item.content?.encoded, item.description],
    published: item.dc?.dates?.[0],
    author: item.dc?.creators?.[0],
    lang: item.xml?.lang ?? item.dc?.languages?.[0],
  }
}

function fromAtom(entry: Loose<AtomFeed.Entry<string>>): RawItem {
  const person = entry.authors?.[0]
  return {
    id: entry.id,
    idIsLink: false,
    links: (entry.links ?? []).flatMap(toLink),
    title: entry.title?.value ?? entry.dc?.titles?.[0],
    texts: [entry.content?.value, entry.summary?.value],
    published: entry.published ?? entry.dc?.dates?.[0] ?? entry.updated,
    author: person?.name ?? person?.email ?? entry.dc?.creators?.[0] ?? entry.source?.title?.value,
    lang: entry.xml?.lang,
  }
}

function fromJson(item: Loose<JsonFeed.Item<string>>): RawItem {
  const html = item.content_text === undefined ? item.content_html : escapeText(item.content_text)
  return {
    id: item.id,
    idIsLink: false,
    links: [
      ...(item.url ? [{ href: item.url }] : []),
      ...(item.external_url ? [{ href: item.external_url }] : []),
    ],
    title: item.title === undefined ? undefined : escapeText(item.title),
    texts: [item.content_html ?? html, item.summary],
    published: item.date_published ?? item.date_modified,
    author: item.authors?.[0]?.name,
    lang: item.language,
  }
}

const toLink = (link: { href?: string; rel?: string; type?: string }) =>
  link.href ? [{ href: link.href, rel: link.rel, type: link.type }] : []

/** Plain text as HTML, because every text is read as HTML afterwards. */
const escapeText = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')
