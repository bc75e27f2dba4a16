/** How many posts of each channel a day's sample takes. Pure. */

/**
 * Shares `wanted` draws out in proportion to the sizes of the strata, at least one to each and never more
 * than it has (largest remainders). With more strata than `wanted` each has one, so that every one of them
 * is known.
 * @returns how many of each, in the order given
 */
export function allocate(sizes: readonly number[], wanted: number): number[] {
  const given = sizes.map((size) => Math.min(1, size))
  for (let left = wanted - sum(given); left > 0; left -= 1) {
    const next = neediest(sizes, given, wanted)
    if (next === null) break
    given[next] = given[next]! + 1
  }
  return given
}

/** The stratum that is furthest below its share, or null when all are exhausted. */
function neediest(
  sizes: readonly number[],
  given: readonly number[],
  wanted: number,
): number | null {
  const total = sum(sizes)
  let best: number | null = null
  let most = -Infinity
  for (const [index, size] of sizes.entries()) {
    if (given[index]! >= size) continue
    const missing = (size / total) * wanted - given[index]!
    if (missing > most) {
      best = index
      most = missing
    }
  }
  return best
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
