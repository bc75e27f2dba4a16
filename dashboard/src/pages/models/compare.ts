/** The two score tables of a card as rows that can be compared, in words and with a sign. Pure. */
import type { ModelCard } from '../../api.ts'

const FIGURES = [
  'averagePrecision',
  'precision',
  'recall',
  'f1',
  'categoryAccuracy',
  'calibrationError',
] as const
export type FigureName = (typeof FIGURES)[number]

export type Estimate = ModelCard['champion']['figures']['recall']

export type ComparedFigure = {
  name: FigureName
  before: Estimate
  after: Estimate
  /** In percentage points; null where one of them is not known. */
  points: number | null
  verdict: 'better' | 'worse' | 'same' | 'unknown'
}

/** Of these a smaller figure is the better one. */
const SMALLER_IS_BETTER: readonly FigureName[] = ['calibrationError']
/** Less than this is not shown, so it is no difference. */
const LEAST_POINTS = 0.05

/** Each figure of the model that reads beside that of its challenger. */
export function compareFigures({ champion, challenger }: ModelCard): ComparedFigure[] {
  return FIGURES.map((name) => {
    const before = champion.figures[name]
    const after = challenger.figures[name]
    const points = before && after ? (after.value - before.value) * 100 : null
    return { name, before, after, points, verdict: verdictOf(name, points) }
  })
}

function verdictOf(name: FigureName, points: number | null): ComparedFigure['verdict'] {
  if (points === null) return 'unknown'
  if (Math.abs(points) < LEAST_POINTS) return 'same'
  return points > 0 === SMALLER_IS_BETTER.includes(name) ? 'worse' : 'better'
}

/** With fewer held-out decisions small differences come by chance. */
const FEW = 200

/** Whether the figures rest on so little that an admin should be told. */
export const isRough = ({ heldOut }: ModelCard): boolean => heldOut < FEW
