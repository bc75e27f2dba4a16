/** 95 % intervals of figures that have no formula for it, by drawing the measured rows again. */
import type { Interval } from './interval.ts'
import { makeRandom } from './linear.ts'

const RESAMPLES = 1_000
const SEED = 20_250_817

/**
 * The percentile bootstrap (B. Efron, R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13):
 * draws `size` rows with replacement 1,000 times, and takes the 2.5th and 97.5th percentile of each figure.
 * `measure` gets how many times each row was drawn and gives its figures; a figure that a draw does not
 * have is NaN, and one that no draw has is null. Seeded: the same rows give the same interval.
 */
export function bootstrap(
  size: number,
  measure: (times: Uint16Array) => readonly number[],
  { resamples = RESAMPLES, seed = SEED }: { resamples?: number; seed?: number } = {},
): (Interval | null)[] {
  const next = makeRandom(seed)
  const times = new Uint16Array(size)
  const drawn: number[][] = []
  for (let round = 0; round < resamples; round += 1) {
    times.fill(0)
    for (let i = 0; i < size; i += 1) {
      const row = Math.floor(next() * size)
      times[row] = times[row]! + 1
    }
    for (const [n, figure] of measure(times).entries()) {
      const figures = (drawn[n] ??= [])
      if (!Number.isNaN(figure)) figures.push(figure)
    }
  }
  return drawn.map(middle95)
}

function middle95(figures: number[]): Interval | null {
  if (figures.length === 0) return null
  const sorted = Float64Array.from(figures).sort()
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}

/** Linear between the two nearest ranks. */
function quantile(sorted: Float64Array, at: number): number {
  const rank = at * (sorted.length - 1)
  const below = sorted[Math.floor(rank)]!
  return below + (sorted[Math.ceil(rank)]! - below) * (rank - Math.floor(rank))
}
