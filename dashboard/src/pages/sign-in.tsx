import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { api } from '../api.ts'
import { expired } from '../connection.ts'
import { Field } from '../form.tsx'
import { rawText, textOf } from '../form-text.ts'
import { enter, useSetLanguage } from '../session.ts'
import { sentenceOf } from '../states.tsx'
import { useTitle, useUi } from '../ui.tsx'

/** The frame of the pages that stand before the sign-in. */
export function Alone({ title, children }: { title: string; children: ReactNode }) {
  const { t, language } = useUi()
  const setLanguage = useSetLanguage()
  useTitle(title)
  const other = language === 'id' ? 'en' : 'id'
  return (
    <main className="alone">
      <div className="card">
        <p className="brand">
          <span className="logo" aria-hidden="true" />
          {t.app.name}
        </p>
        <h1>{title}</h1>
        {children}
      </div>
      <button
        type="button"
        className="quiet"
        lang={other}
        aria-label={t.app.languageLabel}
        onClick={() => void setLanguage(other)}
      >
        {t.app.language}
      </button>
    </main>
  )
}

export function SignInPage() {
  const { t } = useUi()
  return (
    <Alone title={t.signIn.title}>
      <p className="hint">{t.signIn.intro}</p>
      <SignInForm />
      <p className="hint">{t.signIn.help}</p>
    </Alone>
  )
}

/** The form itself; also shown over a page whose session has ended. */
export function SignInForm({ login = '' }: { login?: string }) {
  const { t } = useUi()
  const client = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [isWorking, setWorking] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setWorking(true)
    setError(null)
    try {
      const input = { login: textOf(form, 'login'), password: rawText(form, 'password') }
      enter(client, await api.signIn(input))
    } catch (refusal) {
      // A wrong password is also a 401; it says nothing about a session.
      if (!login) expired.set(false)
      setError(refusal)
    }
    setWorking(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field label={t.signIn.login}>
        {(ids) => (
          <input
            {...ids}
            name="login"
            defaultValue={login}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            required
          />
        )}
      </Field>
      <PasswordField autoComplete="current-password" />
      <p role="alert" className="error">
        {error ? sentenceOf(error, t) : ''}
      </p>
      <button type="submit" className="primary" disabled={isWorking}>
        {isWorking ? t.signIn.working : t.signIn.submit}
      </button>
    </form>
  )
}

type PasswordProps = {
  autoComplete: 'current-password' | 'new-password'
  hint?: string
  error?: string | undefined
  onType?: (text: string) => void
}

export function PasswordField({ autoComplete, hint, error, onType }: PasswordProps) {
  const { t } = useUi()
  const [isShown, setShown] = useState(false)
  return (
    <Field label={t.signIn.password} hint={hint} error={error}>
      {(ids) => (
        <div className="with-button">
          <input
            {...ids}
            name="password"
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            maxLength={200}
            required
            onChange={(event) => onType?.(event.target.value)}
          />
          <button
            type="button"
            aria-label={`${isShown ? t.signIn.hide : t.signIn.show}: ${t.signIn.password}`}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? t.signIn.hide : t.signIn.show}
          </button>
        </div>
      )}
    </Field>
  )
}
