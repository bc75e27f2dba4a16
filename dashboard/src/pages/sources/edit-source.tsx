import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { api, type Source } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Field } from '../../form.tsx'
import { textOf } from '../../form-text.ts'
import { ApiError } from '../../request.ts'
import { sentenceOf } from '../../states.tsx'
import { toast } from '../../toast.tsx'
import { useUi, useWords } from '../../ui.tsx'
import { sourcesTexts } from './words.ts'

/** Its name, and how often it is checked. */
export function EditSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useUi()
  const w = useWords(sourcesTexts)
  const client = useQueryClient()
  const isPolled = source.url !== ''
  const saving = useMutation({
    mutationFn: (change: { name: string; intervalMinutes?: number }) =>
      api.changeSource(source.id, change),
    onSuccess: async ({ name }) => {
      toast(w.saved(name))
      onClose()
      await client.invalidateQueries({ queryKey: ['sources'] })
    },
  })
  const fields = saving.error instanceof ApiError ? saving.error.fields : {}

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const intervalMinutes = Number(textOf(form, 'intervalMinutes'))
    saving.mutate({ name: textOf(form, 'name'), ...(isPolled && { intervalMinutes }) })
  }
  return (
    <Dialog title={w.editOf(source.name)} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={t.sources.name} error={fields['name']}>
          {(ids) => (
            <input
              {...ids}
              name="name"
              defaultValue={source.name}
              minLength={2}
              maxLength={120}
              required
            />
          )}
        </Field>
        {isPolled && (
          <IntervalField minutes={source.intervalMinutes} error={fields['intervalMinutes']} />
        )}
        <p role="alert" className="error">
          {saving.error ? sentenceOf(saving.error, t) : ''}
        </p>
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t.app.cancel}
          </button>
          <button type="submit" className="primary" disabled={saving.isPending}>
            {w.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function IntervalField({ minutes, error }: { minutes: number; error: string | undefined }) {
  const { t } = useUi()
  const w = useWords(sourcesTexts)
  return (
    <Field label={t.sources.interval} hint={w.intervalHint} error={error}>
      {(ids) => (
        <input
          {...ids}
          name="intervalMinutes"
          type="number"
          min={10}
          max={10_080}
          defaultValue={minutes}
          required
        />
      )}
    </Field>
  )
}
