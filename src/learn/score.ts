/** The score table of a reader: what the reader said, held against what people said. */
import type { Message, Reading } from '../read/reading.ts'
import type { Example } from './example.ts'
import { share, type Estimate } from './interval.ts'
import { predict, type Prediction } from './prediction.ts'
import type { ClassScores } from './score-classes.ts'
import {
  averagePrecisionOf,
  countVerdicts,
  f1Of,
  scoreDetection,
  type Counts,
  type Detection,
} from './score-detection.ts'
import { scoreFoundCategories } from './score-genre.ts'

export type ChannelScore = Counts & {
  channel: string
  precision: number | null
  recall: number | null
  f1: number | null
  averagePrecision: number | null
}

/** Plain data: it can be written as JSON. A figure that the rows do not give is null. */
export type Scores = {
  all: Detection
  /** Only the rows of whose label nobody was in doubt. */
  sure: Detection
  urgent: {
    labelled: number
    found: number
    right: number
    precision: Estimate | null
    recall: Estimate | null
  }
  /** Of the complaints that were found and have a category by label. */
  categories: ClassScores
  /** The largest first. */
  channels: ChannelScore[]
}

/** Reads every example and scores the readings. */
export function scoreReader(
  read: (message: Message) => Reading,
  examples: readonly Example[],
): Scores {
  return scoreRows(predict(read, examples))
}

/**
 * Scores readings that were made before, as cross-validation does. The order of the rows does not matter.
 * @throws a sentence when a probability is not within 0..1
 */
export function scoreRows(predictions: readonly Prediction[]): Scores {
  for (const { example, probability } of predictions) {
    if (probability >= 0 && probability <= 1) continue
    throw new Error(`score: ${example.id} was read with the probability ${probability}`)
  }
  return {
    all: scoreDetection(predictions),
    sure: scoreDetection(predictions.filter(({ example }) => example.sure)),
    urgent: scoreUrgency(predictions),
    categories: scoreFoundCategories(predictions),
    channels: scoreChannels(predictions),
  }
}

function scoreUrgency(predictions: readonly Prediction[]): Scores['urgent'] {
  const labelled = predictions.filter(({ example }) => example.urgent).length
  const found = predictions.filter(({ urgent }) => urgent).length
  const right = predictions.filter(({ example, urgent }) => urgent && example.urgent).length
  return {
    labelled,
    found,
    right,
    precision: share(right, found),
    recall: share(right, labelled),
  }
}

function scoreChannels(predictions: readonly Prediction[]): ChannelScore[] {
  const byChannel = Map.groupBy(predictions, ({ example }) => example.channel ?? '-')
  return [...byChannel]
    .map(([channel, rows]) => {
      const counts = countVerdicts(rows)
      return {
        channel,
        ...counts,
        precision: orNull(counts.right / counts.found),
        recall: orNull(counts.right / counts.complaints),
        f1: orNull(f1Of(counts)),
        averagePrecision: averagePrecisionOf(rows),
      }
    })
    .sort((a, b) => b.posts - a.posts || (a.channel < b.channel ? -1 : 1))
}

const orNull = (figure: number): number | null => (Number.isNaN(figure) ? null : figure)
