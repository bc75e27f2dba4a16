import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import type { Session } from './api.ts'
import { Dialog } from './dialog.tsx'
import { InvitationPage } from './pages/invitation.tsx'
import { QueuePage } from './pages/queue/queue-page.tsx'
import { SignInForm, SignInPage } from './pages/sign-in.tsx'
import { homeOf, useSessionQuery } from './session.ts'
import { Shell } from './shell.tsx'
import { expired } from './connection.ts'
import { Empty, ErrorBoundary, Failed, Skeleton } from './states.tsx'
import { useStore } from './store.ts'
import { Toasts } from './toast.tsx'
import { UiProvider, useUi } from './ui.tsx'

// Triage begins at once; each of these is a file of its own, loaded by who opens it.
const CasePage = lazy(() => import('./pages/cases/case-page.tsx'))
const CasesPage = lazy(() => import('./pages/cases/cases-page.tsx'))
const OfficersPage = lazy(() => import('./pages/officers/officers-page.tsx'))
const SourcesPage = lazy(() => import('./pages/sources/sources-page.tsx'))
const WatchWordsPage = lazy(() => import('./pages/watch-words/watch-words-page.tsx'))
const RegionPage = lazy(() => import('./pages/region/region-page.tsx'))
const TrendsPage = lazy(() => import('./pages/trends/trends-page.tsx'))
const SamplesPage = lazy(() => import('./pages/samples/samples-page.tsx'))
const AccuracyPage = lazy(() => import('./pages/accuracy/accuracy-page.tsx'))
const HomePage = lazy(() => import('./pages/home/home-page.tsx'))
const PracticePage = lazy(() => import('./pages/practice/practice-page.tsx'))
const ModelsPage = lazy(() => import('./pages/models/models-page.tsx'))

export function App() {
  const session = useSessionQuery()
  return (
    <UiProvider session={session.data ?? null}>
      <Switch>
        <Route path="/undangan/:token">{({ token }) => <InvitationPage token={token} />}</Route>
        <Route>
          <Inside
            session={session.data}
            error={session.error}
            retry={() => void session.refetch()}
          />
        </Route>
      </Switch>
      <Toasts />
    </UiProvider>
  )
}

type InsideProps = { session: Session | null | undefined; error: Error | null; retry: () => void }

/** Without a session the sign-in stands at the same address, so that one comes back to it. */
function Inside({ session, error, retry }: InsideProps) {
  if (session) return <SignedIn session={session} />
  if (session === null) return <SignInPage />
  return (
    <div className="alone">{error ? <Failed error={error} retry={retry} /> : <Skeleton />}</div>
  )
}

function SignedIn({ session }: { session: Session }) {
  const { t } = useUi()
  const hasExpired = useStore(expired)
  const [path] = useLocation()
  return (
    <>
      <Shell>
        <ErrorBoundary key={path.split('/')[1] ?? ''}>
          <Suspense fallback={<Skeleton />}>
            <Pages session={session} />
          </Suspense>
        </ErrorBoundary>
      </Shell>
      {hasExpired && (
        <Dialog
          title={t.signIn.again}
          onClose={() => undefined}
          focus="input[name=password]"
          locked
        >
          <p className="hint">{t.signIn.againIntro}</p>
          <SignInForm login={session.officer.login} />
        </Dialog>
      )}
    </>
  )
}

function Pages({ session }: { session: Session }) {
  const { may } = useUi()
  const home = homeOf(session)
  return (
    <Switch>
      <Route path="/">
        <Redirect to={home} replace />
      </Route>
      <Route path="/masuk">
        <Redirect to={home} replace />
      </Route>
      <Route path="/keluar">
        <Redirect to={home} replace />
      </Route>
      <Route path="/beranda">
        <HomePage />
      </Route>
      <Route path="/latihan">{may('queue.decide') ? <PracticePage /> : <NotAllowed />}</Route>
      <Route path="/antrean/:id?">
        {({ id }) =>
          may('queue.read') ? <QueuePage id={id ? Number(id) : null} /> : <NotAllowed />
        }
      </Route>
      <Route path="/aduan">{may('case.read') ? <CasesPage /> : <NotAllowed />}</Route>
      <Route path="/aduan/:id">
        {({ id }) => (may('case.read') ? <CasePage key={id} id={Number(id)} /> : <NotAllowed />)}
      </Route>
      <Route path="/sumber">{may('sources.read') ? <SourcesPage /> : <NotAllowed />}</Route>
      <Route path="/kata-pantauan">
        {may('sources.read') ? <WatchWordsPage /> : <NotAllowed />}
      </Route>
      <Route path="/wilayah">{may('sources.read') ? <RegionPage /> : <NotAllowed />}</Route>
      <Route path="/tren">{may('trends.read') ? <TrendsPage /> : <NotAllowed />}</Route>
      <Route path="/sampel">{may('sample.decide') ? <SamplesPage /> : <NotAllowed />}</Route>
      <Route path="/ketepatan">{may('trends.read') ? <AccuracyPage /> : <NotAllowed />}</Route>
      <Route path="/mesin">{may('models.manage') ? <ModelsPage /> : <NotAllowed />}</Route>
      <Route path="/petugas">{may('officers.manage') ? <OfficersPage /> : <NotAllowed />}</Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

function NotAllowed() {
  const { t } = useUi()
  return <Empty icon="lock" title={t.app.notAllowed} isPage />
}

function NotFound() {
  const { t } = useUi()
  const [, go] = useLocation()
  return (
    <Empty icon="search" title={t.app.notFound} isPage>
      <button type="button" onClick={() => go('/')}>
        {t.app.toHome}
      </button>
    </Empty>
  )
}
