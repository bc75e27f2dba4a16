/** What is known of a model: what it learned from, and how it and its rival did on the same decisions. Pure. */
import type { Estimate } from './interval.ts'
import type { LabelCounts } from './label.ts'
import type { Scores } from './score.ts'

/** The score table that an admin compares; null where the decisions do not give a figure. */
export type Figures = {
  texts: number
  complaints: number
  precision: Estimate | null
  recall: Estimate | null
  f1: Estimate | null
  averagePrecision: Estimate | null
  /** Of the complaints that were found. */
  categoryAccuracy: Estimate | null
  calibrationError: Estimate | null
}

export type Card = {
  labels: LabelCounts
  /** Texts trained on, and texts that both were measured on. */
  trained: number
  heldOut: number
  champion: { name: string; figures: Figures }
  challenger: { name: string; figures: Figures }
}

/** The figures of a score table that a decision is based on. */
export function figuresOf({ all, categories }: Scores): Figures {
  const { posts: texts, complaints, precision, recall, f1, averagePrecision } = all
  const { calibrationError } = all
  const categoryAccuracy = categories.accuracy
  return {
    texts,
    complaints,
    precision,
    recall,
    f1,
    averagePrecision,
    categoryAccuracy,
    calibrationError,
  }
}

/** How far recall and category accuracy of a better model may fall. */
const TOLERANCE = 0.01
/** Figures are shares of whole texts: smaller differences come from the order of sums. */
const EPSILON = 1e-9

/**
 * The rule by which a challenger is proposed: on the same held-out decisions its average precision is
 * higher, and neither its recall nor its category accuracy is lower by more than one point. A better order
 * of the queue must not be paid for with complaints that nobody sees.
 * @returns why it is not proposed, as an Indonesian sentence; null when it is
 */
export function whyNotBetter({ champion, challenger }: Card): string | null {
  const now = champion.figures
  const next = challenger.figures
  const gain = differenceOf(now.averagePrecision, next.averagePrecision)
  if (gain === null || gain <= EPSILON) {
    return sentence('presisi rata-ratanya tidak lebih tinggi', now, next, 'averagePrecision')
  }
  if ((differenceOf(now.recall, next.recall) ?? -1) < -TOLERANCE - EPSILON) {
    return sentence('lebih banyak aduan yang terlewat: daya temunya turun', now, next, 'recall')
  }
  // Where the old one found no complaint there was nothing to sort, and nothing can get worse.
  const sorted = now.categoryAccuracy
    ? differenceOf(now.categoryAccuracy, next.categoryAccuracy)
    : 0
  if ((sorted ?? -1) < -TOLERANCE - EPSILON) {
    return sentence('ketepatan kategorinya turun', now, next, 'categoryAccuracy')
  }
  return null
}

function differenceOf(before: Estimate | null, after: Estimate | null): number | null {
  return before && after ? after.value - before.value : null
}

function sentence(
  what: string,
  before: Figures,
  after: Figures,
  name: 'averagePrecision' | 'recall' | 'categoryAccuracy',
): string {
  const percent = (estimate: Estimate | null) =>
    estimate ? `${(estimate.value * 100).toFixed(1).replace('.', ',')} %` : 'tidak terukur'
  return `Tidak diusulkan karena ${what} (dari ${percent(before[name])} menjadi ${percent(after[name])}).`
}
