import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { api, type SavedView } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { textOf } from '../../form-text.ts'
import { Field } from '../../form.tsx'
import { Icon } from '../../icons.tsx'
import { sentenceOf } from '../../states.tsx'
import { useUi, useWords } from '../../ui.tsx'
import { viewsQuery } from './views-bar.tsx'
import { viewsWords } from './views-words.ts'

type Answer = Awaited<ReturnType<typeof api.views>>
type Props = { address: string; onClose: () => void }

/** Keeps the filters of now under a name; renames, moves and removes what was kept. */
export default function ViewsDialog({ address, onClose }: Props) {
  const { t } = useUi()
  const words = useWords(viewsWords)
  const client = useQueryClient()
  const { data } = useQuery(viewsQuery)
  const save = useMutation({
    mutationFn: (change: () => Promise<Answer>) => change(),
    onSuccess: (answer) => client.setQueryData(viewsQuery.queryKey, answer),
  })
  const views = data?.items ?? []

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = textOf(new FormData(event.currentTarget), 'name')
    save.mutate(() => api.addView({ name, query: address.slice(1) }), { onSuccess: onClose })
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p className="hint">{words.intro}</p>
      {address !== '' && (
        <form className="own-time" onSubmit={add}>
          <Field label={words.name} hint={words.current}>
            {(ids) => <input {...ids} name="name" maxLength={60} required autoComplete="off" />}
          </Field>
          <button type="submit" className="primary">
            {words.save}
          </button>
        </form>
      )}
      {views.length === 0 && address === '' && <p>{words.none}</p>}
      <ol className="view-list">
        {views.map((view, index) => (
          <ViewLine
            key={view.id}
            view={view}
            places={{ index, count: views.length }}
            onChange={(change) => save.mutate(change)}
          />
        ))}
      </ol>
      <p role="alert" className="error">
        {save.error ? sentenceOf(save.error, t) : ''}
      </p>
    </Dialog>
  )
}

type LineProps = {
  view: SavedView
  places: { index: number; count: number }
  onChange: (change: () => Promise<Answer>) => void
}

function ViewLine({ view: { id, name }, places: { index, count }, onChange }: LineProps) {
  const words = useWords(viewsWords)
  const move = (position: number) => onChange(() => api.changeView(id, { position }))
  function rename(typed: string) {
    const next = typed.trim()
    if (next !== '' && next !== name) onChange(() => api.changeView(id, { name: next }))
  }
  return (
    <li>
      <input
        key={name}
        aria-label={words.rename(name)}
        defaultValue={name}
        maxLength={60}
        onBlur={(event) => rename(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename(event.currentTarget.value)
        }}
      />
      <button
        type="button"
        className="quiet square"
        aria-label={words.up(name)}
        disabled={index === 0}
        onClick={() => move(index - 1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="quiet square"
        aria-label={words.down(name)}
        disabled={index === count - 1}
        onClick={() => move(index + 1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        className="quiet square"
        aria-label={words.remove(name)}
        onClick={() => onChange(() => api.removeView(id))}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
