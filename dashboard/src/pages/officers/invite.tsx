import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, type Role } from '../../api.ts'
import { CopyField } from '../../copy-field.tsx'
import { Dialog } from '../../dialog.tsx'
import { Field, Picker, useAgencyOptions } from '../../form.tsx'
import { ApiError } from '../../request.ts'
import { sentenceOf } from '../../states.tsx'
import { useSession, useUi } from '../../ui.tsx'

/** As they are offered. */
export const ROLES: Role[] = ['analyst', 'humas', 'agency', 'leader', 'observer', 'admin']

/** Role, agency where there is one, and out comes a link that works once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useUi()
  const { region } = useSession()
  const [role, setRole] = useState<Role>('analyst')
  const [agency, setAgency] = useState<string | null>(null)
  const agencies = useAgencyOptions()
  const inviting = useMutation({ mutationFn: api.invite })
  const fields = inviting.error instanceof ApiError ? inviting.error.fields : {}

  function submit(event: FormEvent) {
    event.preventDefault()
    inviting.mutate({ role, ...(role === 'agency' && agency && { agencyCode: agency }) })
  }
  if (inviting.data) {
    return (
      <Dialog title={t.officers.invite} onClose={onClose}>
        <Link {...inviting.data} />
      </Dialog>
    )
  }
  return (
    <Dialog title={t.officers.invite} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={t.officers.role}>
          {(ids) => (
            <select {...ids} value={role} onChange={(event) => setRole(event.target.value as Role)}>
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {t.roles[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {role === 'agency' && (
          <Picker
            label={region.office.agency}
            options={agencies}
            code={agency}
            onPick={setAgency}
            error={fields.agencyCode}
            required
          />
        )}
        <Problem error={inviting.error} />
        <Buttons onClose={onClose} isPending={inviting.isPending} />
      </form>
    </Dialog>
  )
}

type LinkDialogProps = {
  title: string
  make: () => Promise<{ url: string; expiresAt: string }>
  onClose: () => void
}

/** Makes a link for somebody who exists already. */
export function LinkDialog({ title, make, onClose }: LinkDialogProps) {
  const making = useMutation({ mutationFn: make })
  return (
    <Dialog title={title} onClose={onClose}>
      {making.data ? (
        <Link {...making.data} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            making.mutate()
          }}
        >
          <Problem error={making.error} />
          <Buttons onClose={onClose} isPending={making.isPending} />
        </form>
      )}
    </Dialog>
  )
}

function Problem({ error }: { error: unknown }) {
  const { t } = useUi()
  return (
    <p role="alert" className="error">
      {error ? sentenceOf(error, t) : ''}
    </p>
  )
}

function Buttons({ onClose, isPending }: { onClose: () => void; isPending: boolean }) {
  const { t } = useUi()
  return (
    <div className="buttons">
      <button type="button" onClick={onClose}>
        {t.app.cancel}
      </button>
      <button type="submit" className="primary" disabled={isPending}>
        {t.officers.make}
      </button>
    </div>
  )
}

function Link({ url, expiresAt }: { url: string; expiresAt: string }) {
  const { t, times } = useUi()
  const hint = `${t.officers.linkHint} ${t.officers.expires(times.short(expiresAt))}`
  return <CopyField label={t.officers.link} value={url} hint={hint} />
}
