/** How well vectors find what belongs together, and how fast they are made. Pure but for the clock. */
import { cosine, DIMENSIONS } from '../group/embed.ts'

export type Retrieval = {
  queries: number
  /** Share of the wanted texts that are among the 10 and 40 nearest. */
  at10: number
  at40: number
}

/** Each query is a text and those that should be near it, by their places in `vectors`. */
export type Query = { of: number; wanted: ReadonlySet<number> }

const FAR = 40

/** Searches all vectors, but for the query's own, exactly. A query with many wanted counts as one. */
export function scoreRetrieval(
  vectors: readonly Float32Array[],
  queries: readonly Query[],
): Retrieval {
  let at10 = 0
  let at40 = 0
  for (const { of, wanted } of queries) {
    const near = nearest(vectors, of)
    const found = (depth: number): number =>
      near.slice(0, depth).filter((n) => wanted.has(n)).length / Math.min(depth, wanted.size)
    at10 += found(10)
    at40 += found(FAR)
  }
  const count = Math.max(1, queries.length)
  return { queries: queries.length, at10: at10 / count, at40: at40 / count }
}

function nearest(vectors: readonly Float32Array[], of: number): number[] {
  const query = vectors[of]!
  const scored = vectors.map((vector, n) => ({ n, score: n === of ? -2 : cosine(query, vector) }))
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, FAR)
    .map(({ n }) => n)
}

export type Spread = {
  /** How often the text that is near to most others is among their 10 nearest; 10 would be even. */
  busiest: number
  /** Length of the mean of all vectors: 0 spread over all directions, 1 all in one. */
  leaning: number
  /** Mean cosine of two texts drawn by chance. */
  chance: number
}

/** Whether a few texts lie near to all others, which would spoil any search. Looks at `sample` queries. */
export function scoreSpread(vectors: readonly Float32Array[], sample = 1000): Spread {
  const step = Math.max(1, Math.floor(vectors.length / sample))
  const times = new Map<number, number>()
  for (let of = 0; of < vectors.length; of += step) {
    for (const n of nearest(vectors, of).slice(0, 10)) times.set(n, (times.get(n) ?? 0) + 1)
  }
  const mean = new Float64Array(DIMENSIONS)
  let chance = 0
  for (const [n, vector] of vectors.entries()) {
    for (let i = 0; i < DIMENSIONS; i += 1) mean[i]! += vector[i]! / vectors.length
    chance += cosine(vector, vectors[(n * 7919 + 1) % vectors.length]!) / vectors.length
  }
  const leaning = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0))
  return { busiest: Math.max(0, ...times.values()), leaning, chance }
}

/** Average precision of the cosine alone as a judge of pairs; of equal cosines those that differ come first. */
export function scoreCosine(pairs: readonly { cosine: number; same: boolean }[]): number {
  let right = 0
  let sum = 0
  const ranked = pairs.toSorted((a, b) => b.cosine - a.cosine || Number(a.same) - Number(b.same))
  for (const [n, { same }] of ranked.entries()) {
    if (!same) continue
    right += 1
    sum += right / (n + 1)
  }
  return right === 0 ? 0 : sum / right
}

/** Texts a second on one core, after one round in which words are met for the first time. */
export function embedSpeed(
  embed: (stream: readonly string[]) => Float32Array,
  streams: readonly (readonly string[])[],
): number {
  for (const stream of streams) embed(stream)
  const start = performance.now()
  for (const stream of streams) embed(stream)
  return streams.length / ((performance.now() - start) / 1000)
}
