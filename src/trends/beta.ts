/** The beta distribution, which exact limits of a share are quantiles of. Pure. */

const ENOUGH = 1e-12
const MOST_TERMS = 10_000

/**
 * The number below which a beta(a, b) variable lies with probability `chance`, by bisection of the
 * distribution function; `a` and `b` above 0, `chance` within 0..1.
 */
export function betaQuantile(chance: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  // Near 0 and near 1 the function is steep: what counts is the distance to the nearer end.
  while (high - low > ENOUGH * Math.max(Math.min(low, 1 - high), ENOUGH)) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (betaBelow(middle, a, b) < chance) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability that a beta(a, b) variable lies below x: the regularized incomplete beta function. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast on this side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
  return (Math.exp(front) / a) * fraction(x, a, b)
}

/** The continued fraction of the incomplete beta function (Abramowitz & Stegun 26.5.8), by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < ENOUGH) break
  }
  return value
}

const awayFromZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** The logarithm of the gamma function of a number above 0 (C. Lanczos, SIAM Journal B 1, 1964). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const series = LANCZOS.reduce(
    (sum, factor, index) => sum + factor / (x + index),
    0.99999999999980993,
  )
  const shifted = x + LANCZOS.length - 1.5
  return Math.log(2 * Math.PI) / 2 + (x - 0.5) * Math.log(shifted) - shifted + Math.log(series)
}
