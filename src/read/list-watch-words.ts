import type { Sql } from '../db/connect.ts'
import { requireRight } from '../people/roles.ts'
import type { Acting } from '../people/officer.ts'
import { CATEGORIES, type Category } from '../region/category.ts'
import { countWatched, type Heard } from './count-watched.ts'
import { watchRows, type WatchRow } from './queries-watch-words.ts'

export type WatchListWord = {
  /** Null: a word of the pack that nobody changed. */
  id: number | null
  word: string
  /** Null: only counted. */
  category: Category | null
  off: boolean
  isFromPack: boolean
  /** What the pack says of a word of its own. */
  packCategory: Category | null
  note: string
  changedBy: WatchRow['changedBy']
  changedAt: Date | null
  heard: Heard
}

export type WatchList = {
  items: WatchListWord[]
  /** In how many messages they were counted, and since when the oldest of them is. */
  messages: number
  since: Date | null
}

/** Every word of the pack and every own one by category, with how often each was heard lately. */
export async function listWatchWords(
  sql: Sql,
  { region, officer }: Acting,
  now: Date = new Date(),
): Promise<WatchList> {
  requireRight(officer, 'sources.read')
  const rows = new Map((await watchRows(sql, region.id)).map((row) => [row.word, row]))
  const ofPack = region.watchWords.map(({ word, category, note }) => {
    const row = rows.get(word.toLowerCase())
    rows.delete(word.toLowerCase())
    return {
      ...shown(row),
      word,
      note,
      packCategory: category,
      category: row?.category ?? category,
    }
  })
  const own = [...rows.values()].map((row) => ({ ...shown(row), note: '', packCategory: null }))
  const words = [...ofPack, ...own]
  const counted = await countWatched(sql, region, { words: words.map(({ word }) => word), now })
  const items = words.map((each) => ({
    ...each,
    isFromPack: each.packCategory !== null,
    heard: counted.heard.get(each.word) ?? { count: 0, lastAt: null },
  }))
  return { items: items.toSorted(byCategory), messages: counted.messages, since: counted.since }
}

const NEW = { id: null, word: '', category: null, off: false, changedBy: null, changedAt: null }

const shown = (
  row: WatchRow | undefined,
): Omit<WatchRow, 'id' | 'changedAt'> & {
  id: number | null
  changedAt: Date | null
} => row ?? NEW

type Sorted = Pick<WatchListWord, 'category' | 'word'>

const placeOf = ({ category }: Sorted): number =>
  category === null ? CATEGORIES.length : CATEGORIES.indexOf(category)

const byCategory = (a: Sorted, b: Sorted): number =>
  placeOf(a) - placeOf(b) || a.word.localeCompare(b.word, 'id')
