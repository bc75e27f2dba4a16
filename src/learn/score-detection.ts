/** How well complaints are told from the rest, and whether the probabilities mean what they say. */
import { bootstrap } from './bootstrap.ts'
import { share, type Estimate } from './interval.ts'
import type { Prediction } from './prediction.ts'

export type Bin = {
  /** Probabilities from `from` up to, but not including, `to`; the last bin includes 1. */
  from: number
  to: number
  posts: number
  /** Null in an empty bin. */
  meanProbability: number | null
  complaintShare: number | null
}

export type Detection = {
  posts: number
  /** By label. */
  complaints: number
  /** By the reader's verdict; `right` of them are complaints. */
  found: number
  right: number
  precision: Estimate | null
  recall: Estimate | null
  f1: Estimate | null
  averagePrecision: Estimate | null
  /** The best F1 that any one threshold would have given on these rows. It is chosen after the fact. */
  bestF1: { f1: number; threshold: number } | null
  calibrationError: Estimate | null
  bins: Bin[]
}

export type Counts = Pick<Detection, 'posts' | 'complaints' | 'found' | 'right'>

/** Columns of the rows, the most probable first. */
type Ranked = {
  size: number
  probability: Float64Array
  isComplaint: Uint8Array
  isFound: Uint8Array
  bin: Uint8Array
  /** 1 at the last of rows with one probability: only there a threshold can lie. */
  endsTie: Uint8Array
}

const BINS = 10

/** Scores the verdicts and the probabilities; the order of the rows does not matter. */
export function scoreDetection(predictions: readonly Prediction[]): Detection {
  const ranked = rank(predictions)
  const counts = countVerdicts(predictions)
  const { posts, complaints, found, right } = counts
  const figures = measure(ranked, new Uint16Array(posts).fill(1))
  const intervals = posts === 0 ? [] : bootstrap(posts, (times) => measure(ranked, times))
  const estimate = (n: number): Estimate | null => {
    const value = figures[n]!
    const interval = intervals[n]
    return Number.isNaN(value) || !interval ? null : { value, ...interval }
  }
  return {
    ...counts,
    precision: share(right, found),
    recall: share(right, complaints),
    f1: estimate(0),
    averagePrecision: estimate(1),
    bestF1: findBestF1(ranked, complaints),
    calibrationError: estimate(2),
    bins: fillBins(ranked),
  }
}

/** Labels and verdicts, counted. */
export function countVerdicts(predictions: readonly Prediction[]): Counts {
  const counts = { posts: predictions.length, complaints: 0, found: 0, right: 0 }
  for (const { example, complaint } of predictions) {
    if (example.complaint) counts.complaints += 1
    if (complaint) counts.found += 1
    if (complaint && example.complaint) counts.right += 1
  }
  return counts
}

/** The harmonic mean of precision and recall, as 2 TP / (2 TP + FP + FN); NaN where all three are 0. */
export const f1Of = ({ complaints, found, right }: Omit<Counts, 'posts'>): number =>
  (2 * right) / (complaints + found)

/** Average precision alone, without an interval; null where there is no complaint. */
export function averagePrecisionOf(predictions: readonly Prediction[]): number | null {
  const figure = measure(rank(predictions), new Uint16Array(predictions.length).fill(1))[1]
  return Number.isNaN(figure) ? null : figure
}

function rank(predictions: readonly Prediction[]): Ranked {
  const sorted = predictions.toSorted(
    (a, b) =>
      b.probability - a.probability ||
      Number(b.example.complaint) - Number(a.example.complaint) ||
      Number(b.complaint) - Number(a.complaint),
  )
  const probability = Float64Array.from(sorted, (row) => row.probability)
  return {
    size: sorted.length,
    probability,
    isComplaint: Uint8Array.from(sorted, (row) => Number(row.example.complaint)),
    isFound: Uint8Array.from(sorted, (row) => Number(row.complaint)),
    bin: Uint8Array.from(probability, (p) => Math.min(BINS - 1, Math.floor(p * BINS))),
    endsTie: Uint8Array.from(probability, (p, n) => Number(p !== probability[n + 1])),
  }
}

/**
 * F1, average precision and calibration error of rows drawn so many times, in one pass.
 * Average precision is the sum of (R_n - R_n-1) P_n over the thresholds, without interpolation and with
 * equal probabilities taken together (scikit-learn's `average_precision_score`; C. Manning et al.,
 * Introduction to Information Retrieval, 2008, section 8.4). The expected calibration error is the sum over
 * ten bins of equal width of n_b / n |mean probability - share of complaints| (M. Naeini et al., AAAI 2015).
 */
function measure(ranked: Ranked, times: Uint16Array): [number, number, number] {
  const { size, probability, isComplaint, isFound, bin, endsTie } = ranked
  const gaps = new Float64Array(BINS)
  let seen = 0
  let complaints = 0
  let before = 0
  let area = 0
  let found = 0
  let right = 0
  for (let i = 0; i < size; i += 1) {
    const drawn = times[i]!
    const label = isComplaint[i]!
    seen += drawn
    complaints += drawn * label
    if (isFound[i] === 1) {
      found += drawn
      right += drawn * label
    }
    gaps[bin[i]!]! += drawn * (probability[i]! - label)
    if (endsTie[i] === 1 && complaints > before) {
      area += (complaints - before) * (complaints / seen)
      before = complaints
    }
  }
  const gap = gaps.reduce((sum, each) => sum + Math.abs(each), 0)
  return [f1Of({ complaints, found, right }), area / complaints, gap / seen]
}

function findBestF1(ranked: Ranked, complaints: number): Detection['bestF1'] {
  if (complaints === 0) return null
  let best = { f1: 0, threshold: 1 }
  let right = 0
  for (let i = 0; i < ranked.size; i += 1) {
    right += ranked.isComplaint[i]!
    if (ranked.endsTie[i] === 0) continue
    const f1 = f1Of({ complaints, found: i + 1, right })
    if (f1 > best.f1) best = { f1, threshold: ranked.probability[i]! }
  }
  return best
}

function fillBins({ size, probability, isComplaint, bin }: Ranked): Bin[] {
  const posts = new Uint32Array(BINS)
  const sums = new Float64Array(BINS)
  const complaints = new Uint32Array(BINS)
  for (let i = 0; i < size; i += 1) {
    posts[bin[i]!]! += 1
    sums[bin[i]!]! += probability[i]!
    complaints[bin[i]!]! += isComplaint[i]!
  }
  return Array.from(posts, (count, n) => ({
    from: n / BINS,
    to: (n + 1) / BINS,
    posts: count,
    meanProbability: count === 0 ? null : sums[n]! / count,
    complaintShare: count === 0 ? null : complaints[n]! / count,
  }))
}
