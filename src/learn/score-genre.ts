/** What a reader finds in texts of one kind: filed letters are all complaints, news are none. */
import { share, type Estimate } from './interval.ts'
import type { Prediction } from './prediction.ts'
import { scoreClasses, type ClassScores } from './score-classes.ts'

export type GenreScores = {
  texts: number
  /** Recall where all are complaints, false alarms where none is. */
  found: Estimate | null
  categories: ClassScores
}

export function scoreGenre(predictions: readonly Prediction[]): GenreScores {
  const found = predictions.filter(({ complaint }) => complaint)
  return {
    texts: predictions.length,
    found: share(found.length, predictions.length),
    categories: scoreFoundCategories(found),
  }
}

/** The categories of the complaints that were found, where the label names one. */
export function scoreFoundCategories(predictions: readonly Prediction[]): ClassScores {
  return scoreClasses(
    predictions.flatMap(({ example, complaint, categories }) =>
      complaint && example.category !== null
        ? [{ label: example.category, ranked: categories }]
        : [],
    ),
  )
}
