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
import { cosine, embed } from './embed.ts'
import { MEMORY_DAYS, MOST_MATCHES, MOST_NEAR, MOST_NEARBY, NEARBY_DAYS } from './reach.ts'

type Id = string | number
export type KnownCase = { id: Id; told: Told; isOpen: boolean }
export type NewPost = { id: Id; told: Told }
export type CaseMatch = {
  case: Id
  score: number
  verdict: Verdict
  reasons: string[]
}
export type Matched = { group: Id; matches: CaseMatch[] }

type Held<T> = { made: Prepared; vector: Float32Array; of: T }

/** A stream of posts has no end, memory has: the first are forgotten. */
const MOST_POSTS = 10_000

/**
 * Builds a matcher over known cases. It remembers the last 10,000 posts it was given: `group` is the id
 * of the first post that told of the same problem.
 */
export function makeMatcher(cases: readonly KnownCase[]): (post: NewPost) => Matched {
  const known = cases.map((of) => hold(of.told, of))
  const posts: Held<Id>[] = []
  return (post) => {
    const held = hold(post.told, post.id)
    const matches = nearest(held, known)
      .map(({ made, of }) => toMatch(of, comparePrepared(held.made, made)))
      .filter((match) => match.verdict !== 'different')
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST_MATCHES)
    const group = groupOf(held, posts) ?? post.id
    posts.push({ ...held, of: group })
    if (posts.length > MOST_POSTS) posts.shift()
    return { group, matches }
  }
}

/** What happens now is not answered by a case that is finished: a person decides whether it came back. */
function toMatch(of: KnownCase, { score, verdict, reasons }: Comparison): CaseMatch {
  if (of.isOpen || verdict !== 'confirmed') return { case: of.id, score, verdict, reasons }
  return { case: of.id, score, verdict: 'suggested', reasons: [...reasons, 'aduan sudah selesai'] }
}

function hold<T>(told: Told, of: T): Held<T> {
  const made = prepare(told)
  return { made, vector: embed(made.print.stream), of }
}

function groupOf(held: Held<Id>, posts: Held<Id>[]): Id | null {
  let best: { group: Id; score: number } | null = null
  for (const other of nearest(held, posts)) {
    const { score, verdict } = comparePrepared(held.made, other.made)
    if (verdict === 'confirmed' && (!best || score > best.score)) best = { group: other.of, score }
  }
  return best?.group ?? null
}

/** The nearest by their words, and the latest of the same place and category. */
function nearest<T>({ made, vector }: Held<Id>, held: Held<T>[]): Held<T>[] {
  const remembered = held.filter((one) => (daysApart(made.told, one.made.told) ?? 0) <= MEMORY_DAYS)
  const near = remembered
    .map((one) => ({ one, cosine: cosine(vector, one.vector) }))
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
