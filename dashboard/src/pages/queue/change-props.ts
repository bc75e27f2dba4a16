import type { CandidateRow, Change } from '../../api.ts'
import { useUi, useWords } from '../../ui.tsx'
import { changeWords } from './change-words.ts'
import { short } from './decisions.ts'

export type ChangeProps = {
  /** One, or all that are selected; never none. */
  rows: CandidateRow[]
  onClose: () => void
  /**
   * What to change, and what was done in words. `of` is there when the rows change in different ways: then it
   * tells the change of each, null for a row that stays.
   */
  onDone: (change: Change, words: string, of?: (row: CandidateRow) => Change | null) => void
}

/** The words of the dialogs, and what they call the rows: “Lampu mati”, or "12 kandidat". */
export function useChangeWords(rows: CandidateRow[]) {
  const { times } = useUi()
  const words = useWords(changeWords)
  const [first] = rows
  const what =
    rows.length === 1 && first
      ? words.quoted(short(first.title))
      : words.many(times.whole(rows.length))
  return { words, what }
}

/** The value that all rows have; undefined when they differ. */
export function sameOf<Value>(rows: CandidateRow[], valueOf: (row: CandidateRow) => Value) {
  const values = new Set(rows.map(valueOf))
  return values.size === 1 ? [...values][0] : undefined
}
