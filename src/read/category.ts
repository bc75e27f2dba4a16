/** Which of the 18 categories a message is about, best three first. */
import type { Category } from '../region/category.ts'
import type { ModusFound } from './modus.ts'
import type { Scored } from './reading.ts'
import type { Topics } from './topics.ts'

/** Misconduct is what a person must look at, whatever service it happened in. */
const MODUS_WEIGHT: Record<ModusFound['modus'], number> = {
  pungli: 5,
  suap: 5,
  percaloan: 3,
  nepotisme: 3,
  penyalahgunaan_wewenang: 4,
  diskriminasi: 2.5,
  tidak_kompeten: 1.5,
  penundaan_berlarut: 0,
}

/**
 * The category that a citizen chose comes first. Scores are shares of all that was found and add up
 * to at most 1.
 */
export function chooseCategories(
  topics: Topics,
  modus: ModusFound[],
  known?: Category,
): Scored<Category>[] {
  const scores = new Map(topics.scores)
  const misconduct = Math.max(0, ...modus.map((one) => MODUS_WEIGHT[one.modus]))
  if (misconduct > 0) scores.set('aparat', (scores.get('aparat') ?? 0) + misconduct)
  if (known) scores.set(known, 10 + Math.max(0, ...scores.values()))
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0)
  return [...scores]
    .filter(([, score]) => score > 0)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([code, score]) => ({ code, score: round(score / total) }))
}

const round = (share: number): number => Math.round(share * 1000) / 1000
