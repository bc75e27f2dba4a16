/** How fast a post is read, how soon the reader is ready, and how it does on the invented demo day. */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare, comparePrepared } from '../src/group/compare.ts'
import { makeReader } from '../src/read/read.ts'
import type { Message, Reading } from '../src/read/reading.ts'
import { loadRegion, type Region } from '../src/region/region.ts'
import { packFolder } from '../tests/helpers.ts'
import { printTable } from './table.ts'

const SECONDS = 3
const STARTS = 5

type DemoPost = {
  text: string
  channel: string
  parent: string | null
  problem: string | null
  complaint: boolean
  category: string
  kelurahan: string
  kecamatan: string
  urgent: boolean
}

export async function benchRead(): Promise<void> {
  const region = await loadRegion(packFolder('kendari'))
  const read = makeReader(region)
  const { readyMs, megabytes } = measureStart()
  const file = await readFile(path.join(packFolder('kendari'), 'demo/posts.jsonl'), 'utf8')
  const posts = file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as DemoPost)
  const score = scoreDemo(region, read, posts)
  const groups = scoreGroups(read, posts)
  printTable([
    { what: 'start of a process to its first reading', value: `${Math.round(readyMs)} ms` },
    { what: 'memory of that process', value: `${Math.round(megabytes)} MB` },
    {
      what: 'posts read',
      value: `${Math.round(postsPerSecond(read, posts))} per second, one core`,
    },
    ...score,
    ...groups,
  ])
}

/** Medians of several starts, each in a process of its own. */
function measureStart(): { readyMs: number; megabytes: number } {
  const file = fileURLToPath(new URL('read-start.ts', import.meta.url))
  const starts = Array.from({ length: STARTS }, () => {
    const out = execFileSync(process.execPath, [file], { encoding: 'utf8', timeout: 60_000 })
    return JSON.parse(out) as { readyMs: number; megabytes: number }
  })
  const median = (of: (start: (typeof starts)[0]) => number): number =>
    starts.map(of).toSorted((a, b) => a - b)[Math.floor(STARTS / 2)] ?? 0
  return { readyMs: median((one) => one.readyMs), megabytes: median((one) => one.megabytes) }
}

function postsPerSecond(read: (message: Message) => Reading, posts: DemoPost[]): number {
  const start = performance.now()
  let count = 0
  while (performance.now() - start < SECONDS * 1000) {
    for (const { text, channel } of posts) read({ text, channel })
    count += posts.length
  }
  return (count * 1000) / (performance.now() - start)
}

type Row = { what: string; value: string }

function scoreDemo(region: Region, read: (message: Message) => Reading, posts: DemoPost[]): Row[] {
  const names = new Map(region.areas.map((area) => [area.code, area.name]))
  const counts = {
    right: 0,
    false: 0,
    missed: 0,
    category: 0,
    placed: 0,
    kelurahan: 0,
    urgent: 0,
    urgentAll: 0,
  }
  for (const post of posts) {
    const reading = read({ text: post.text, channel: post.channel })
    if (reading.complaint && post.complaint) counts.right += 1
    else if (reading.complaint) counts.false += 1
    else if (post.complaint) counts.missed += 1
    if (post.complaint && reading.category === post.category) counts.category += 1
    if (post.complaint && post.urgent) {
      counts.urgentAll += 1
      if (reading.urgent) counts.urgent += 1
    }
    if (post.complaint && post.kelurahan !== '') {
      counts.placed += 1
      if (names.get(reading.kelurahan ?? '') === post.kelurahan) counts.kelurahan += 1
    }
  }
  const complaints = counts.right + counts.missed
  return [
    {
      what: 'demo: precision of "complaint"',
      value: share(counts.right, counts.right + counts.false),
    },
    { what: 'demo: recall of "complaint"', value: share(counts.right, complaints) },
    { what: 'demo: category right', value: share(counts.category, complaints) },
    {
      what: 'demo: kelurahan right, where one is said',
      value: share(counts.kelurahan, counts.placed),
    },
    { what: 'demo: urgent found', value: share(counts.urgent, counts.urgentAll) },
  ]
}

/** Pairs of complaints of one problem that the comparison confirms or suggests. */
function scoreGroups(read: (message: Message) => Reading, posts: DemoPost[]): Row[] {
  const told = posts
    .filter((post) => post.complaint && post.problem)
    .map((post) => {
      const { kelurahan, kecamatan, category } = read({ text: post.text, channel: post.channel })
      return {
        problem: post.problem,
        made: prepare({ text: post.text, kelurahan, kecamatan, category }),
      }
    })
  const counts = { same: 0, confirmed: 0, confirmedSame: 0, suggested: 0, suggestedSame: 0 }
  for (const [i, a] of told.entries()) {
    for (const b of told.slice(i + 1)) {
      const isSame = a.problem === b.problem
      const { verdict } = comparePrepared(a.made, b.made)
      if (isSame) counts.same += 1
      if (verdict === 'confirmed') counts.confirmed += 1
      if (verdict === 'confirmed' && isSame) counts.confirmedSame += 1
      if (verdict !== 'different') counts.suggested += 1
      if (verdict !== 'different' && isSame) counts.suggestedSame += 1
    }
  }
  return [
    {
      what: 'demo: confirmed pairs, precision',
      value: share(counts.confirmedSame, counts.confirmed),
    },
    { what: 'demo: confirmed pairs, recall', value: share(counts.confirmedSame, counts.same) },
    {
      what: 'demo: confirmed or suggested, precision',
      value: share(counts.suggestedSame, counts.suggested),
    },
    {
      what: 'demo: confirmed or suggested, recall',
      value: share(counts.suggestedSame, counts.same),
    },
  ]
}

const share = (part: number, whole: number): string =>
  `${whole === 0 ? '-' : Math.round((part / whole) * 1000) / 10} % (${part} of ${whole})`
