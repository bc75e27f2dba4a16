/**
 * How well feeds are read, on a folder of documents with their expected readings beside them as JSON
 * (`<name>.xml`, `<name>.json`) in parser/rss, parser/atom, translator/rss and translator/atom.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { readFeed } from '../src/collect/sources/feed-document.ts'
import type { FeedItem } from '../src/collect/sources/feed-item.ts'
import { htmlToLine } from '../src/collect/sources/feed-text.ts'
import { resolveUrl } from '../src/collect/urls.ts'

const GROUPS = ['parser/rss', 'parser/atom', 'translator/rss', 'translator/atom']

type Tally = { right: number; of: number }
type Score = { documents: Tally; degraded: number; titles: Tally; links: Tally; faults: string[] }
type ExpectedItem = {
  title?: string
  link?: string
  links?: (string | { href?: string; rel?: string })[]
}
type Expected = { items?: ExpectedItem[] | null; entries?: ExpectedItem[] | null }

/** Prints the table and each fault. Only well-formed documents count. */
export async function benchFeeds(folder: string): Promise<void> {
  console.log('group             parsed           by fall-back  titles right     links right')
  const faults: string[] = []
  for (const group of GROUPS) {
    const score = await scoreGroup(path.join(folder, group))
    console.log(
      group.padEnd(18) +
        show(score.documents).padEnd(17) +
        String(score.degraded).padEnd(14) +
        show(score.titles).padEnd(17) +
        show(score.links),
    )
    faults.push(...score.faults.map((fault) => `${group}/${fault}`))
  }
  for (const fault of faults) console.log(`  ${fault}`)
}

const show = ({ right, of }: Tally) =>
  of === 0 ? '-' : `${right}/${of} ${((right / of) * 100).toFixed(1)} %`

async function scoreGroup(folder: string): Promise<Score> {
  const none = () => ({ right: 0, of: 0 })
  const score = { documents: none(), degraded: 0, titles: none(), links: none(), faults: [] }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xml')).sort()
  for (const name of names) {
    const body = await readFile(path.join(folder, name))
    if (!isWellFormed(body.toString('utf8'))) continue
    const answer = path.join(folder, name.replace(/\.xml$/, '.json'))
    const expected = JSON.parse(await readFile(answer, 'utf8')) as Expected
    scoreDocument(score, { name, body, expected: expected.items ?? expected.entries ?? [] })
  }
  return score
}

type Document = { name: string; body: Uint8Array; expected: ExpectedItem[] }

function scoreDocument(score: Score, { name, body, expected }: Document): void {
  score.documents.of++
  let items: FeedItem[]
  try {
    items = readFeed(body, { url: '' }).items
    score.documents.right++
  } catch (error) {
    score.faults.push(`${name}: ${String(error)}`)
    return
  }
  if (items.some((item) => item.degraded)) score.degraded++
  for (const [index, each] of expected.entries()) {
    const found = items[index]
    const title = htmlToLine(each.title ?? '')
    if (title) count(score, 'titles', { name, want: [title], got: found?.title ?? null })
    const links = expectedLinks(each)
    if (links.length > 0) count(score, 'links', { name, want: links, got: found?.url ?? null })
  }
}

type Comparison = { name: string; want: string[]; got: string | null }

function count(score: Score, kind: 'titles' | 'links', { name, want, got }: Comparison): void {
  score[kind].of++
  if (got !== null && want.includes(got)) score[kind].right++
  else score.faults.push(`${name}: ${kind} ${JSON.stringify(got)}, expected ${want.join(' or ')}`)
}

/** Where several links are expected any of them is right: the corpus takes the last, we the first. */
function expectedLinks(item: ExpectedItem): string[] {
  const pages = (item.links ?? []).flatMap((link) => {
    if (typeof link === 'string') return [link]
    return link.href && (link.rel ?? 'alternate') === 'alternate' ? [link.href] : []
  })
  return [...(item.link ? [item.link] : []), ...pages].flatMap((each) => resolveUrl(each, '') ?? [])
}

const NOT_ELEMENTS =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^[>]*(?:\[[^\]]*\])?[^>]*>/g
const TAGS = /<(\/?)([^\s<>/]+)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/g

/** Every element that is opened is closed, in order; how entities are declared does not matter here. */
function isWellFormed(document: string): boolean {
  const open: string[] = []
  for (const [, slash, name = '', rest = ''] of document.replace(NOT_ELEMENTS, '').matchAll(TAGS)) {
    if (slash) {
      if (open.pop() !== name) return false
    } else if (!rest.endsWith('/')) {
      open.push(name)
    }
  }
  return open.length === 0
}
