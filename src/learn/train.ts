/**
 * Labelled texts -> a model. Each view gets a linear scorer; a logistic sum over their scores, the named
 * cues and the channel decides (stacking: Wolpert, Stacked Generalization, 1992). What the sum is fitted
 * on comes from scorers that had not seen the row, or it would trust them too much.
 */
import { channelKeys, isFiled } from '../read/channel.ts'
import { makeLook } from '../read/look.ts'
import type { Model, ViewModel } from '../read/model.ts'
import { BITS, VIEWS, viewsOf } from '../read/views.ts'
import type { Region } from '../region/region.ts'
import { bestThreshold } from './best-threshold.ts'
import type { Example } from './example.ts'
import { makeRandom, scoreLinear, shuffle, trainLinear } from './linear.ts'
import { adaptCategories, trainCategories } from './train-categories.ts'
import { probabilityOf, trainStack, type StackRow } from './stack.ts'

const SIZE = 2 ** BITS
const COST = 1
const FOLDS = 5
/** A feature of fewer texts says nothing, and could give away one person's words. */
const FEWEST_TEXTS = 2
/** Decisions of a few weeks must not undo what thousands of labels have taught. */
const ADAPT_COST = 0.3

/** What a text counts that was written for training: it is cleaner than what people post. */
const WRITTEN = 0.7
/** Filed letters are complaints by their form: a few of them, lightly, show how letters are written. */
const LETTER = 0.04
/** Reviews of films and hotels: nobody read them for complaints one by one. */
const REVIEW = 0.1
/** Of letters and reviews one in so many is enough. */
const ONE_IN = 3

/** A label with what is seen of its text. */
type Row = {
  example: Example
  features: readonly Uint16Array[]
  cues: Float64Array
  label: number
  weight: number
  /** It was found where Dengar listens. */
  isPost: boolean
}

export type TrainOptions = {
  /** The model's name; it stands in each reading. */
  name: string
  /** Whose places and words count. */
  region: Region
  madeAt?: Date
}

/** Trains from nothing. A few seconds for ten thousand texts. */
export function trainModel(examples: readonly Example[], options: TrainOptions): Model {
  const rows = lookAt(examples, options.region)
  if (!rows.some(({ label }) => label === 1) || !rows.some(({ label }) => label === 0)) {
    throw new Error('train: labels of both kinds are needed, complaints and others')
  }
  dropRare(rows)
  const classes = trainCategories(examples, options.region)
  return { ...fit(rows, options, null), classes }
}

/**
 * Corrects a champion by newer labels: the same training, but every weight is pulled back to where the
 * champion has it, not to zero.
 */
export function adaptModel(
  champion: Model,
  examples: readonly Example[],
  options: TrainOptions,
): Model {
  const rows = lookAt(examples, options.region)
  dropRare(rows, champion)
  const classes = champion.classes && adaptCategories(champion.classes, examples, options.region)
  return { ...fit(rows, options, champion), classes }
}

function fit(
  rows: Row[],
  { name, madeAt = new Date() }: TrainOptions,
  champion: Model | null,
): Omit<Model, 'classes'> {
  const from = champion?.views.map(asFloats) ?? []
  const foldOf = dealOut(rows.length)
  const scores = rows.map(() => new Float64Array(VIEWS.length))
  const views = VIEWS.map((_, view) => {
    const train = (some: readonly Row[]) =>
      trainLinear(
        {
          features: some.map(({ features }) => features[view]!),
          labels: some.map(({ label }) => label),
          importance: some.map(({ weight }) => weight),
        },
        { size: SIZE, cost: champion ? ADAPT_COST : COST, from: from[view] },
      )
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const weights = train(rows.filter((_, i) => foldOf[i] !== fold))
      for (const [i, row] of rows.entries()) {
        if (foldOf[i] === fold) scores[i]![view] = scoreLinear(weights, row.features[view]!)
      }
    }
    return quantize(train(rows))
  })
  const seen: StackRow[] = rows.map(({ example, cues, label, weight }, i) => ({
    views: scores[i]!,
    cues,
    channels: channelKeys(example.channel),
    isWritten: example.written === true,
    label,
    weight,
  }))
  const stack = trainStack(seen, champion?.stack)
  // Neither what was written for training nor a file of letters tells how often real sources complain.
  const posts = seen.filter((_, i) => rows[i]!.isPost)
  const cuts = posts.map((row) => ({
    ...row,
    // A doubtful label must not move the border: it counts half of the little that it counts.
    weight: row.weight < 1 ? row.weight / 2 : row.weight,
    probability: probabilityOf(stack, row),
  }))
  return {
    name,
    madeAt: madeAt.toISOString(),
    views,
    stack,
    threshold: champion?.threshold ?? bestThreshold(cuts),
  }
}

function lookAt(examples: readonly Example[], region: Region): Row[] {
  const look = makeLook(region)
  const rows: Row[] = []
  let passed = 0
  for (const example of examples) {
    const share = shareOf(example)
    if (share < WRITTEN && passed++ % ONE_IN !== 0) continue
    const { message, evidence, signs } = look(example)
    rows.push({
      example,
      features: viewsOf(message.tokens, signs),
      cues: evidence.values,
      label: example.complaint ? 1 : 0,
      weight: example.weight * share,
      isPost: share === 1,
    })
  }
  return rows
}

function shareOf({ complaint, channel, written }: Example): number {
  if (written) return WRITTEN
  if (complaint && isFiled(channel)) return LETTER
  return channel === 'review' ? REVIEW : 1
}

/** Takes out of every row what too few texts have and no former model knows. */
function dropRare(rows: Row[], champion?: Model): void {
  const counts = VIEWS.map(() => new Uint16Array(SIZE))
  for (const { features } of rows) {
    for (const [view, row] of features.entries()) {
      const count = counts[view]!
      for (const feature of row) if (count[feature]! < FEWEST_TEXTS) count[feature]! += 1
    }
  }
  const isKept = (view: number, feature: number): boolean =>
    counts[view]![feature]! >= FEWEST_TEXTS || (champion?.views[view]?.weights[feature] ?? 0) !== 0
  for (const row of rows) {
    row.features = row.features.map((found, view) => found.filter((one) => isKept(view, one)))
  }
}

function dealOut(count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  shuffle(order, makeRandom(count))
  const foldOf = new Uint32Array(count)
  for (const [place, i] of order.entries()) foldOf[i] = place % FOLDS
  return foldOf
}

/** One signed byte a weight: measured against full precision, no figure changes in its third digit. */
function quantize(weights: Float32Array): ViewModel {
  let largest = 1e-9
  for (let i = 0; i < SIZE; i += 1) largest = Math.max(largest, Math.abs(weights[i]!))
  const scale = largest / 127
  return {
    weights: Int8Array.from({ length: SIZE }, (_, i) => Math.round(weights[i]! / scale)),
    scale,
    bias: weights[SIZE]!,
  }
}

function asFloats({ weights, scale, bias }: ViewModel): Float32Array {
  const floats = Float32Array.from({ length: SIZE + 1 }, (_, i) => (weights[i] ?? 0) * scale)
  floats[SIZE] = bias
  return floats
}
