import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, type ActInput, type Case, type CaseAct } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Field, Picker, useAgencyOptions } from '../../form.tsx'
import { textOf } from '../../form-text.ts'
import { Icon, type IconName } from '../../icons.tsx'
import { ApiError } from '../../request.ts'
import { sentenceOf } from '../../states.tsx'
import { toast } from '../../toast.tsx'
import { useSession, useUi } from '../../ui.tsx'

const ICONS: Record<CaseAct, IconName> = {
  dispose: 'send',
  start: 'clock',
  answer: 'voices',
  close: 'check',
  decline: 'close',
  reopen: 'refresh',
  return: 'undo',
}

type Asks = { name: 'note' | 'text' | 'reason'; required: boolean; rows: number }
/** What each act asks for in words. */
const ASKS: Record<CaseAct, Asks | null> = {
  dispose: { name: 'note', required: false, rows: 3 },
  start: null,
  answer: { name: 'text', required: true, rows: 8 },
  close: { name: 'note', required: false, rows: 3 },
  decline: { name: 'reason', required: true, rows: 4 },
  reopen: { name: 'reason', required: true, rows: 4 },
  return: { name: 'reason', required: true, rows: 4 },
}

/** The buttons are exactly the acts that the server offered with the case. */
export function CaseActs({ found }: { found: Case }) {
  const { t } = useUi()
  const [asked, setAsked] = useState<CaseAct | null>(null)
  if (found.acts.length === 0) return null
  return (
    <div className="acts" role="group" aria-label={t.cases.acts}>
      {found.acts.map((act, index) => (
        <button
          key={act}
          type="button"
          className={index === 0 ? 'primary' : undefined}
          onClick={() => setAsked(act)}
        >
          <Icon name={ICONS[act]} />
          {t.caseActs[act]}
        </button>
      ))}
      {asked && <ActDialog found={found} act={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

type DialogProps = { found: Case; act: CaseAct; onClose: () => void }

function ActDialog({ found, act, onClose }: DialogProps) {
  const { t } = useUi()
  const client = useQueryClient()
  const [agency, setAgency] = useState<string | null>(null)
  const asks = ASKS[act]
  const saving = useMutation({
    mutationFn: (input: ActInput) => api.act(found.id, act, input),
    onSuccess: async () => {
      toast(`${found.number}: ${t.caseActsDone[act]}`)
      onClose()
      await client.invalidateQueries({ queryKey: ['case', found.id] })
      await client.invalidateQueries({ queryKey: ['cases'] })
    },
  })
  const fields = saving.error instanceof ApiError ? saving.error.fields : {}

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const words = asks && textOf(new FormData(event.currentTarget), asks.name)
    saving.mutate({
      version: found.version,
      ...(agency && { agencyCode: agency }),
      ...(asks && words && { [asks.name]: words }),
    })
  }
  return (
    <Dialog title={`${t.caseActs[act]}: ${found.number}`} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="hint">{t.caseActHints[act]}</p>
        {act === 'dispose' && (
          <Destination code={agency} onPick={setAgency} error={fields.agencyCode} />
        )}
        {asks && <WordsField asks={asks} error={fields[asks.name]} />}
        <p role="alert" className="error">
          {saving.error ? `${t.cases.notDone} ${sentenceOf(saving.error, t)}` : ''}
        </p>
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t.app.cancel}
          </button>
          <button type="submit" className="primary" disabled={saving.isPending}>
            {t.caseActs[act]}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function WordsField({ asks, error }: { asks: Asks; error: string | undefined }) {
  const { t } = useUi()
  return (
    <Field label={t.caseActFields[asks.name]} optional={!asks.required} error={error}>
      {(ids) => (
        <textarea
          {...ids}
          name={asks.name}
          rows={asks.rows}
          maxLength={10_000}
          required={asks.required}
        />
      )}
    </Field>
  )
}

type DestinationProps = {
  code: string | null
  onPick: (code: string | null) => void
  error: string | undefined
}

function Destination({ code, onPick, error }: DestinationProps) {
  const { region } = useSession()
  const options = useAgencyOptions()
  return (
    <Picker
      label={region.office.agency}
      options={options}
      code={code}
      onPick={onPick}
      error={error}
      required
    />
  )
}
