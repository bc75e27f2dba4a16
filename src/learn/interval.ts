/** How far a measured figure may lie from the true one: 95 % intervals. */

export type Interval = { low: number; high: number }
/** A figure with its 95 % interval. */
export type Estimate = Interval & { value: number }

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054

/**
 * The 95 % score interval of a share `part / whole` (E. B. Wilson, Journal of the American Statistical
 * Association 22, 1927). Unlike p ± 1.96 s it stays within 0..1 and is honest where `part` is 0 or small.
 * Of nothing nothing is known: 0..1.
 */
export function wilson(part: number, whole: number): Interval {
  if (whole <= 0) return { low: 0, high: 1 }
  const share = part / whole
  const spread = (Z * Z) / whole
  const centre = (share + spread / 2) / (1 + spread)
  const half = (Z * Math.sqrt((share * (1 - share) + spread / 4) / whole)) / (1 + spread)
  return {
    low: part <= 0 ? 0 : Math.max(0, centre - half),
    high: part >= whole ? 1 : Math.min(1, centre + half),
  }
}

/** A share with its Wilson interval; null where there is nothing to take a share of. */
export function share(part: number, whole: number): Estimate | null {
  return whole === 0 ? null : { value: part / whole, ...wilson(part, whole) }
}
