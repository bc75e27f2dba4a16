/** The verdicts that are wrong, and of which the reader was surest. */
import type { Prediction } from './prediction.ts'

/** Wrong verdicts, the most confident first; at most `count`. */
export function worstErrors(predictions: readonly Prediction[], count: number): Prediction[] {
  const errorOf = ({ example, probability }: Prediction) =>
    Math.abs(probability - Number(example.complaint))
  return predictions
    .filter(({ example, complaint }) => complaint !== example.complaint)
    .toSorted((a, b) => errorOf(b) - errorOf(a))
    .slice(0, count)
}
