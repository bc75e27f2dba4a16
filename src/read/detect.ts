/**
 * Complaint or not: linear scores of five views of the message, then a logistic sum of those scores, the
 * named cues of cues.ts and the channel. Every part adds up, so each decision can be explained.
 */
import { channelKeys, isFiled } from './channel.ts'
import type { Findings } from './look.ts'
import type { Model } from './model.ts'
import { eachView } from './views.ts'

/**
 * Who fills in the form means it: added log-odds, so that hardly a filing is set aside. Set by hand; a
 * filing is seen by a person in any case.
 */
const FILED = 3

export type Detection = {
  /** 0..1 that a public body could act on this. */
  probability: number
  /** How many features each view had. */
  counts: readonly number[]
}

export function detect(
  { views: models, stack }: Model,
  { message, evidence, signs }: Pick<Findings, 'message' | 'evidence' | 'signs'>,
  channel: string | undefined,
): Detection {
  let sum = stack.bias + (isFiled(channel) ? FILED : 0)
  const counts: number[] = []
  eachView(message.tokens, signs, (view, found, count) => {
    const { weights, scale, bias } = models[view]!
    let own = 0
    for (let i = 0; i < count; i += 1) own += weights[found[i]!]!
    sum += stack.views[view]! * (bias + (count === 0 ? 0 : (scale * own) / Math.sqrt(count)))
    counts.push(count)
  })
  const { values } = evidence
  for (let i = 0; i < values.length; i += 1) sum += stack.cues[i]! * values[i]!
  for (const key of channelKeys(channel)) sum += stack.channels.get(key) ?? 0
  return { probability: 1 / (1 + Math.exp(-sum)), counts }
}
