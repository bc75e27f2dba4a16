/** How many complaints are among what the machine set aside, from the samples that people judged. Pure. */
import { addUp, countIn, type Estimate, type Stratum } from './interval.ts'

/** One post that was drawn, as the table of samples keeps it. */
export type DrawnPost = {
  /** Day of the draw and channel: together the stratum. */
  day: string
  channel: string
  sourceId: number
  category: string | null
  /** How many texts the stratum had. */
  size: number
  /** Null: nobody has judged it, or the text did not tell. */
  isComplaint: boolean | null
}

export type Missed = {
  /** How many were set aside; of a source or a category as the sample tells, so not always whole. */
  setAside: number
  judged: number
  found: number
  /** How many complaints are among them; null where nobody has judged any. */
  missed: Estimate | null
}

export type MissedAll = Missed & {
  drawn: number
  /** Set aside in channels of which nobody has judged a post: the figure says nothing of them. */
  unknown: number
}

type Judged = DrawnPost & { weight: number; isComplaint: boolean }

/**
 * The whole: channel by channel, since days of one channel are alike. Each judged post stands for
 * size / judged posts of its day, and days that nobody judged are taken to be like the others.
 */
export function missedOf(posts: readonly DrawnPost[]): MissedAll {
  const judged = weigh(posts)
  const sizes = sizesOf(posts)
  const strata = [...Map.groupBy(judged, ({ channel }) => channel)].map(([channel, rows]) =>
    stratumOf(rows, sizes.get(channel)!),
  )
  const setAside = sum(strata.map(({ size }) => size))
  return {
    ...countsOf(judged, strata, setAside),
    drawn: posts.length,
    unknown: sum([...sizes.values()]) - setAside,
  }
}

/** The same by a mark of the post, such as its source. The sizes are what the weights add up to. */
export function missedBy<Key>(
  posts: readonly DrawnPost[],
  keyOf: (post: DrawnPost) => Key,
): Map<Key, Missed> {
  const groups = Map.groupBy(weigh(posts), keyOf)
  return new Map([...groups].map(([key, judged]) => [key, missedIn(judged)]))
}

function missedIn(judged: Judged[]): Missed {
  const strata = [...Map.groupBy(judged, ({ channel }) => channel).values()].map((rows) =>
    stratumOf(rows, sum(rows.map(({ weight }) => weight))),
  )
  return countsOf(judged, strata, sum(strata.map(({ size }) => size)))
}

const countsOf = (judged: Judged[], strata: Stratum[], setAside: number): Missed => ({
  setAside,
  judged: judged.length,
  found: judged.filter(({ isComplaint }) => isComplaint).length,
  missed: judged.length === 0 ? null : addUp(strata.map(countIn)),
})

const stratumOf = (rows: Judged[], size: number): Stratum => ({
  size,
  weights: rows.map(({ weight }) => weight),
  found: rows.map(({ isComplaint }) => isComplaint),
})

/** The judged ones, each with how many of its channel it stands for; of a channel these add up to its size. */
function weigh(posts: readonly DrawnPost[]): Judged[] {
  const sizes = sizesOf(posts)
  const days = [...Map.groupBy(posts, dayKey).values()].map((rows) => rows.filter(isJudged))
  const reached = new Map<string, number>()
  for (const [first] of days) {
    if (first) reached.set(first.channel, (reached.get(first.channel) ?? 0) + first.size)
  }
  return days.flatMap((rows) =>
    rows.map((row) => ({
      ...row,
      weight: ((row.size / rows.length) * sizes.get(row.channel)!) / reached.get(row.channel)!,
    })),
  )
}

/** Channel -> how many texts all its draws had. */
function sizesOf(posts: readonly DrawnPost[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const [{ channel, size }] of Map.groupBy(posts, dayKey).values() as Iterable<[DrawnPost]>) {
    sizes.set(channel, (sizes.get(channel) ?? 0) + size)
  }
  return sizes
}

const dayKey = ({ day, channel }: DrawnPost): string => `${day} ${channel}`

const isJudged = (post: DrawnPost): post is DrawnPost & { isComplaint: boolean } =>
  post.isComplaint !== null

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
