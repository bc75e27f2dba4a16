/** How well posts were put into groups and to filed cases, held against what people did. Pure. */
import { share, type Estimate } from './interval.ts'

/** What people and the machine said of one post. */
export type GroupedPost = {
  id: string
  /** The group by hand; null: it tells of no problem of the set, and stands alone. */
  group: string | null
  case: string | null
  /** The first post of the group that the machine put it in. */
  put: string
  /** Cases in their order, the best first. */
  matches: readonly { case: string; verdict: string }[]
}

export type GroupScores = {
  posts: number
  groups: number
  /** B-cubed (Bagga, Baldwin 1998): of a post's neighbours, which belong there, and which were found; 0..1. */
  precision: number
  recall: number
  f1: number
  withCase: number
  firstRight: Estimate | null
  /** The right case is among the first three. */
  topThree: Estimate | null
  /** Posts that the machine attached to a filed case without a person, and those of another case. */
  confirmed: number
  wrong: number
  wrongShare: Estimate | null
  /** Posts that were put to others before them, and those whose first was of another group. */
  joined: number
  astray: number
  astrayShare: Estimate | null
  /** Ids of those attached wrongly, joined wrongly, and whose case is not among the first three. */
  wrongIds: string[]
  astrayIds: string[]
  missedIds: string[]
}

/** Scores the grouping of posts in the order in which they were given to the machine. */
export function scoreGroups(posts: readonly GroupedPost[]): GroupScores {
  const handOf = (post: GroupedPost): string => post.group ?? `alone ${post.id}`
  const byHand = Map.groupBy(posts, handOf)
  const byMachine = Map.groupBy(posts, ({ put }) => put)
  let precision = 0
  let recall = 0
  for (const post of posts) {
    const found = byMachine.get(post.put)!
    const right = found.filter((other) => handOf(other) === handOf(post)).length
    precision += right / found.length / posts.length
    recall += right / byHand.get(handOf(post))!.length / posts.length
  }
  const known = new Map(posts.map((post) => [post.id, post]))
  const confirmed = posts.filter((post) => confirmedCase(post) !== undefined)
  const wrong = confirmed.filter((post) => confirmedCase(post) !== post.case)
  const joined = posts.filter((post) => post.put !== post.id)
  const astray = joined.filter((post) => {
    return post.group === null || known.get(post.put)?.group !== post.group
  })
  const cased = posts.filter((post) => post.case !== null)
  const inTop = (post: GroupedPost, most: number) =>
    post.matches.slice(0, most).some((match) => match.case === post.case)
  const missed = cased.filter((post) => !inTop(post, 3))
  return {
    posts: posts.length,
    groups: byHand.size,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    withCase: cased.length,
    firstRight: share(cased.filter((post) => inTop(post, 1)).length, cased.length),
    topThree: share(cased.length - missed.length, cased.length),
    confirmed: confirmed.length,
    wrong: wrong.length,
    wrongShare: share(wrong.length, confirmed.length),
    joined: joined.length,
    astray: astray.length,
    astrayShare: share(astray.length, joined.length),
    wrongIds: wrong.map(({ id }) => id),
    astrayIds: astray.map(({ id }) => id),
    missedIds: missed.map(({ id }) => id),
  }
}

const confirmedCase = (post: GroupedPost): string | undefined =>
  post.matches.find((match) => match.verdict === 'confirmed')?.case
