import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, type ListedOfficer, type Role } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Field, Picker, useAgencyOptions } from '../../form.tsx'
import { ApiError } from '../../request.ts'
import { sentenceOf } from '../../states.tsx'
import { toast } from '../../toast.tsx'
import { useSession, useUi, useWords } from '../../ui.tsx'
import { ROLES } from './invite.tsx'
import { officersTexts } from './words.ts'

type Props = { officer: ListedOfficer; officers: ListedOfficer[]; onClose: () => void }

/** Another role or agency. It says what happens to the person before it is done. */
export function ChangeRoleDialog({ officer, officers, onClose }: Props) {
  const { t } = useUi()
  const w = useWords(officersTexts)
  const session = useSession()
  const client = useQueryClient()
  const agencies = useAgencyOptions()
  const [role, setRole] = useState<Role>(officer.role)
  const [agency, setAgency] = useState<string | null>(officer.agency?.code ?? null)
  const changing = useMutation({
    mutationFn: () =>
      api.changeRole(officer.id, { role, agencyCode: role === 'agency' ? agency : null }),
    onSuccess: (list) => {
      client.setQueryData(['officers'], list)
      toast(w.changed(officer.name, t.roles[role]))
      onClose()
    },
  })
  const { error } = changing
  const fields = error instanceof ApiError ? error.fields : {}
  const isSame = role === officer.role && agency === (officer.agency?.code ?? null)

  function submit(event: FormEvent) {
    event.preventDefault()
    changing.mutate()
  }
  return (
    <Dialog title={w.changeOf(officer.name)} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="hint">
          {w.from([t.roles[officer.role], officer.agency?.short].filter(Boolean).join(', '))}
        </p>
        <RoleField role={role} onPick={setRole} />
        {role === 'agency' && (
          <Picker
            label={session.region.office.agency}
            options={agencies}
            code={agency}
            onPick={setAgency}
            error={fields['agencyCode']}
            required
          />
        )}
        <Warning officer={officer} officers={officers} role={role} />
        <p role="alert" className="error">
          {error ? sentenceOf(error, t) : ''}
        </p>
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t.app.cancel}
          </button>
          <button type="submit" className="danger" disabled={changing.isPending || isSame}>
            {w.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function RoleField({ role, onPick }: { role: Role; onPick: (role: Role) => void }) {
  const { t } = useUi()
  const w = useWords(officersTexts)
  return (
    <Field label={w.role} hint={w.roleHint[role]}>
      {(ids) => (
        <select {...ids} value={role} onChange={(event) => onPick(event.target.value as Role)}>
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {t.roles[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** What happens to the person; to oneself, too. */
function Warning({ officer, officers, role }: Omit<Props, 'onClose'> & { role: Role }) {
  const w = useWords(officersTexts)
  const session = useSession()
  const isOwn = officer.id === session.officer.id
  const admins = officers.filter((each) => each.role === 'admin' && each.disabledAt === null)
  if (isOwn && admins.length === 1) return <p>{w.lastAdmin}</p>
  return (
    <>
      <p>{w.what(officer.name)}</p>
      {isOwn && role !== 'admin' && <p className="error">{w.own}</p>}
    </>
  )
}
