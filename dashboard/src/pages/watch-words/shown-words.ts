/** Which watch words are shown, by category. Pure. */
import type { WatchWord } from '../../api.ts'

export const FILTERS = ['all', 'own', 'off', 'unheard'] as const
export type Filter = (typeof FILTERS)[number]

const FITS: Record<Filter, (word: WatchWord) => boolean> = {
  all: () => true,
  own: ({ isFromPack }) => !isFromPack,
  off: ({ off }) => off,
  unheard: ({ heard }) => heard.count === 0,
}

export type WordsOfCategory = { category: WatchWord['category']; words: WatchWord[] }

/** The list comes in the order of the categories, each in the order of the alphabet. */
export function shownWords(
  words: readonly WatchWord[],
  { filter, search }: { filter: Filter; search: string },
): WordsOfCategory[] {
  const wanted = search.trim().toLowerCase()
  const fitting = words.filter(
    (each) => FITS[filter](each) && each.word.toLowerCase().includes(wanted),
  )
  const groups = Map.groupBy(fitting, ({ category }) => category)
  return [...groups].map(([category, words]) => ({ category, words }))
}

/** How many words each filter would show. */
export function countShown(words: readonly WatchWord[]): Record<Filter, number> {
  const countOf = (filter: Filter) => words.filter(FITS[filter]).length
  return {
    all: countOf('all'),
    own: countOf('own'),
    off: countOf('off'),
    unheard: countOf('unheard'),
  }
}
