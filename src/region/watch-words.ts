/** The words that are watched now: those of the pack and what officers changed of them. Pure. */
import type { Category } from './category.ts'
import type { WatchWord } from './region.ts'

/** What officers decided of one word; `word` is in lower case. */
export type WatchChange = {
  word: string
  /** Null: of a word of the pack its own category stays; an own word is only counted. */
  category: Category | null
  off: boolean
}

/** A word that is not in the pack is an own one. What is off or has no category says nothing of a post. */
export function watchedNow(
  pack: readonly WatchWord[],
  changes: readonly WatchChange[],
): { word: string; category: Category }[] {
  const changed = new Map(changes.map((change) => [change.word, change]))
  const ofPack = pack.flatMap(({ word, category }) => {
    const change = changed.get(word.toLowerCase())
    changed.delete(word.toLowerCase())
    return change?.off ? [] : [{ word, category: change?.category ?? category }]
  })
  const own = [...changed.values()].flatMap(({ word, category, off }) =>
    off || category === null ? [] : [{ word, category }],
  )
  return [...ofPack, ...own]
}
