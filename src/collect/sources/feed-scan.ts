/**
 * A tolerant reader of feeds, one pass without a tree: it bounds the depth before anything else looks at
 * the document, notices what the strict parser does not report (xml:base, base64 titles), and is the
 * fall-back where the strict parser refuses or loses items, as with a document that was cut off.
 */
import { Parser } from 'htmlparser2'
import { FeedError, type RawItem } from './feed-item.ts'
import { resolveBase } from '../urls.ts'

/** Feeds are about six levels deep, with XHTML inside perhaps thirty. */
const MAX_DEPTH = 300
const MAX_ITEMS = 10_000
const MAX_PERSON_LENGTH = 200
const PERSONS = new Set(['author', 'managingeditor', 'webmaster'])
const ROOTS = new Set(['rss', 'feed', 'rdf', 'channel'])
const ITEMS = new Set(['item', 'entry'])
const DATES = ['pubdate', 'published', 'issued', 'date', 'created', 'updated', 'modified']
const TEXTS = ['encoded', 'content', 'description', 'summary']
const KEPT = new Set(['title', 'link', 'guid', 'id', 'author', 'creator', ...DATES, ...TEXTS])

export type ScannedItem = RawItem & { base: string; titleIsBase64: boolean }
export type Scan = {
  root: string | null
  items: ScannedItem[]
  /** A person's name is so long that the strict parser, quadratic there, would take minutes. */
  isSlow: boolean
}

/**
 * @param base the address of the document
 * @throws FeedError when elements are nested deeper than 300 levels or there are more than 10,000 items
 */
export function scanFeed(document: string, base: string): Scan {
  const scanner = new FeedScanner(base)
  const parser = new Parser(scanner, { xmlMode: true, decodeEntities: true })
  parser.write(document)
  parser.end()
  scanner.finish()
  return { root: scanner.root, items: scanner.items, isSlow: scanner.isSlow }
}

type Field = { name: string; attributes: Record<string, string>; depth: number; text: string }
type Open = { depth: number; fields: Map<string, string>; item: ScannedItem }

class FeedScanner {
  root: string | null = null
  items: ScannedItem[] = []
  isSlow = false
  private person: { depth: number; length: number } | null = null
  private depth = 0
  private bases: string[]
  private item: Open | null = null
  private field: Field | null = null

  constructor(base: string) {
    this.bases = [base]
  }

  onopentag(qualified: string, attributes: Record<string, string>): void {
    if (++this.depth > MAX_DEPTH) {
      throw new FeedError(`its elements are nested deeper than ${MAX_DEPTH} levels`)
    }
    const name = localName(qualified)
    const base = resolveBase(attributes['xml:base'], this.bases.at(-1) ?? '')
    this.bases.push(base)
    if (PERSONS.has(name)) this.person ??= { depth: this.depth, length: 0 }
    if (this.root === null && ROOTS.has(name)) this.root = name
    if (this.field) {
      this.field.text += `<${name}${href(attributes)}>`
    } else if (ITEMS.has(name) && this.root !== null) {
      this.startItem(attributes, base)
    } else if (this.item && this.depth === this.item.depth + 1 && KEPT.has(name)) {
      this.field = { name, attributes, depth: this.depth, text: '' }
    }
  }

  ontext(text: string): void {
    if (this.person && (this.person.length += text.length) > MAX_PERSON_LENGTH) this.isSlow = true
    if (!this.field) return
    // Inside XHTML, "&lt;" is a sign that people read, not the beginning of a tag.
    const isMarkup = this.field.attributes['type'] === 'xhtml'
    this.field.text += isMarkup ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;') : text
  }

  onclosetag(qualified: string): void {
    if (this.field && this.field.depth === this.depth) this.endField(this.field)
    else if (this.field) this.field.text += `</${localName(qualified)}>`
    if (this.item && this.item.depth === this.depth) this.endItem(this.item)
    if (this.person?.depth === this.depth) this.person = null
    this.depth--
    this.bases.pop()
  }

  /** What was open when the document ended: a body that was cut off still has its items. */
  finish(): void {
    if (this.item) this.endItem(this.item)
  }

  private startItem(attributes: Record<string, string>, base: string): void {
    // An item inside an item: the first was never closed.
    if (this.item) this.endItem(this.item)
    if (this.items.length >= MAX_ITEMS) throw new FeedError(`it has more than ${MAX_ITEMS} items`)
    const item = { links: [], texts: [], base, titleIsBase64: false, lang: attributes['xml:lang'] }
    this.item = { depth: this.depth, fields: new Map(), item }
    const about = attributes['rdf:about']
    if (about) this.item.fields.set('id', about)
  }

  private endField({ name, attributes, text }: Field): void {
    this.field = null
    if (!this.item) return
    const { item, fields } = this.item
    const value = text.trim()
    if (name === 'link') {
      const target = attributes['href'] ?? value
      const base = this.bases.at(-1) ?? item.base
      const href = base === item.base ? target : (URL.parse(target.trim(), base)?.href ?? target)
      if (target) item.links.push({ href, rel: attributes['rel'], type: attributes['type'] })
    } else if (!fields.has(name) && value) {
      fields.set(name, value)
      if (name === 'guid') item.idIsLink = attributes['ispermalink'] !== 'false'
      if (name === 'title') item.titleIsBase64 = isBase64(attributes)
    }
  }

  private endItem({ item, fields }: Open): void {
    this.item = null
    // The strict parser leaves out empty items as well; the counts must agree.
    if (fields.size === 0 && item.links.length === 0) return
    this.items.push({
      ...item,
      id: fields.get('guid') ?? fields.get('id'),
      title: fields.get('title'),
      texts: TEXTS.map((name) => fields.get(name)),
      published: first(fields, DATES),
      author: first(fields, ['creator', 'author']),
    })
  }
}

const first = (fields: Map<string, string>, names: string[]) =>
  names.map((name) => fields.get(name)).find(Boolean)

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

const href = ({ href: address = '' }: Record<string, string>) =>
  address ? ` href="${address.replace(/"/g, '&quot;')}"` : ''

/** Atom 0.3 says `mode`; Atom 1.0 packs what has a binary media type. */
const isBase64 = ({ mode, type = '' }: Record<string, string>) =>
  mode === undefined
    ? /^(?:application\/octet-stream|(?:image|audio|video)\/)/.test(type)
    : mode === 'base64'
