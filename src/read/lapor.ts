/** What LAPOR would call a filed complaint: its top category, and the name below it where words decide. */
import type { Category } from '../region/category.ts'
import { LAPOR_NAMES, type LaporName } from './lexicon/lapor-names.ts'
import type { Token } from './normalize.ts'
import { findPhrases, makePhrases } from './phrases.ts'

const BETWEEN = ' > '
const CATEGORY_NAMES = Object.entries(LAPOR_NAMES) as [Category, (typeof LAPOR_NAMES)[Category]][]
const phrases = makePhrases(
  CATEGORY_NAMES.flatMap(([category, { finer }]) =>
    finer.flatMap(({ words, ...name }) => words.map((word) => [word, { category, name }] as const)),
  ),
)

/**
 * The name as LAPOR writes it, "TOP > NAME BELOW" or the top alone. Of several names that the words point
 * to, the one that is pointed to most wins; longer phrases count more.
 */
export function laporCategory(category: Category, tokens: Token[] = []): string {
  const votes = new Map<LaporName, number>()
  for (const { values, from, to } of findPhrases(phrases, tokens)) {
    for (const value of values) {
      if (value.category !== category) continue
      votes.set(value.name, (votes.get(value.name) ?? 0) + 1 + (to - from))
    }
  }
  let best: LaporName = LAPOR_NAMES[category]
  let most = 0
  for (const [name, count] of votes) if (count > most) [best, most] = [name, count]
  return best.sub === null ? best.top : best.top + BETWEEN + best.sub
}
