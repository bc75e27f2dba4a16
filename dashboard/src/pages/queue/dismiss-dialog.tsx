import { useState, type KeyboardEvent } from 'react'
import { DISMISS_REASONS, type DismissReason } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Field } from '../../form.tsx'
import { useUi } from '../../ui.tsx'

type Props = {
  /** On how many candidates it falls. */
  count?: number
  onClose: () => void
  onDone: (reason: DismissReason, note: string) => void
}

/** A dismissal needs a reason: one more key, 1 to 7. */
export function DismissDialog({ count = 1, onClose, onDone }: Props) {
  const { t, times } = useUi()
  const [note, setNote] = useState('')

  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return
    const reason = DISMISS_REASONS[Number(event.key) - 1]
    if (!reason) return
    event.preventDefault()
    onDone(reason, note.trim())
  }
  return (
    <Dialog
      title={count > 1 ? t.dismissDialog.titleMany(times.whole(count)) : t.dismissDialog.title}
      onClose={onClose}
    >
      <div onKeyDown={onKeyDown}>
        <p className="hint">{t.dismissDialog.hint}</p>
        <ol className="choices">
          {DISMISS_REASONS.map((reason, index) => (
            <li key={reason}>
              <button
                type="button"
                aria-keyshortcuts={String(index + 1)}
                onClick={() => onDone(reason, note.trim())}
              >
                <kbd aria-hidden="true">{index + 1}</kbd>
                {t.reasons[reason]}
              </button>
            </li>
          ))}
        </ol>
        <Field label={t.dismissDialog.note} optional>
          {(ids) => (
            <input
              {...ids}
              value={note}
              maxLength={500}
              autoComplete="off"
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
