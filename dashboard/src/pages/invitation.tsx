import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { api, type Invitation } from '../api.ts'
import { expired } from '../connection.ts'
import { Field } from '../form.tsx'
import { rawText, textOf } from '../form-text.ts'
import { ApiError } from '../request.ts'
import { enter } from '../session.ts'
import { Empty, Failed, sentenceOf, Skeleton } from '../states.tsx'
import { useNow, useUi } from '../ui.tsx'
import { passwordAdvice } from './password-advice.ts'
import { Alone, PasswordField } from './sign-in.tsx'

/** The one-time link: the invited person chooses name, login and password. */
export function InvitationPage({ token }: { token: string }) {
  const { t } = useUi()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.invitation(token),
    retry: false,
    staleTime: Infinity,
  })
  const { data, error } = invitation
  const isGone = error instanceof ApiError && error.status > 0 && error.status < 500
  return (
    <Alone title={t.invitation.title}>
      {data && <Terms invitation={data} />}
      {data && <AcceptForm token={token} login={data.login} />}
      {isGone && <Empty icon="link" title={t.invitation.gone} />}
      {error && !isGone && <Failed error={error} retry={() => void invitation.refetch()} />}
      {invitation.isPending && <Skeleton rows={4} />}
    </Alone>
  )
}

function Terms({ invitation }: { invitation: Invitation }) {
  const { t, times } = useUi()
  const now = useNow()
  return (
    <p className="hint">
      {invitation.login === null
        ? t.invitation.intro(t.roles[invitation.role], invitation.regionName)
        : t.invitation.resetIntro(invitation.regionName)}{' '}
      {invitation.agencyName && t.invitation.agency(invitation.agencyName)}{' '}
      {t.invitation.expires(times.span(Date.parse(invitation.expiresAt) - now))}
    </p>
  )
}

function AcceptForm({ token, login }: { token: string; login: string | null }) {
  const { t } = useUi()
  const client = useQueryClient()
  const [, go] = useLocation()
  const [error, setError] = useState<unknown>(null)
  const [isWorking, setWorking] = useState(false)
  const fields = error instanceof ApiError ? error.fields : {}

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setWorking(true)
    setError(null)
    try {
      const input = { login: textOf(form, 'login'), name: textOf(form, 'name') }
      enter(client, await api.accept(token, { ...input, password: rawText(form, 'password') }))
      go('/', { replace: true })
    } catch (refusal) {
      expired.set(false)
      setError(refusal)
      setWorking(false)
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      {login === null ? <Names fields={fields} /> : <KnownLogin login={login} />}
      <NewPassword error={fields.password} />
      <p role="alert" className="error">
        {error ? sentenceOf(error, t) : ''}
      </p>
      <button type="submit" className="primary" disabled={isWorking}>
        {isWorking ? t.signIn.working : login === null ? t.invitation.submit : t.invitation.reset}
      </button>
    </form>
  )
}

function Names({ fields }: { fields: Record<string, string> }) {
  const { t } = useUi()
  return (
    <>
      <Field label={t.invitation.name} hint={t.invitation.nameHint} error={fields.name}>
        {(ids) => <input {...ids} name="name" autoComplete="name" maxLength={120} required />}
      </Field>
      <Field label={t.signIn.login} hint={t.invitation.loginHint} error={fields.login}>
        {(ids) => (
          <input
            {...ids}
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            required
          />
        )}
      </Field>
    </>
  )
}

/** The link only sets a new password; the login is shown so that a password manager files it right. */
function KnownLogin({ login }: { login: string }) {
  const { t } = useUi()
  return (
    <Field label={t.signIn.login}>
      {(ids) => <input {...ids} name="login" autoComplete="username" value={login} readOnly />}
    </Field>
  )
}

/** Advice while typing; the server alone decides. */
function NewPassword({ error }: { error: string | undefined }) {
  const { t } = useUi()
  const [text, setText] = useState('')
  const advice = passwordAdvice(text, t)
  return (
    <>
      <PasswordField
        autoComplete="new-password"
        hint={t.invitation.passwordHint}
        error={error}
        onType={setText}
      />
      <div className="strength">
        <meter
          aria-label={t.invitation.strength}
          min={0}
          max={4}
          low={2}
          high={3}
          optimum={4}
          value={advice.level}
        />
        <span role="status">{text && advice.sentence}</span>
      </div>
    </>
  )
}
