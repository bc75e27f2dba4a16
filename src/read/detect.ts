/**
 * Complaint or not: linear scores of five views of the message, then a logistic sum of those scores, the
 * named cues of cues.ts and the channel. Every part adds up, so each decision can be explained.
 */
import { channelKeys, isFiled } from './channel.ts'
import type { Evidence } from './cues.ts'
import type { Model, ViewModel } from './model.ts'
import type { Views } from './views.ts'

/**
 * Who fills in the form means it: added log-odds, so that hardly a filing is set aside. Set by hand; a
 * filing is seen by a person in any case.
 */
const FILED = 3

/** The probability (0..1) that a public body could act on this. */
export function detect(
  { views: models, stack }: Model,
  views: Views,
  evidence: Evidence,
  channel: string | undefined,
): number {
  let sum = stack.bias + (isFiled(channel) ? FILED : 0)
  for (const [i, model] of models.entries())
    sum += (stack.views[i] ?? 0) * scoreView(model, views[i]!)
  const { values } = evidence
  for (let i = 0; i < values.length; i += 1) {
    if (values[i] !== 0) sum += (stack.cues[i] ?? 0) * (values[i] ?? 0)
  }
  for (const key of channelKeys(channel)) sum += stack.channels.get(key) ?? 0
  return 1 / (1 + Math.exp(-sum))
}

/** The score of one view of a message; see ViewModel. */
function scoreView({ weights, scale, bias }: ViewModel, features: Uint32Array): number {
  if (features.length === 0) return bias
  let sum = 0
  for (let i = 0; i < features.length; i += 1) sum += weights[features[i]!]!
  return bias + (scale * sum) / Math.sqrt(features.length)
}
