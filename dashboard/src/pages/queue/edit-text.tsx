import type { FormEvent } from 'react'
import type { CandidateRow, Change } from '../../api.ts'
import { Field } from '../../form.tsx'
import { textOf } from '../../form-text.ts'
import { sameOf, useChangeWords } from './change-props.ts'

type Props = {
  rows: CandidateRow[]
  field: 'place' | 'subject'
  onDone: (change: Change, name: string, value: string | null) => void
}

const MOST = { place: 300, subject: 200 }

/** A field that is written in words. */
export function EditText({ rows, field, onDone }: Props) {
  const { words } = useChangeWords(rows)
  const name = words.edit[field]
  const before = sameOf(rows, ({ place, title }) => (field === 'place' ? (place ?? '') : title))

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = textOf(new FormData(event.currentTarget), 'text')
    if (field === 'subject') return onDone({ title: text }, name, text)
    return onDone({ place: text || null }, name, text || null)
  }
  return (
    <form onSubmit={submit}>
      <Field label={name} optional={field === 'place'}>
        {(ids) => (
          <input
            {...ids}
            name="text"
            defaultValue={(before ?? '').slice(0, MOST[field])}
            maxLength={MOST[field]}
            required={field === 'subject'}
            autoComplete="off"
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      <div className="buttons">
        <button type="submit" className="primary">
          {words.edit.save}
        </button>
      </div>
    </form>
  )
}
