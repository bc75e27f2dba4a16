import { useQuery } from '@tanstack/react-query'
import type { CandidateRow, Scored } from '../../api.ts'
import { useUi, useWords } from '../../ui.tsx'
import { bestReading } from './best-reading.ts'
import { candidateQuery } from './candidate-query.ts'
import { changeWords } from './change-words.ts'
import type { ListOption } from './option-list.tsx'

const NONE: Scored[] = []

type Asked = {
  rows: CandidateRow[]
  of: 'categories' | 'agencies'
  current: string | null | undefined
}

/** The options with the reading's guesses in front, and what stands there now named. */
export function useSuggested(options: ListOption[], { rows, of, current }: Asked): ListOption[] {
  const { times } = useUi()
  const words = useWords(changeWords)
  const [row] = rows
  // Only one candidate has a reading that speaks for it.
  const isOne = rows.length === 1 && row !== undefined
  const detail = useQuery({ ...candidateQuery(row?.id ?? 0, row?.version), enabled: isOne })
  const scored = (isOne && detail.data && bestReading(detail.data.voices)?.[of]) || NONE
  const scoreOf = new Map<string, number>(scored.map(({ code, score }) => [code, score]))
  const noteOf = (code: string) => {
    const score = scoreOf.get(code)
    const said = score === undefined ? '' : words.suggested(times.percent(score))
    return [code === current ? words.now : '', said].filter(Boolean).join(', ') || undefined
  }
  return options
    .map((option) => ({ ...option, note: noteOf(option.code) }))
    .sort((a, b) => (scoreOf.get(b.code) ?? 0) - (scoreOf.get(a.code) ?? 0))
}
