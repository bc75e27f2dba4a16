import '../../styles/settings.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type ListedOfficer } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Icon } from '../../icons.tsx'
import { Failed, sentenceOf, Skeleton } from '../../states.tsx'
import { toastError } from '../../toast.tsx'
import { useNow, useSession, useTitle, useUi, useWords } from '../../ui.tsx'
import { ChangeRoleDialog } from './change-role.tsx'
import { InviteDialog, LinkDialog } from './invite.tsx'
import { RolesMatrix } from './roles-matrix.tsx'
import { officersTexts } from './words.ts'

const KEY = ['officers']
type Act = 'disable' | 'reset' | 'role'
type Asked = { what: 'invite' } | { what: Act; officer: ListedOfficer } | null

/** Who may sign in. Accounts are made by one-time links only. */
export default function OfficersPage() {
  const { t } = useUi()
  useTitle(t.officers.title)
  const [asked, setAsked] = useState<Asked>(null)
  const list = useQuery({ queryKey: KEY, queryFn: api.officers })
  const close = () => setAsked(null)
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{t.officers.title}</h1>
          <p className="hint">{t.officers.intro}</p>
        </div>
        <button type="button" className="primary" onClick={() => setAsked({ what: 'invite' })}>
          <Icon name="plus" />
          {t.officers.invite}
        </button>
      </div>
      {list.data && (
        <ul className="cards">
          {list.data.items.map((officer) => (
            <li key={officer.id}>
              <OfficerCard officer={officer} ask={(what) => setAsked({ what, officer })} />
            </li>
          ))}
        </ul>
      )}
      {list.data && <RolesMatrix officers={list.data.items} />}
      {list.isPending && <Skeleton rows={4} />}
      {!list.data && list.error && <Failed error={list.error} retry={() => void list.refetch()} />}
      {asked?.what === 'invite' && <InviteDialog onClose={close} />}
      {asked?.what === 'disable' && <DisableDialog officer={asked.officer} onClose={close} />}
      {asked?.what === 'role' && (
        <ChangeRoleDialog
          officer={asked.officer}
          officers={list.data?.items ?? []}
          onClose={close}
        />
      )}
      {asked?.what === 'reset' && (
        <LinkDialog
          title={t.officers.resetTitle(asked.officer.name)}
          make={() => api.resetOfficer(asked.officer.id)}
          onClose={close}
        />
      )}
    </div>
  )
}

type CardProps = { officer: ListedOfficer; ask: (what: Act) => void }

function OfficerCard({ officer, ask }: CardProps) {
  const { t, times } = useUi()
  const now = useNow()
  const seen = officer.seenAt
    ? t.officers.seen(t.time.ago(times.age(officer.seenAt, now)))
    : t.officers.neverSeen
  return (
    <article className="card-line" data-off={officer.disabledAt !== null || undefined}>
      <div className="card-main">
        <h2>{officer.name}</h2>
        <p className="faint">
          {officer.login} · {seen}
        </p>
      </div>
      <div className="card-main">
        <p>
          {t.roles[officer.role]}
          {officer.agency && `, ${officer.agency.short}`}
        </p>
        {officer.disabledAt ? (
          <p className="state bad">
            {t.officers.disabled} {t.officers.since(times.short(officer.disabledAt))}
          </p>
        ) : (
          <p className="state ok">{t.officers.active}</p>
        )}
      </div>
      <OfficerButtons officer={officer} ask={ask} />
    </article>
  )
}

function OfficerButtons({ officer, ask }: CardProps) {
  const { t } = useUi()
  const w = useWords(officersTexts)
  const session = useSession()
  const client = useQueryClient()
  const enable = useMutation({
    mutationFn: () => api.enableOfficer(officer.id),
    onSuccess: (list) => client.setQueryData(KEY, list),
    onError: (error) => toastError(sentenceOf(error, t)),
  })
  const change = (
    <button type="button" aria-label={w.changeOf(officer.name)} onClick={() => ask('role')}>
      {w.change}
    </button>
  )
  if (officer.id === session.officer.id) {
    return (
      <div className="card-buttons">
        <p className="faint">{t.officers.you}</p>
        {change}
      </div>
    )
  }
  if (officer.disabledAt) {
    return (
      <div className="card-buttons">
        <button
          type="button"
          aria-label={t.officers.enableLabel(officer.name)}
          disabled={enable.isPending}
          onClick={() => enable.mutate()}
        >
          {t.officers.enable}
        </button>
      </div>
    )
  }
  return (
    <div className="card-buttons">
      {change}
      <button
        type="button"
        aria-label={t.officers.resetLabel(officer.name)}
        onClick={() => ask('reset')}
      >
        {t.officers.reset}
      </button>
      <button
        type="button"
        aria-label={t.officers.disableLabel(officer.name)}
        onClick={() => ask('disable')}
      >
        {t.officers.disable}
      </button>
    </div>
  )
}

function DisableDialog({ officer, onClose }: { officer: ListedOfficer; onClose: () => void }) {
  const { t } = useUi()
  const client = useQueryClient()
  const disable = useMutation({
    mutationFn: () => api.disableOfficer(officer.id),
    onSuccess: (list) => {
      client.setQueryData(KEY, list)
      onClose()
    },
  })
  return (
    <Dialog title={t.officers.disableLabel(officer.name)} onClose={onClose}>
      <p>{t.officers.confirm(officer.name)}</p>
      <p role="alert" className="error">
        {disable.error ? sentenceOf(disable.error, t) : ''}
      </p>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {t.app.cancel}
        </button>
        <button
          type="button"
          className="danger"
          disabled={disable.isPending}
          onClick={() => disable.mutate()}
        >
          {t.officers.disable}
        </button>
      </div>
    </Dialog>
  )
}
