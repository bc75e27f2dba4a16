/** The second stage of a model: fits and applies the sum of view scores, cues and channel. */
import { FEATURES } from '../read/cues.ts'
import type { Stack } from '../read/model.ts'
import { VIEWS } from '../read/views.ts'
import { trainLogistic } from './logistic.ts'

export type StackRow = {
  /** Scores of the views, by scorers that had not seen the row. */
  views: Float64Array
  cues: Float64Array
  /** The keys of channel.ts. */
  channels: readonly string[]
  isWritten: boolean
  /** 1 or 0. */
  label: number
  weight: number
}

const PENALTY = 5
const ADAPT_PENALTY = 50
/**
 * Each row counts three times: with its channel's name, with its kind alone, and without either. So a
 * channel that no label knows is read as well as it can be.
 */
const SHARES = [0.6, 0.2, 0.2]

/** @param champion weights to stay near to */
export function trainStack(rows: readonly StackRow[], champion?: Stack): Stack {
  const channels = [
    ...new Set([...(champion?.channels.keys() ?? []), ...rows.flatMap((row) => row.channels)]),
  ].sort()
  const slots = new Map(channels.map((key, i) => [key, VIEWS.length + FEATURES.length + i]))
  const width = VIEWS.length + FEATURES.length + channels.length + 1
  const values: Float64Array[] = []
  const labels: number[] = []
  const importance: number[] = []
  for (const row of rows) {
    for (const [i, share] of SHARES.entries()) {
      const value = new Float64Array(width)
      value.set(row.views)
      value.set(row.cues, VIEWS.length)
      for (const key of i === 2 ? [] : row.channels.slice(i === 0 ? 0 : -1))
        value[slots.get(key)!] = 1
      if (row.isWritten) value[width - 1] = 1
      values.push(value)
      labels.push(row.label)
      importance.push(row.weight * share)
    }
  }
  const from =
    champion &&
    Float64Array.from([
      ...champion.views,
      ...champion.cues,
      ...channels.map((key) => champion.channels.get(key) ?? 0),
      0,
      champion.bias,
    ])
  const weights = trainLogistic(
    { values, labels, importance },
    champion ? ADAPT_PENALTY : PENALTY,
    from,
  )
  return {
    bias: weights[width]!,
    views: weights.slice(0, VIEWS.length),
    cues: weights.slice(VIEWS.length, VIEWS.length + FEATURES.length),
    channels: new Map([...slots].map(([key, slot]) => [key, weights[slot]!])),
  }
}

/** The probability (0..1) of a row as a message would be read: nothing knows that it was written for training. */
export function probabilityOf(stack: Stack, { views, cues, channels }: StackRow): number {
  let sum = stack.bias
  for (const [i, score] of views.entries()) sum += stack.views[i]! * score
  for (const [i, value] of cues.entries()) sum += stack.cues[i]! * value
  for (const key of channels) sum += stack.channels.get(key) ?? 0
  return 1 / (1 + Math.exp(-sum))
}
