import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type WatchWord, type WatchWords } from '../../api.ts'
import { sentenceOf } from '../../states.tsx'
import { toast, toastError } from '../../toast.tsx'
import { useNames, useUi, useWords } from '../../ui.tsx'
import { watchWordsTexts } from './words.ts'

const KEY = ['watch-words']

export const useWatchWords = () => useQuery({ queryKey: KEY, queryFn: api.watchWords })

/** What was done, in words, and how it is taken back. */
type Deed = { ask: () => Promise<WatchWords>; said: string; undo?: () => Deed }

/** The acts on one word. Every answer is the whole list; each can be taken back while its sentence shows. */
export function useWatchActs() {
  const { t } = useUi()
  const w = useWords(watchWordsTexts)
  const names = useNames()
  const client = useQueryClient()
  const doing = useMutation({
    mutationFn: ({ ask }: Deed) => ask(),
    onSuccess: (list, { said, undo }) => {
      client.setQueryData(KEY, list)
      toast(said, undo && { label: w.undo, run: () => doing.mutate(undo()) })
    },
    onError: (error) => {
      toastError(sentenceOf(error, t))
      void client.invalidateQueries({ queryKey: KEY })
    },
  })
  const nameOf = (category: WatchWord['category']) => names.category(category) || w.onlyCount

  const turn = ({ word, off }: WatchWord): Deed => ({
    ask: () => api.changeWatchWord({ word, off: !off }),
    said: off ? w.turnedOn(word) : w.turnedOff(word),
  })
  const give = ({ word }: WatchWord, category: WatchWord['category']): Deed => ({
    ask: () => api.changeWatchWord({ word, category }),
    said: w.changed(word, nameOf(category)),
  })
  const remove = ({ word, id }: WatchWord): Deed => ({
    ask: () => api.removeWatchWord(id ?? 0),
    said: w.removed(word),
  })
  const bringBack = ({ word, category, off }: WatchWord): Deed => ({
    ask: () => api.addWatchWord({ word, category, off }),
    said: w.added(word),
  })
  return {
    isBusy: doing.isPending,
    turn: (word: WatchWord) =>
      doing.mutate({ ...turn(word), undo: () => turn({ ...word, off: !word.off }) }),
    give: (word: WatchWord, category: WatchWord['category']) =>
      doing.mutate({ ...give(word, category), undo: () => give(word, word.category) }),
    remove: (word: WatchWord) => doing.mutate({ ...remove(word), undo: () => bringBack(word) }),
    /** The list as it is after one word more. */
    took: (list: WatchWords, word: string) => {
      client.setQueryData(KEY, list)
      toast(w.added(word))
    },
  }
}

export type WatchActs = ReturnType<typeof useWatchActs>
