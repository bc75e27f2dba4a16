/** The frame around every page: brand, navigation, account, palette and sheet of keys. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { api, type Right } from './api.ts'
import { useCommands, useKeyboard, type Command } from './commands.ts'
import { reachable } from './connection.ts'
import { Icon, type IconName } from './icons.tsx'
import { KeysSheet } from './keys-sheet.tsx'
import { Palette } from './palette.tsx'
import { leave, useSetLanguage } from './session.ts'
import { useStore } from './store.ts'
import { useNames, useSession, useUi } from './ui.tsx'
import type { Words } from './words.ts'

type Place = { path: string; icon: IconName; name: keyof Words['nav']; right: Right }

const PLACES: Place[] = [
  { path: '/antrean', icon: 'inbox', name: 'queue', right: 'queue.read' },
  { path: '/aduan', icon: 'folder', name: 'cases', right: 'case.read' },
  { path: '/sampel', icon: 'dice', name: 'samples', right: 'sample.decide' },
  { path: '/tren', icon: 'chart', name: 'trends', right: 'trends.read' },
  { path: '/ketepatan', icon: 'target', name: 'accuracy', right: 'trends.read' },
  { path: '/sumber', icon: 'antenna', name: 'sources', right: 'sources.read' },
  { path: '/mesin', icon: 'gauge', name: 'models', right: 'models.manage' },
  { path: '/petugas', icon: 'people', name: 'officers', right: 'officers.manage' },
]

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useUi()
  const { region } = useSession()
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const openPalette = useCallback(() => setOpen('palette'), [])
  const isReachable = useStore(reachable)
  useKeyboard(openPalette)
  useGlobalCommands(() => setOpen('keys'))
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t.app.skip}
      </a>
      <header>
        <div className="top">
          <Link href="/" className="brand">
            <span className="logo" aria-hidden="true" />
            <span>
              {t.app.name} <span className="brand-region">{region.name}</span>
            </span>
          </Link>
          <Nav />
          <div className="top-end">
            <button
              type="button"
              className="quiet palette-button"
              aria-label={`${t.app.palette} Ctrl K`}
              title={t.app.palette}
              onClick={openPalette}
            >
              <Icon name="search" />
              <kbd>Ctrl K</kbd>
            </button>
            <Account openKeys={() => setOpen('keys')} />
          </div>
        </div>
        {region.demo && <p className="banner demo">{t.app.demo}</p>}
        <p role="status" className={isReachable ? undefined : 'banner offline'}>
          {isReachable ? '' : t.app.offline}
        </p>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeysSheet onClose={() => setOpen(null)} />}
    </div>
  )
}

function usePlaces(): Place[] {
  const { may } = useUi()
  return PLACES.filter(({ right }) => may(right))
}

function Nav() {
  const { t } = useUi()
  const [path] = useLocation()
  return (
    <nav className="nav" aria-label={t.app.menu}>
      {usePlaces().map((place) => (
        <Link
          key={place.path}
          href={place.path}
          aria-current={path.startsWith(place.path) ? 'page' : undefined}
        >
          <Icon name={place.icon} />
          <span>
            {t.nav[place.name]}
            {place.name === 'samples' && <SamplesWaiting />}
          </span>
        </Link>
      ))}
    </nav>
  )
}

const SAMPLES_MS = 5 * 60_000

/** How many posts of the daily sample wait for a verdict. */
function SamplesWaiting() {
  const { t, times } = useUi()
  const { data = 0 } = useQuery({
    queryKey: ['samples', 'waiting'],
    queryFn: async () => (await api.nextSample()).waiting,
    refetchInterval: SAMPLES_MS,
    retry: false,
  })
  if (data === 0) return null
  return (
    <>
      {' '}
      <span className="count" title={t.samples.waiting(times.whole(data))}>
        {times.whole(data)}
      </span>
    </>
  )
}

function Account({ openKeys }: { openKeys: () => void }) {
  const { t, language } = useUi()
  const { officer } = useSession()
  const names = useNames()
  const client = useQueryClient()
  const setLanguage = useSetLanguage()
  return (
    <>
      <button type="button" className="quiet account-button" popoverTarget="account">
        <Icon name="user" />
        <span className="account-name">{officer.name}</span>
        <span className="hidden">{t.app.account}</span>
      </button>
      <div id="account" popover="auto" className="menu">
        <p className="menu-head">
          <strong>{officer.name}</strong>
          <span className="faint">
            {t.roles[officer.role]} {names.agency(officer.agencyCode)}
          </span>
        </p>
        <button
          type="button"
          className="quiet"
          lang={language === 'id' ? 'en' : 'id'}
          onClick={() => void setLanguage(language === 'id' ? 'en' : 'id')}
        >
          {t.app.languageLabel}
        </button>
        <button type="button" className="quiet" popoverTarget="account" onClick={openKeys}>
          {t.app.keys} <kbd>?</kbd>
        </button>
        <button type="button" className="quiet" onClick={() => void leave(client)}>
          {t.app.signOut}
        </button>
      </div>
    </>
  )
}

/** Commands that every page has. */
function useGlobalCommands(openKeys: () => void) {
  const { t, language } = useUi()
  const [, go] = useLocation()
  const client = useQueryClient()
  const setLanguage = useSetLanguage()
  const pages = usePlaces().map((place): Command => ({
    keys: [],
    label: t.commands.go(t.nav[place.name]),
    run: () => go(place.path),
  }))
  useCommands('global', t.commands.everywhere, [
    ...pages,
    { keys: ['?'], label: t.commands.sheet, run: openKeys },
    {
      keys: [],
      label: t.commands.language,
      run: () => void setLanguage(language === 'id' ? 'en' : 'id'),
    },
    { keys: [], label: t.app.signOut, run: () => void leave(client) },
  ])
}
