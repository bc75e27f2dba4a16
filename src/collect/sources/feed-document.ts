/** A feed document -> its items. Pure: no network, no clock. */
import { isUtf8 } from 'node:buffer'
import { FeedError, type FeedDocument, type FeedItem, type RawItem } from './feed-item.ts'
import { decodeDocument } from './feed-charset.ts'
import { scanFeed, type ScannedItem } from './feed-scan.ts'
import { readStrictly, type StrictFeed } from './feed-strict.ts'
import { htmlToLine, htmlToText } from './feed-text.ts'
import { resolveUrl } from '../urls.ts'

/**
 * Reads any feed: RSS, RDF, Atom or JSON Feed, also one that is broken or was cut off.
 * @param url where the document came from: relative addresses are resolved against it
 * @throws FeedError with the reason when it is no feed or too dangerous to read
 */
export function readFeed(
  body: Uint8Array,
  { url, contentType = null }: { url: string; contentType?: string | null },
): FeedDocument {
  const document = decodeDocument(body, contentType)
  const start = document.trimStart().slice(0, 200)
  if (start === '') throw new FeedError('the document is empty')
  if (start.startsWith('{')) return readJson(document, url)

  const scan = scanFeed(document, url)
  const strict = scan.isSlow ? null : tryStrictly(document)
  // The strict parser is silent about items that it loses; the scan counted them.
  if (strict && strict.items.length >= scan.items.length) {
    const sameItems = strict.items.length === scan.items.length
    const items = strict.items.map((item, index) =>
      finish(item, { scanned: sameItems ? scan.items[index] : undefined, url, degraded: false }),
    )
    return { items, ttlMinutes: strict.ttlMinutes }
  }
  if (scan.root === null) throw new FeedError(`the document is not a feed; ${beginning(start)}`)
  const items = scan.items.map((item) => finish(item, { scanned: item, url, degraded: true }))
  return { items, ttlMinutes: strict?.ttlMinutes }
}

function readJson(document: string, url: string): FeedDocument {
  const strict = tryStrictly(document)
  const found = strict ?? tryStrictly(withVersion(document))
  if (!found) throw new FeedError('the document is JSON, but not a JSON Feed')
  return { items: found.items.map((item) => finish(item, { url, degraded: strict === null })) }
}

/** JSON Feed demands a version that some writers get wrong; the items are what makes it a feed. */
function withVersion(document: string): string {
  try {
    const parsed = JSON.parse(document) as { items?: unknown; version?: unknown; title?: unknown }
    const isFeed = Array.isArray(parsed.items) && (parsed.version ?? parsed.title) !== undefined
    return isFeed ? JSON.stringify({ ...parsed, version: 'https://jsonfeed.org/version/1.1' }) : ''
  } catch {
    return ''
  }
}

function tryStrictly(document: string): StrictFeed | null {
  try {
    return readStrictly(document)
  } catch {
    // Its errors only say "invalid feed format"; the scan knows more.
    return null
  }
}

const beginning = (start: string) =>
  /^<(?:!doctype html|html)/i.test(start)
    ? 'it is a web page. Look for the address of its feed'
    : `it begins with "${start.replace(/\s+/g, ' ').slice(0, 40)}"`

type Origin = { scanned?: ScannedItem | undefined; url: string; degraded: boolean }

function finish(raw: RawItem, { scanned, url, degraded }: Origin): FeedItem {
  const base = scanned?.base ?? url
  const title = scanned?.titleIsBase64 ? fromBase64(raw.title) : raw.title
  const texts = raw.texts.map((text) => htmlToText(text ?? '')).filter(Boolean)
  return {
    id: raw.id?.trim() || null,
    url: itemUrl(raw, scanned, base),
    title: htmlToLine(title ?? '') || null,
    text: texts[0] ?? '',
    published: raw.published?.trim() || null,
    author: htmlToLine(raw.author ?? '') || null,
    lang: raw.lang?.trim() || null,
    media: raw.links.flatMap((link) => {
      const address = link.rel === 'enclosure' ? resolveUrl(link.href, base) : null
      return address ? [{ type: link.type ?? 'unknown', url: address }] : []
    }),
    degraded,
  }
}

/** The page of the item: its alternate link, else any link, else a guid that is an address. */
function itemUrl(raw: RawItem, scanned: ScannedItem | undefined, base: string): string | null {
  // The scan knows an xml:base that stands on the link itself.
  const links = [...raw.links, ...(scanned?.links ?? [])]
  const isPage = (rel: string | undefined) => !rel || rel === 'alternate'
  const html = links.filter(({ rel, type }) => isPage(rel) && (type ?? '').includes('html'))
  const pages = links.filter(({ rel }) => isPage(rel))
  const others = links.filter(({ rel }) => !isPage(rel) && rel !== 'enclosure' && rel !== 'self')
  for (const { href } of [...pages.slice(0, 1), ...html, ...pages, ...others]) {
    const address = resolveUrl(href, base)
    if (address) return address
  }
  const isAddress = raw.idIsLink !== false && /^https?:\/\//i.test(raw.id?.trim() ?? '')
  return isAddress ? resolveUrl(raw.id, base) : null
}

/** @returns the text as it is when it only pretends to be base64, or does not pack UTF-8 */
function fromBase64(text: string | undefined): string | undefined {
  const packed = text?.replace(/\s+/g, '') ?? ''
  const bytes = Buffer.from(packed, 'base64')
  const isPacked = /^[A-Za-z\d+/]+={0,2}$/.test(packed) && packed.length % 4 === 0
  return isPacked && isUtf8(bytes) ? bytes.toString('utf8') : text
}
