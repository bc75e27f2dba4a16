/** Who is signed in. The session is one entry of the query cache. */
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, type Language, type Role, type Session } from './api.ts'
import { expired } from './connection.ts'
import { stopLive } from './live.ts'
import { openOutbox } from './pages/queue/desk-outbox.ts'
import { drafts } from './pages/queue/drafts.ts'
import { forgetRows as forgetQueueRows } from './pages/queue/rows-store.ts'
import { clearSelection } from './pages/queue/selection.ts'
import { steps } from './pages/queue/steps.ts'
import { ApiError } from './request.ts'
import { rememberLanguage } from './ui.tsx'

const KEY = ['session']

/** Null when nobody is signed in. */
async function readSession(): Promise<Session | null> {
  try {
    return await api.session()
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      expired.set(false)
      return null
    }
    throw error
  }
}

export const useSessionQuery = () =>
  useQuery({
    queryKey: KEY,
    queryFn: readSession,
    staleTime: Infinity,
    gcTime: Infinity,
    refetchOnWindowFocus: false,
  })

/** Takes over a fresh session. Another person's rows must not stay in this browser. */
export function enter(client: QueryClient, session: Session) {
  const before = client.getQueryData<Session | null>(KEY)
  if (before && before.officer.id !== session.officer.id) forgetRows(client)
  client.setQueryData(KEY, session)
  rememberLanguage(session.officer.language)
  expired.set(false)
  if (before) void client.invalidateQueries({ predicate: isRows })
}

/** Signs out: whatever the server says, this browser forgets. */
export async function leave(client: QueryClient) {
  await api.signOut().catch(() => null)
  expired.set(false)
  client.setQueryData(KEY, null)
  forgetRows(client)
}

const isRows = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== KEY[0]
function forgetRows(client: QueryClient) {
  client.removeQueries({ predicate: isRows })
  stopLive()
  // What was not sent stays in this browser for the one who did it.
  openOutbox(null)
  forgetQueueRows()
  clearSelection()
  steps.set([])
  drafts.clear()
}

/** Changes the language now and on the server; it sticks to the officer. */
export function useSetLanguage() {
  const client = useQueryClient()
  return async (language: Language) => {
    const session = client.getQueryData<Session | null>(KEY)
    rememberLanguage(language)
    if (!session) return
    client.setQueryData(KEY, { ...session, officer: { ...session.officer, language } })
    await api.setLanguage(language).catch(() => client.setQueryData(KEY, session))
  }
}

/** An analyst begins in the queue and has the first page one press away; all others begin there. */
const HOMES: Record<Role, string> = {
  analyst: '/antrean',
  humas: '/beranda',
  admin: '/beranda',
  agency: '/beranda',
  leader: '/beranda',
  observer: '/beranda',
}

/** The page a role begins with. */
export const homeOf = (session: Session): string => HOMES[session.officer.role]
