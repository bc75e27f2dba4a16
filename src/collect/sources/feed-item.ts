/** The one form of an item, whatever dialect its feed speaks. Texts are still as the feed has them. */
export type FeedItem = {
  /** guid, atom:id, rdf:about or the id of JSON Feed. */
  id: string | null
  /** Absolute, as the feed gives it. */
  url: string | null
  /** Plain text on one line. */
  title: string | null
  /** Plain text with line breaks. */
  text: string
  /** The date as the feed writes it. */
  published: string | null
  author: string | null
  lang: string | null
  media: { type: string; url: string }[]
  /** Read by the tolerant reader, because the strict one refused the document or lost the item. */
  degraded: boolean
}

export type FeedDocument = {
  items: FeedItem[]
  /** How long the feed asks to be left alone. */
  ttlMinutes?: number | undefined
}

/** A document that is no feed, or one that would be dangerous to read; the message says what is wrong. */
export class FeedError extends Error {}

/** An item before its texts are cleaned: what both readers hand over. */
export type RawItem = {
  id?: string | undefined
  /** The id of RSS is an address unless it says that it is not. */
  idIsLink?: boolean | undefined
  links: { href: string; rel?: string | undefined; type?: string | undefined }[]
  title?: string | undefined
  /** Candidates for the text, the best first. */
  texts: (string | undefined)[]
  published?: string | undefined
  author?: string | undefined
  lang?: string | undefined
}
