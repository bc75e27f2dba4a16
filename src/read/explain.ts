/** How much each word moved the decision. */
import type { Detection } from './detect.ts'
import type { Model } from './model.ts'
import type { Token } from './normalize.ts'
import { weighWord } from './views.ts'

/**
 * Makes a function that says how many log-odds a token added by itself: above zero speaks for a complaint.
 * What only words together add is left out, so their sum is not the whole decision.
 */
export function makeWeigh(
  { views, stack }: Model,
  { counts }: Detection,
): (token: Token) => number {
  const weights = views.map((view) => view.weights)
  const shareOf = (view: number): number =>
    (stack.views[view]! * views[view]!.scale) / Math.sqrt(Math.max(1, counts[view]!))
  const shares = [shareOf(0), shareOf(1), shareOf(2)] as const
  return (token) => {
    const [word, letters, root] = weighWord(token, weights)
    return shares[0] * word + shares[1] * letters + shares[2] * root
  }
}
