/** Readings of models that have not seen what they read. */
import { crossValidate, withoutTextsOf, type Learn } from '../learn/cross-validate.ts'
import type { Example } from '../learn/example.ts'
import { TEST_ONLY, type Form } from '../learn/label-forms.ts'
import { predict, type Prediction } from '../learn/prediction.ts'
import { examplesOf, trainable, type LabelFile } from '../learn/read-examples.ts'
import { trainModel } from '../learn/train.ts'
import { makeReader } from '../read/read.ts'
import type { Region } from '../region/region.ts'
import { say } from './label-files.ts'

/** Trains a model on what it is given, and reads with it. */
export const learnReader =
  (region: Region): Learn =>
  (training, fold) =>
    makeReader(region, trainModel(training, { name: `lipatan-${fold + 1}`, region }))

/**
 * Cross-validates all that may be trained on, by kind of text. What may not is read by one model that has
 * learned from everything else.
 */
export function predictInFolds(
  files: readonly LabelFile[],
  { region, folds, extra }: { region: Region; folds: number; extra: readonly Example[] },
): Map<Form, Prediction[]> {
  const learn = learnReader(region)
  const examples = trainable(files)
  const formOf = new Map(
    files.flatMap(({ form, examples }) => examples.map((each) => [each, form] as const)),
  )
  const predictions = crossValidate({ examples, extra, folds, learn, progress: sayFold(folds) })
  const held = examplesOf(files, ...TEST_ONLY)
  if (held.length > 0) {
    say('training once on all of it, for the texts that are never trained on')
    predictions.push(...predict(learn(withoutTextsOf([...examples, ...extra], held), folds), held))
  }
  return Map.groupBy(predictions, ({ example }) => formOf.get(example)!)
}

/** A line on stderr after each fold. */
export const sayFold = (folds: number) => {
  const start = performance.now()
  return (fold: number): void => {
    const seconds = Math.round((performance.now() - start) / 1000)
    say(`fold ${fold + 1} of ${folds} read after ${seconds} s`)
  }
}
