import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, type PracticeChoice } from '../../api.ts'
import { sentenceOf } from '../../states.tsx'
import { toastError } from '../../toast.tsx'
import { useSession, useUi } from '../../ui.tsx'
import { readKept, sumOf, withRound, writeKept, type Kept, type Result } from './scores.ts'

/** One round after the other: items are drawn, decided one by one, and summed up at the end. */
export function usePractice() {
  const { t } = useUi()
  const { officer } = useSession()
  const [kept, keep] = useKept(officer.id)
  const [round, setRound] = useState(0)
  const [results, setResults] = useState<Result[]>([])
  const [index, setIndex] = useState(0)
  const sending = useRef(false)
  const drawn = useDrawn(officer.id, round, kept.seen)
  const items = drawn.data?.items ?? []
  const item = items[index]
  const result = results[index]

  async function decide(choice: PracticeChoice) {
    if (!item || result || sending.current) return
    sending.current = true
    try {
      const answer = await api.answerPractice(item.id, choice)
      setResults((before) => [...before, { choice, answer }])
    } catch (error) {
      toastError(sentenceOf(error, t))
    } finally {
      sending.current = false
    }
  }

  function next() {
    if (!result) return
    setIndex(index + 1)
    if (index + 1 < items.length) return
    const most = items.length * (drawn.data?.points.whole ?? 0)
    const done = { at: new Date().toISOString(), points: sumOf(results), most }
    const ids = items.map(({ id }) => id)
    keep(withRound(kept, done, ids))
  }

  return {
    drawn,
    items,
    index,
    item,
    result,
    results,
    rounds: kept.rounds,
    decide,
    next,
    again: () => {
      setResults([])
      setIndex(0)
      setRound(round + 1)
    },
    forget: () => keep({ rounds: [], seen: kept.seen }),
  }
}

const useDrawn = (officerId: number, round: number, seen: number[]) =>
  useQuery({
    queryKey: ['practice', officerId, round],
    queryFn: () => api.practice(seen.join(',')),
    // What one reads does not change under one's eyes.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Scores and what was seen stay in this browser, each officer's own. */
function useKept(officerId: number): [Kept, (next: Kept) => void] {
  const [kept, setKept] = useState(() => readKept(officerId))
  function keep(next: Kept) {
    setKept(next)
    writeKept(officerId, next)
  }
  return [kept, keep]
}
