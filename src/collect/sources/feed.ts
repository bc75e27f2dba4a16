/** RSS, Atom, RDF and JSON feeds of news sites and offices. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseDate } from '../dates.ts'
import { freshUntil, retryAfter } from '../next-check.ts'
import type { Fetched } from '../safe-fetch.ts'
import { SourceError } from '../source-error.ts'
import type { Cursor, PollInput, PollResult, PostInput, SourceKind } from '../source-kind.ts'
import { readFeed } from './feed-document.ts'
import { FeedError, type FeedDocument, type FeedItem } from './feed-item.ts'
import { canonicalUrl, siteOf } from '../urls.ts'

const settings = z.object({})
type Settings = z.infer<typeof settings>

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, ' +
  'application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'
/** A validator is sent back verbatim in a header; what is longer than this is not one. */
const MAX_VALIDATOR_LENGTH = 500
/** A feed's newest items; whatever offers more is an archive. */
const MAX_POSTS = 1_000

export const feed: SourceKind<Settings> = {
  kind: 'feed',
  label: 'Umpan berita (RSS/Atom)',
  settings,
  poll,
}

async function poll(input: PollInput<Settings>): Promise<PollResult> {
  const { url, cursor, fetch, now } = input
  const answer = await fetch(url, { headers: { accept: ACCEPT, ...validators(cursor, url) } })
  const moved = answer.movedTo === undefined ? {} : { movedTo: answer.movedTo }
  const cacheControl = answer.headers.get('cache-control')
  if (answer.status === 304) {
    const notBefore = freshUntil(now, {
      cacheControl,
      ttlMinutes: Number(cursor['ttlMinutes'] ?? 0),
    })
    const kept = answer.movedTo === undefined ? cursor : { ...cursor, url: answer.movedTo }
    return { posts: [], cursor: kept, problems: [], ...moved, ...(notBefore ? { notBefore } : {}) }
  }
  if (answer.status !== 200) throw refusal(answer, url, now)

  const document = parse(answer, url)
  const notBefore = freshUntil(now, { cacheControl, ttlMinutes: document.ttlMinutes })
  const site = knownSite(cursor, url)
  const { posts, problems } = toPosts(document, input, site)
  return {
    posts,
    problems,
    cursor: { ...newCursor(answer, document, url), site },
    ...moved,
    ...(notBefore ? { notBefore } : {}),
  }
}

/** They belong to the address that gave them: after a move they would hide the first answer. */
function validators(cursor: Cursor, url: string): Record<string, string> {
  if (cursor['url'] !== url) return {}
  return {
    ...(typeof cursor['etag'] === 'string' ? { 'if-none-match': cursor['etag'] } : {}),
    ...(typeof cursor['lastModified'] === 'string'
      ? { 'if-modified-since': cursor['lastModified'] }
      : {}),
  }
}

/** Items keep the identity under the site where they were first seen, when the feed moves to another. */
const knownSite = (cursor: Cursor, url: string): string =>
  cursor['url'] === url && typeof cursor['site'] === 'string' ? cursor['site'] : siteOf(url)

/** Made only after the document was parsed: a broken answer must be asked for again. */
function newCursor(answer: Fetched, document: FeedDocument, url: string): Cursor {
  const validator = (name: string) => {
    const value = answer.headers.get(name)
    return value !== null && value.length <= MAX_VALIDATOR_LENGTH ? value : null
  }
  return {
    // The address that the next poll asks, not where a temporary redirect led.
    url: answer.movedTo ?? url,
    etag: validator('etag'),
    lastModified: validator('last-modified'),
    ttlMinutes: document.ttlMinutes ?? null,
  }
}

function refusal({ status, headers }: Fetched, url: string, now: Date): SourceError {
  const subject = `feed: ${url} answered ${status}`
  if (status === 410) {
    return new SourceError(`${subject}: it is gone for good and was switched off`, { gone: true })
  }
  if (status === 401 || status === 403) {
    return new SourceError(`${subject}: it does not let us in; asked again in a day`, {
      unwelcome: true,
    })
  }
  const notBefore = retryAfter(headers.get('retry-after'), now)
  return new SourceError(subject, { notBefore })
}

function parse(answer: Fetched, url: string): FeedDocument {
  try {
    return readFeed(answer.body, {
      url: answer.url,
      contentType: answer.headers.get('content-type'),
    })
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    throw new SourceError(`feed: ${url} cannot be read: ${error.message}`)
  }
}

function toPosts({ items }: FeedDocument, input: PollInput<Settings>, site: string) {
  const problems: string[] = []
  const posts: PostInput[] = []
  for (const item of items.slice(0, MAX_POSTS)) {
    const post = toPost(item, input, site)
    if (post) posts.push(post)
  }
  const empty = Math.min(items.length, MAX_POSTS) - posts.length
  if (empty > 0) problems.push(`feed: ${input.url} has ${empty} items without title and text`)
  if (items.length > MAX_POSTS) {
    problems.push(`feed: ${input.url} has ${items.length} items; the first ${MAX_POSTS} were read`)
  }
  if (items.some((item) => item.degraded)) {
    problems.push(`feed: ${input.url} is malformed; its items were read by the tolerant reader`)
  }
  return { posts, problems }
}

function toPost(
  item: FeedItem,
  { channel, now, timezone }: PollInput<Settings>,
  site: string,
): PostInput | null {
  if (!item.title && !item.text) return null
  return {
    nativeId: `${site}|${identity(item)}`,
    canonicalUrl: item.url === null ? null : canonicalUrl(item.url),
    parentNativeId: null,
    threadRootId: null,
    kind: 'article',
    channel,
    author: { nativeId: null, handle: null, name: item.author },
    // A headline alone is all the text there is.
    title: item.text ? item.title : null,
    text: item.text || (item.title ?? ''),
    lang: item.lang,
    place: null,
    media: item.media,
    metrics: {},
    createdAt: (item.published && parseDate(item.published, timezone)) || now,
    editedAt: null,
  }
}

function identity(item: FeedItem): string {
  if (item.id) return item.id
  if (item.url) return canonicalUrl(item.url)
  const facts = `${item.title ?? item.text}\n${item.published ?? ''}`
  return createHash('sha256').update(facts).digest('hex')
}
