/** HTML of feeds and posts -> the text a person would read. */
import { Parser } from 'htmlparser2'

/** Nothing of these is text. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'svg',
  'object',
  'head',
])
const BLOCKS = new Set(
  (
    'address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hr li main nav ol p pre section table tr ul br'
  ).split(' '),
)
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Nobody writes deeper; a parser that closes 100,000 open elements one by one would take minutes. */
const MAX_DEPTH = 400
const MAX_LENGTH = 1_000_000
/** Tags or entities that are still there after one round: the text was escaped twice. */
const TAG = /<\/?(?:p|br|b|i|em|strong|span|div|a|img|ul|li|h[1-6])\b[^<>]*>/i
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,5});/i
const isEscaped = (text: string) => TAG.test(text) || ENTITY.test(text)

/**
 * The visible text of `html`: no scripts, styles or hidden elements; blocks become lines; entities are
 * decoded, also where they were escaped twice.
 */
export function htmlToText(html: string): string {
  let text = readOnce(html.slice(0, MAX_LENGTH))
  for (let round = 0; round < 2 && isEscaped(text); round++) text = readOnce(text)
  return tidy(text)
}

/** The same on one line, for titles and names. */
export const htmlToLine = (html: string): string =>
  htmlToText(html.slice(0, 20_000)).replace(/\s+/g, ' ').trim()

function readOnce(html: string): string {
  if (!/[<&]/.test(html)) return html
  const reader = new TextReader()
  try {
    const parser = new Parser(reader)
    parser.write(html)
    parser.end()
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    return html.replace(/<[^<>]*>/g, ' ')
  }
  return reader.parts.join('')
}

class TooDeep extends Error {}

class TextReader {
  parts: string[] = []
  private depth = 0
  /** Depth at which a silent element began; 0: none. */
  private silentFrom = 0
  /** An anchor whose shown text is shortened by hidden parts, as Mastodon does: its address is better. */
  private anchor: { firstPart: number; href: string; shortened: boolean } | null = null

  onopentag(name: string, attributes: Record<string, string>): void {
    if (!VOID.has(name) && ++this.depth > MAX_DEPTH) throw new TooDeep()
    if (this.silentFrom > 0) return
    const invisible = /(?:^|\s)invisible(?:\s|$)/.test(attributes['class'] ?? '')
    if (invisible && this.anchor) this.anchor.shortened = true
    if (SILENT.has(name) || invisible || isHidden(attributes)) {
      if (!VOID.has(name)) this.silentFrom = this.depth
      return
    }
    if (BLOCKS.has(name)) this.parts.push('\n')
    if (name === 'td' || name === 'th') this.parts.push(' ')
    if (name === 'a') {
      const href = attributes['href'] ?? ''
      this.anchor = { firstPart: this.parts.length, href, shortened: false }
    }
  }

  ontext(text: string): void {
    // Line ends of the source are only spaces; <pre> is too rare to keep.
    if (this.silentFrom === 0) this.parts.push(text.replace(/\s+/g, ' '))
  }

  onclosetag(name: string): void {
    if (VOID.has(name)) return
    const wasSilent = this.silentFrom > 0
    if (this.silentFrom === this.depth) this.silentFrom = 0
    this.depth--
    if (wasSilent) return
    if (BLOCKS.has(name)) this.parts.push('\n')
    if (name === 'a' && this.anchor) {
      const { firstPart, href, shortened } = this.anchor
      if (shortened && href) this.parts.splice(firstPart, Infinity, href)
      this.anchor = null
    }
  }
}

const isHidden = (attributes: Record<string, string>) =>
  'hidden' in attributes || /display\s*:\s*none/i.test(attributes['style'] ?? '')

const tidy = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b\ufeff\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
