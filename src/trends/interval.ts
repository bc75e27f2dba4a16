/** Intervals of sums and ratios of shares that were estimated from samples. Pure. */
import type { Estimate, Interval } from '../learn/interval.ts'
import { betaQuantile } from './beta.ts'

export type { Estimate }

/** What a sample says of one stratum. */
export type Stratum = {
  /** How many there are in it. */
  size: number
  /** The weight of each one that was judged; only their proportions matter. */
  weights: readonly number[]
  /** Which of them are of the kind that is counted. */
  found: readonly boolean[]
}

/**
 * How many of the kind there are in a stratum. The share is the weighted one; its 95 % interval is the exact
 * one of Clopper and Pearson with the effective sample size, made for shares of which few or none were found
 * (E. Korn, B. Graubard, Survey Methodology 24, 1998; Wilson's lower limit is too high there). The effective
 * size is L. Kish's (Survey Sampling, 1965), corrected for a small population by (N - 1) / (N - n)
 * (H. Burstein, JASA 70, 1975). What was seen is certain: never fewer than were found, nor more than were
 * not cleared.
 */
export function countIn({ size, weights, found }: Stratum): Estimate {
  const judged = weights.length
  const seen = found.filter(Boolean).length
  if (judged === 0) return { value: 0, low: 0, high: size }
  const all = sum(weights)
  const share = sum(weights.filter((_, index) => found[index])) / all
  const kish = all ** 2 / sum(weights.map((weight) => weight ** 2))
  const effective = size > judged ? (kish * (size - 1)) / (size - judged) : Infinity
  const { low, high } = limitsOf(share, effective)
  const within = (count: number): number => Math.min(size - (judged - seen), Math.max(seen, count))
  return { value: within(share * size), low: within(low * size), high: within(high * size) }
}

/** Clopper and Pearson's limits of a share in a sample of that size, whole or not. */
function limitsOf(share: number, size: number): Interval {
  if (size === Infinity) return { low: share, high: share }
  const part = Math.min(size, share * size)
  return {
    low: part <= 0 ? 0 : betaQuantile(0.025, part, size - part + 1),
    high: part >= size ? 1 : betaQuantile(0.975, part + 1, size - part),
  }
}

/**
 * The sum of independent estimates. Its limits are recovered from theirs (G. Zou, W. Huang, X. Zhang,
 * Computational Statistics & Data Analysis 53, 2009): a stratum where nothing was found keeps the distance
 * to its upper limit, which adding variances would lose.
 */
export function addUp(parts: readonly Estimate[]): Estimate {
  const value = sum(parts.map((part) => part.value))
  const below = Math.hypot(...parts.map((part) => part.value - part.low))
  const above = Math.hypot(...parts.map((part) => part.high - part.value))
  return { value, low: Math.max(0, value - below), high: value + above }
}

/** The estimate times a number that is known. */
export const times = ({ value, low, high }: Estimate, factor: number): Estimate => ({
  value: value * factor,
  low: low * factor,
  high: high * factor,
})

/**
 * What share `part` is of `part + rest`, both estimated. The limits of rest / part are recovered from
 * theirs (A. Donner, G. Zou, Statistical Methods in Medical Research 21, 2012), and turned round.
 * Null where there is neither.
 */
export function shareOf(part: Estimate, rest: Estimate): Estimate | null {
  if (part.value + rest.value <= 0) return null
  const { low, high } = ratio(rest, part)
  return { value: part.value / (part.value + rest.value), low: 1 / (1 + high), high: 1 / (1 + low) }
}

function ratio(over: Estimate, under: Estimate): Interval {
  const product = over.value * under.value
  const lowest = over.low * (2 * over.value - over.low)
  const root = Math.sqrt(product ** 2 - lowest * under.high * (2 * under.value - under.high))
  const highest = over.high * (2 * over.value - over.high)
  const base = under.low * (2 * under.value - under.low)
  return {
    low: lowest <= 0 ? 0 : lowest / (product + root),
    high: base <= 0 ? Infinity : (product + Math.sqrt(product ** 2 - highest * base)) / base,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
