/** The frame around every page: brand, navigation, account, palette and sheet of keys. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { ahead, useAhead } from './ahead.tsx'
import { useCommands, useKeyboard, type Command } from './commands.ts'
import { Icon } from './icons.tsx'
import { Nav, usePlaces } from './nav.tsx'
import { OutboxBanner } from './outbox-banner.tsx'
import { leave, useSetLanguage } from './session.ts'
import { useNames, useSession, useUi } from './ui.tsx'

const KeysSheet = ahead(() => import('./keys-sheet.tsx'))
const Palette = ahead(() => import('./palette.tsx'))
const AHEAD = [Palette, KeysSheet]

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useUi()
  const { region } = useSession()
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const openPalette = useCallback(() => setOpen('palette'), [])
  useKeyboard(openPalette)
  useAhead(AHEAD)
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
        <OutboxBanner />
      </header>
      {/* It scrolls by itself: by keyboard, too, where nothing in it takes the focus. */}
      <main id="content" tabIndex={0}>
        {children}
      </main>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeysSheet onClose={() => setOpen(null)} />}
    </div>
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
