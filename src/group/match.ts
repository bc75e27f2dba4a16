/** Grouping without a database: the same comparison over cases and posts that are held in memory. */
import {
  comparePrepared,
  prepare,
  type Comparison,
  type Prepared,
  type Told,
  type Verdict,
} from './compare.ts'
import { cosine } from './embed.ts'

export type KnownCase = { id: string | number; told: Told; isOpen: boolean }
export type NewPost = { id: string | number; told: Told }
export type CaseMatch = {
  case: string | number
  score: number
  verdict: Verdict
  reasons: string[]
}
export type Matched = { group: string | number; matches: CaseMatch[] }

type Held<T> = { made: Prepared; of: T }

/** As many as the index of the database hands out. */
const NEIGHBOURS = 60
const MOST_MATCHES = 5
const DAY_MS = 86_400_000
const MEMORY_DAYS = 90

/**
 * Builds a matcher over known cases. It remembers the posts it was given: `group` is the id of the first
 * post that told of the same problem.
 */
export function makeMatcher(cases: readonly KnownCase[]): (post: NewPost) => Matched {
  const known: Held<KnownCase>[] = cases.map((of) => ({ made: prepare(of.told), of }))
  const posts: Held<string | number>[] = []
  return (post) => {
    const made = prepare(post.told)
    const matches = nearest(made, known)
      .map(({ made: other, of }) => toMatch(of, comparePrepared(made, other)))
      .filter((match) => match.verdict !== 'different')
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST_MATCHES)
    const group = groupOf(made, posts) ?? post.id
    posts.push({ made, of: group })
    return { group, matches }
  }
}

/** What happens now is not answered by a case that is finished: a person decides whether it came back. */
function toMatch(of: KnownCase, { score, verdict, reasons }: Comparison): CaseMatch {
  if (of.isOpen || verdict !== 'confirmed') return { case: of.id, score, verdict, reasons }
  return { case: of.id, score, verdict: 'suggested', reasons: [...reasons, 'aduan sudah selesai'] }
}

function groupOf(made: Prepared, posts: Held<string | number>[]): string | number | null {
  let best: { group: string | number; score: number } | null = null
  for (const other of nearest(made, posts)) {
    const { score, verdict } = comparePrepared(made, other.made)
    if (verdict === 'confirmed' && (!best || score > best.score)) best = { group: other.of, score }
  }
  return best?.group ?? null
}

/** The nearest by their words, and whatever lies in the same kelurahan and category. */
function nearest<T>(made: Prepared, held: Held<T>[]): Held<T>[] {
  const remembered = held.filter((one) => isRemembered(made, one.made))
  if (remembered.length <= NEIGHBOURS) return remembered
  const near = remembered
    .map((one) => ({ one, cosine: cosine(made.vector, one.made.vector) }))
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, NEIGHBOURS)
    .map(({ one }) => one)
  const { kelurahan, category } = made.told
  if (!kelurahan || !category) return near
  const chosen = new Set(near)
  const local = remembered.filter(
    ({ made: { told } }) => told.kelurahan === kelurahan && told.category === category,
  )
  for (const one of local.slice(-NEIGHBOURS)) chosen.add(one)
  return [...chosen]
}

function isRemembered(a: Prepared, b: Prepared): boolean {
  if (!a.told.date || !b.told.date) return true
  return Math.abs(a.told.date.getTime() - b.told.date.getTime()) <= MEMORY_DAYS * DAY_MS
}
