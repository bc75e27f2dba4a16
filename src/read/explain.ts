/** How much each word moved the decision. */
import type { Model } from './model.ts'
import type { Token } from './normalize.ts'
import { featuresOf, type Views } from './views.ts'

/**
 * Makes a function that says how many log-odds a token added by itself: above zero speaks for a complaint.
 * What only words together add is left out, so their sum is not the whole decision.
 */
export function makeWeigh(model: Model, views: Views): (token: Token) => number {
  const shares = model.views.map(({ scale }, v) => {
    const length = Math.max(1, views[v]!.length)
    return (model.stack.views[v]! * scale) / Math.sqrt(length)
  })
  return (token) => {
    let sum = 0
    for (const [v, row] of featuresOf(token).entries()) {
      const { weights } = model.views[v]!
      let own = 0
      for (let k = 0; k < row.length; k += 1) own += weights[row[k]!]!
      sum += shares[v]! * own
    }
    return sum
  }
}
