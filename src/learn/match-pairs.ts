/** Labelled pairs of messages: "the same problem" or not. Pure. */
import { prepare, weighPair, type Prepared, type Told, type Weighed } from '../group/compare.ts'
import { textKey } from './text-key.ts'

export type LabelledPair = {
  id: string
  /** Pairs of letters, of two posts, or of a post and a filed case. */
  kind: 'letters' | 'posts' | 'cases'
  a: Told
  b: Told
  same: boolean
  /** Nobody was in doubt. */
  sure: boolean
  /** Messages of one cluster are trained on together, or not at all: no fold may know the other's texts. */
  clusters: readonly [string, string]
}

/** A labelled pair with what speaks for and against it. */
export type PairRow = Omit<LabelledPair, 'a' | 'b'> & {
  weighed: Weighed
  /** The message that came later; of letters each pair is by itself. */
  newer: string
  weight: number
}

/** A post or a case of a set that people grouped by hand; null: it tells of no problem of the set. */
export type Grouped = {
  id: string
  told: Told
  group: string | null
  case: string | null
  /** As far as the machine can tell. */
  isComplaint: boolean
  /** It complains, or was grouped by a person, and is not of another city: else it is compared with nothing. */
  isHeard: boolean
}
export type FiledCase = { id: string; told: Told; isOpen: boolean }

/** What a pair of which somebody was unsure counts. */
const UNSURE = 0.6
/** Pairs of posts that are not the same are many, and like each other. */
const NEGATIVE = 0.3
const NEGATIVES_PER_POST = 12

/** Letters that share a text, in whatever pairs, are one cluster. */
export function clusterLetters(pairs: readonly Omit<LabelledPair, 'clusters'>[]): LabelledPair[] {
  const parents = new Map<string, string>()
  const rootOf = (key: string): string => {
    let at = key
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next
    return at
  }
  for (const { a, b } of pairs) {
    const one = rootOf(textKey(a.text))
    const other = rootOf(textKey(b.text))
    if (one !== other) parents.set(one, other)
  }
  return pairs.map((pair) => {
    const cluster = rootOf(textKey(pair.a.text))
    return { ...pair, clusters: [cluster, cluster] }
  })
}

/** Weighs pairs of letters. */
export const weighLetters = (pairs: readonly LabelledPair[]): PairRow[] =>
  pairs.map(({ a, b, ...pair }) => ({
    ...pair,
    weighed: weighPair(prepare(a), prepare(b)),
    newer: pair.id,
    weight: pair.sure ? 1 : UNSURE,
  }))

/**
 * Every pair of posts and every post with every case; of those that are not the same, the twelve of each post
 * that are most alike at first sight.
 */
export function weighPosts(posts: readonly Grouped[], cases: readonly FiledCase[]): PairRow[] {
  const heard = posts.filter(({ isHeard }) => isHeard)
  const clusterOf = clusterPosts(posts)
  const made = heard.map((post) => ({
    of: post,
    made: prepare(post.told),
    cluster: clusterOf(post),
  }))
  const filed = cases.map((of) => ({ of, made: prepare(of.told), cluster: of.id }))
  const rows: PairRow[] = []
  for (const [n, { of, made: own, cluster }] of made.entries()) {
    const others: PairRow[] = []
    const add = (
      kind: PairRow['kind'],
      other: { of: { id: string }; made: Prepared; cluster: string },
      same: boolean,
    ) => {
      const weighed = weighPair(own, other.made)
      const weight = same ? 1 : NEGATIVE
      const row = {
        id: `${of.id} ${other.of.id}`,
        kind,
        same,
        sure: true,
        weighed,
        newer: of.id,
        weight,
      }
      ;(same ? rows : others).push({ ...row, clusters: [cluster, other.cluster] })
    }
    for (const other of made.slice(0, n)) {
      add('posts', other, of.group !== null && of.group === other.of.group)
    }
    for (const other of filed) {
      // What came back after a case was finished is for the caller to decide.
      const same = of.case === other.of.id
      if (same || other.of.isOpen) add('cases', other, same)
    }
    others.sort((a, b) => atFirstSight(b.weighed) - atFirstSight(a.weighed))
    rows.push(...others.slice(0, NEGATIVES_PER_POST))
  }
  return rows
}

/** A case and the posts of all groups that tell of it are one cluster. */
function clusterPosts(posts: readonly Grouped[]): (post: Grouped) => string {
  const caseOf = new Map(posts.map((post) => [post.group, post.case] as const))
  for (const post of posts) if (post.case !== null) caseOf.set(post.group, post.case)
  return ({ id, group, case: filed }) =>
    filed ?? (group === null ? id : (caseOf.get(group) ?? group))
}

const atFirstSight = ({ parts }: Weighed): number =>
  parts.words + parts.told + parts.place + parts.names + parts.event + 0.5 * parts.sameCategory
