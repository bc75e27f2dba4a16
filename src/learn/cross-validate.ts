/** Has each labelled text read by a model that has never seen it. */
import type { Message, Reading } from '../read/reading.ts'
import type { Example } from './example.ts'
import { dealFolds } from './folds.ts'
import { predict, type Prediction } from './prediction.ts'
import { textKey } from './text-key.ts'

export type Learn = (training: Example[], fold: number) => (message: Message) => Reading

export type Trial = {
  /** Each of them is read once. */
  examples: readonly Example[]
  /** Trained on in every fold, but for texts that stand in `examples`. */
  extra: readonly Example[]
  folds: number
  /** Makes a reader from the examples that it may see. */
  learn: Learn
  progress?: (fold: number) => void
}

/** The predictions come in the order of the examples. */
export function crossValidate({ examples, extra, folds, learn, progress }: Trial): Prediction[] {
  const foldOf = dealFolds(examples, folds)
  const others = withoutTextsOf(extra, examples)
  const predictions: Prediction[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    const tested = [...examples.keys()].filter((n) => foldOf[n] === fold)
    const seen = examples.filter((_, n) => foldOf[n] !== fold)
    const held = tested.map((n) => examples[n]!)
    // Two labels of one text: neither may help to read the other.
    const read = learn([...withoutTextsOf(seen, held), ...others], fold)
    for (const [i, prediction] of predict(read, held).entries()) {
      predictions[tested[i]!] = prediction
    }
    progress?.(fold)
  }
  return predictions
}

/** The examples whose text does not stand in `held`, however it was masked or spaced. */
export function withoutTextsOf(examples: readonly Example[], held: readonly Example[]): Example[] {
  const keys = new Set(held.map(({ text }) => textKey(text)))
  return examples.filter(({ text }) => !keys.has(textKey(text)))
}
