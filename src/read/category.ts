/** Which of the 18 categories a message is about, best three first. */
import { CATEGORIES, type Category } from '../region/category.ts'
import { classShares, type ClassModel } from './classes.ts'
import type { Findings } from './look.ts'
import type { ModusFound } from './modus.ts'
import type { Scored } from './reading.ts'
import type { Topics } from './topics.ts'

/** What speaks for each category; only the proportions count. */
export type CategoryShares = ReadonlyMap<Category, number>

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
/** A share of a model below this is no answer. */
const LEAST_SHARE = 0.005
const COUNT = CATEGORIES.length
const numbers = new Map(CATEGORIES.map((category, n) => [category, n]))

/** Among the class cues: how grave the misconduct is that is named. */
export const MISCONDUCT_CUE = COUNT
/** How many values `classCues` gives. */
export const CLASS_CUES = 2 * COUNT + 1

/**
 * What named words say, for a model of the categories: the weight of the problems of each category, the
 * misconduct, and the number of things of each category; all as log(1 + x).
 */
export function classCues(topics: Topics, modus: readonly ModusFound[]): Float64Array {
  const cues = new Float64Array(CLASS_CUES)
  for (const { category, weight } of topics.problems) cues[numbers.get(category)!]! += weight
  cues[MISCONDUCT_CUE] = misconductOf(modus)
  for (const { values } of topics.hits) {
    for (const { category, role } of values) {
      if (role === 'thing' && category) cues[MISCONDUCT_CUE + 1 + numbers.get(category)!]! += 1
    }
  }
  return cues.map((value) => Math.log1p(value))
}

/** By a trained model, which is given the named words too. */
export function sharesByModel(
  model: ClassModel,
  { message, topics, modus }: Pick<Findings, 'message' | 'topics' | 'modus'>,
): CategoryShares {
  const shares = classShares(model, message.tokens, classCues(topics, modus))
  const pairs = model.labels.map((label, n) => [label as Category, shares[n]!] as const)
  return new Map(pairs.filter(([, share]) => share >= LEAST_SHARE))
}

/** By the named words alone. */
export function sharesByWords(topics: Topics, modus: readonly ModusFound[]): CategoryShares {
  const shares = new Map(topics.scores)
  const misconduct = misconductOf(modus)
  if (misconduct > 0) shares.set('aparat', (shares.get('aparat') ?? 0) + misconduct)
  return shares
}

/**
 * The best three. The category that a citizen chose comes first. Scores are shares of all that was found
 * and add up to at most 1.
 */
export function chooseCategories(found: CategoryShares, known?: Category): Scored<Category>[] {
  const shares = new Map(found)
  if (known) shares.set(known, 10 + Math.max(0, ...shares.values()))
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  return [...shares]
    .filter(([, share]) => share > 0)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([code, share]) => ({ code, score: round(share / total) }))
}

const misconductOf = (modus: readonly ModusFound[]): number =>
  Math.max(0, ...modus.map((one) => MODUS_WEIGHT[one.modus]))

const round = (share: number): number => Math.round(share * 1000) / 1000
