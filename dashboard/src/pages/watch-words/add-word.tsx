import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { api, type WatchWord, type WatchWords } from '../../api.ts'
import { Field } from '../../form.tsx'
import { textOf } from '../../form-text.ts'
import { Icon } from '../../icons.tsx'
import { ApiError } from '../../request.ts'
import { sentenceOf } from '../../states.tsx'
import { useUi, useWords } from '../../ui.tsx'
import { CategorySelect } from './category-select.tsx'
import { watchWordsTexts } from './words.ts'

/** One word after the other: after each the field is empty and has the focus again. */
export function AddWord({ took }: { took: (list: WatchWords, word: string) => void }) {
  const { t } = useUi()
  const w = useWords(watchWordsTexts)
  const field = useRef<HTMLInputElement>(null)
  const [category, setCategory] = useState<WatchWord['category']>('jalan')
  const adding = useMutation({
    mutationFn: api.addWatchWord,
    onSuccess: (list, { word }) => {
      took(list, word)
      if (!field.current) return
      field.current.value = ''
      field.current.focus()
    },
    onError: () => field.current?.focus(),
  })
  const { error } = adding
  const fields = error instanceof ApiError ? error.fields : {}

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    adding.mutate({ word: textOf(new FormData(event.currentTarget), 'word'), category })
  }
  return (
    <form className="panel add-word" onSubmit={submit}>
      <Field label={w.word} hint={w.wordHint} error={fields['word']}>
        {(ids) => (
          <input {...ids} ref={field} name="word" maxLength={80} autoComplete="off" required />
        )}
      </Field>
      <Field label={w.category} error={fields['category']}>
        {(ids) => <CategorySelect {...ids} category={category} onPick={setCategory} mayBeNone />}
      </Field>
      <button type="submit" className="primary" disabled={adding.isPending}>
        <Icon name="plus" />
        {w.add}
      </button>
      <p role="alert" className="error">
        {error && Object.keys(fields).length === 0 ? sentenceOf(error, t) : ''}
      </p>
    </form>
  )
}
