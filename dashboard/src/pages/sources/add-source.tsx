import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Field } from '../../form.tsx'
import { textOf } from '../../form-text.ts'
import { ApiError } from '../../request.ts'
import { sentenceOf } from '../../states.tsx'
import { useUi } from '../../ui.tsx'

const KINDS = ['feed', 'webhook'] as const
type Kind = (typeof KINDS)[number]

/** Adds a feed, which is fetched at once, or a webhook, to which other systems send. */
export function AddSourceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useUi()
  const [kind, setKind] = useState<Kind>('feed')
  const client = useQueryClient()
  const adding = useMutation({
    mutationFn: api.addSource,
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['sources'] })
    },
  })
  const fields = adding.error instanceof ApiError ? adding.error.fields : {}

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => textOf(form, name)
    const name = text('name')
    if (kind === 'webhook') adding.mutate({ kind, name, channel: text('channel') })
    else {
      const intervalMinutes = Number(text('intervalMinutes'))
      adding.mutate({ kind, name, url: text('url'), intervalMinutes })
    }
  }
  return (
    <Dialog title={t.sources.addTitle} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={t.sources.kind}>
          {(ids) => (
            <select {...ids} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {t.sources.kindLong[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.sources.name} hint={t.sources.nameHint} error={fields.name}>
          {(ids) => <input {...ids} name="name" minLength={2} maxLength={120} required />}
        </Field>
        {kind === 'feed' ? <FeedFields fields={fields} /> : <WebhookFields fields={fields} />}
        <p role="alert" className="error">
          {adding.error ? sentenceOf(adding.error, t) : ''}
        </p>
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t.app.cancel}
          </button>
          <button type="submit" className="primary" disabled={adding.isPending}>
            {t.sources.add}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

type Problems = { fields: Record<string, string | undefined> }

function FeedFields({ fields }: Problems) {
  const { t } = useUi()
  return (
    <>
      <Field label={t.sources.url} hint={t.sources.urlHint} error={fields['url']}>
        {(ids) => <input {...ids} name="url" type="url" maxLength={2000} required />}
      </Field>
      <Field label={t.sources.interval} error={fields['intervalMinutes']}>
        {(ids) => (
          <input
            {...ids}
            name="intervalMinutes"
            type="number"
            min={10}
            max={10_080}
            defaultValue={30}
            required
          />
        )}
      </Field>
    </>
  )
}

const CHANNELS = ['facebook', 'instagram', 'x', 'tiktok', 'whatsapp', 'sms', 'news', 'import']

function WebhookFields({ fields }: Problems) {
  const { t } = useUi()
  return (
    <Field label={t.sources.channel} hint={t.sources.channelHint} error={fields['channel']}>
      {(ids) => (
        <select {...ids} name="channel">
          {CHANNELS.map((each) => (
            <option key={each} value={each}>
              {t.channels[each] ?? each}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
