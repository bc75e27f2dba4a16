/** Where to cut: the probability at which the balance of found and false is best. */

export type Cut = { label: number; weight: number; probability: number }

/** The threshold with the highest F1, each row by its weight. 0.5 when no row is a complaint. */
export function bestThreshold(rows: readonly Cut[]): number {
  const sorted = rows.toSorted((a, b) => b.probability - a.probability)
  const complaints = rows.reduce((sum, { label, weight }) => sum + label * weight, 0)
  let found = 0
  let right = 0
  let best = { f1: 0, threshold: 0.5 }
  for (const [i, { label, weight, probability }] of sorted.entries()) {
    found += weight
    right += label * weight
    const next = sorted[i + 1]?.probability
    const f1 = (2 * right) / (found + complaints)
    // Equal probabilities are not to be parted.
    if (next === probability || f1 <= best.f1) continue
    best = { f1, threshold: next === undefined ? probability : (probability + next) / 2 }
  }
  return best.threshold
}
