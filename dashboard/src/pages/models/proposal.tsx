import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, type Model } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Field } from '../../form.tsx'
import { textOf } from '../../form-text.ts'
import { Icon } from '../../icons.tsx'
import { Ago } from '../../marks.tsx'
import { sentenceOf } from '../../states.tsx'
import { toast, toastError } from '../../toast.tsx'
import { useUi } from '../../ui.tsx'
import { ScoreTable } from './score-table.tsx'

const KEY = ['models']

type Props = {
  proposal: Model
  /** The model that reads, as this screen shows it. */
  reads: string
}

/** A model that waits for an admin's decision, with what speaks for it and against it. */
export function Proposal({ proposal, reads }: Props) {
  const { t } = useUi()
  const [isDeclining, setDeclining] = useState(false)
  const client = useQueryClient()
  const accept = useMutation({
    mutationFn: () => api.acceptModel(proposal.id, reads),
    onSuccess: (models) => {
      client.setQueryData(KEY, models)
      toast(t.models.accepted(proposal.name))
    },
    onError: (error) => {
      toastError(sentenceOf(error, t))
      void client.invalidateQueries({ queryKey: KEY })
    },
  })
  return (
    <section className="panel proposal">
      <h2>
        {t.models.proposal(proposal.name)}{' '}
        <span className="faint">
          <Ago at={proposal.proposedAt} />
        </span>
      </h2>
      {proposal.card.champion.name !== reads && (
        <p className="rough">
          <Icon name="alert" />
          {t.models.comparedWith(proposal.card.champion.name)}
        </p>
      )}
      <ScoreTable card={proposal.card} />
      <p className="hint">{t.models.consequence}</p>
      <div className="buttons">
        <button type="button" disabled={accept.isPending} onClick={() => setDeclining(true)}>
          {t.models.decline}
        </button>
        <button
          type="button"
          className="primary"
          disabled={accept.isPending}
          onClick={() => accept.mutate()}
        >
          <Icon name="check" />
          {t.models.accept}
        </button>
      </div>
      {isDeclining && <DeclineDialog proposal={proposal} onClose={() => setDeclining(false)} />}
    </section>
  )
}

function DeclineDialog({ proposal, onClose }: { proposal: Model; onClose: () => void }) {
  const { t } = useUi()
  const client = useQueryClient()
  const decline = useMutation({
    mutationFn: (note: string) => api.declineModel(proposal.id, note),
    onSuccess: (models) => {
      client.setQueryData(KEY, models)
      toast(t.models.declined(proposal.name))
      onClose()
    },
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    decline.mutate(textOf(new FormData(event.currentTarget), 'note'))
  }
  return (
    <Dialog title={t.models.declineTitle(proposal.name)} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="hint">{t.models.declineHint}</p>
        <Field label={t.models.note} optional>
          {(ids) => <textarea {...ids} name="note" rows={3} maxLength={2000} />}
        </Field>
        <p role="alert" className="error">
          {decline.error ? sentenceOf(decline.error, t) : ''}
        </p>
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t.app.cancel}
          </button>
          <button type="submit" className="primary" disabled={decline.isPending}>
            {t.models.decline}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
