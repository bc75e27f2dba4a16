/** Where to cut: the probability at which the balance of found and false is best. */

export type Cut = { label: number; weight: number; probability: number }

/** F1 this much below the best is as good: which threshold is the very best is chance. */
const AS_GOOD = 0.004

/**
 * The middle of the thresholds with the highest F1, each row by its weight. 0.5 when no row is a complaint.
 */
export function bestThreshold(rows: readonly Cut[]): number {
  const sorted = rows.toSorted((a, b) => b.probability - a.probability)
  const complaints = rows.reduce((sum, { label, weight }) => sum + label * weight, 0)
  if (complaints === 0) return 0.5
  let found = 0
  let right = 0
  const tried: { f1: number; threshold: number }[] = []
  for (const [i, { label, weight, probability }] of sorted.entries()) {
    found += weight
    right += label * weight
    const next = sorted[i + 1]?.probability ?? 0
    // Equal probabilities are not to be parted.
    if (next < probability) {
      tried.push({ f1: (2 * right) / (found + complaints), threshold: (probability + next) / 2 })
    }
  }
  const best = Math.max(...tried.map(({ f1 }) => f1))
  const good = tried.filter(({ f1 }) => f1 >= best - AS_GOOD).map(({ threshold }) => threshold)
  return (Math.min(...good) + Math.max(...good)) / 2
}
