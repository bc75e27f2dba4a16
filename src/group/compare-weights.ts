/**
 * How much each part of a comparison says, as log-odds. Fitted once by logistic regression over these named
 * parts only and rounded; `other_area` and the categories were set by hand, because the pairs at hand were
 * chosen within one area and had none.
 */
import type { Part } from './compare.ts'

export const COMPARE_BIAS = -2.3
export const COMPARE_WEIGHTS: Partial<Record<Part, number>> = {
  contained: 2.8,
  address: 0.8,
  other_address: -0.2,
  other_names: -0.9,
  numbers: 1.0,
  numbers_differ: -1.3,
  spots_differ: -1.9,
  template: -1.9,
  same_area: 1.7,
  other_area: -0.9,
  same_category: 0.3,
  other_category: -0.8,
  /** For each doubling of the days between them. */
  days: -0.25,
}
