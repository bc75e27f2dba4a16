/** Grouping without a database: the same comparison over cases and posts that are held in memory. */
import {
  comparePrepared,
  daysApart,
  prepare,
  type Comparison,
  type Prepared,
  type Told,
  type Verdict,
} from './compare.ts'
import { cosine } from './embed.ts'
import { MEMORY_DAYS, MOST_MATCHES, MOST_NEAR, MOST_NEARBY, NEARBY_DAYS } from './reach.ts'

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

/** A stream of posts has no end, memory has: the first are forgotten. */
const MOST_POSTS = 10_000

/**
 * Builds a matcher over known cases. It remembers the last 10,000 posts it was given: `group` is the id
 * of the first post that told of the same problem.
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
    if (posts.length > MOST_POSTS) posts.shift()
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

/** The nearest by their words, and the latest of the same place and category. */
function nearest<T>(made: Prepared, held: Held<T>[]): Held<T>[] {
  const remembered = held.filter((one) => (daysApart(made.told, one.made.told) ?? 0) <= MEMORY_DAYS)
  const near = remembered
    .map((one) => ({ one, cosine: cosine(made.vector, one.made.vector) }))
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, MOST_NEAR)
    .map(({ one }) => one)
  const nearby = remembered.filter((one) => isNearby(made, one.made)).slice(-MOST_NEARBY)
  return [...new Set([...near, ...nearby])]
}

function isNearby(a: Prepared, b: Prepared): boolean {
  const { kecamatan, kelurahan = null, category } = a.told
  if (!kecamatan || !category || category === 'lainnya') return false
  if (kecamatan !== b.told.kecamatan || category !== b.told.category) return false
  const isSameKelurahan = kelurahan !== null && kelurahan === b.told.kelurahan
  return isSameKelurahan || (daysApart(a.told, b.told) ?? 0) <= NEARBY_DAYS
}
