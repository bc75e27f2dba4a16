/** What every screen needs: the officer, the words of the chosen language, dates, the region's names. */
import { useQuery } from '@tanstack/react-query'
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react'
import { api, type Language, type RegionData, type Right, type Session } from './api.ts'
import { clockOffset, serverNow } from './server-clock.ts'
import { createStore, useStore } from './store.ts'
import { makeTimes, type Times } from './times.ts'
import { indonesian, loadWords, type Words } from './words.ts'

const REMEMBERED = 'dengar.language'
/** Before sign-in nobody knows the officer's language: this browser's last choice is used. */
const browserLanguage = createStore<Language>(
  localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'id',
)

/** Remembers the language in this browser, for the sign-in page. */
export function rememberLanguage(language: Language) {
  localStorage.setItem(REMEMBERED, language)
  browserLanguage.set(language)
}

const english = createStore<Words | null>(null)

/** Fetches the words of the language that this browser spoke last, before anything is drawn. */
export async function prepareWords() {
  if (browserLanguage.get() === 'en') await loadEnglish()
}

async function loadEnglish() {
  if (english.get()) return
  // Without a connection the page speaks Indonesian, and tries again when it is drawn anew.
  english.set(await loadWords('en').catch(() => null))
}

export type Ui = {
  language: Language
  t: Words
  times: Times
  /** Null on the pages that need no sign-in. */
  session: Session | null
  may: (right: Right) => boolean
}

const UiContext = createContext<Ui | null>(null)

export function UiProvider(props: { session: Session | null; children: ReactNode }) {
  const { session, children } = props
  const chosen = useStore(browserLanguage)
  const wanted = session?.officer.language ?? chosen
  const translated = useStore(english)
  const language: Language = wanted === 'en' && translated ? 'en' : 'id'
  useEffect(() => {
    if (wanted === 'en') void loadEnglish()
  }, [wanted])
  const timezone = session?.region.timezone ?? 'UTC'
  const ui = useMemo<Ui>(() => {
    const t = (language === 'en' && translated) || indonesian
    const rights = new Set<string>(session?.rights)
    const times = makeTimes(language, timezone, t)
    return { language, t, times, session, may: (right) => rights.has(right) }
  }, [language, translated, timezone, session])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <UiContext value={ui}>{children}</UiContext>
}

export function useUi(): Ui {
  const ui = use(UiContext)
  if (!ui) throw new Error('ui: a component stands outside UiProvider')
  return ui
}

/** The words of a page that keeps its own beside it, in the officer's language. */
export function useWords<T>(words: { id: T; en: T }): T {
  return words[useUi().language]
}

/** The signed-in officer's session; only for pages behind the sign-in. */
export function useSession(): Session {
  const { session } = useUi()
  if (!session) throw new Error('ui: this page needs a signed-in officer')
  return session
}

export type Names = {
  data: RegionData
  category: (code: string | null) => string
  agency: (code: string | null) => string
  area: (code: string | null) => string
}

const NOTHING: RegionData = { areas: [], agencies: [], categories: [] }

/** Names for codes. A code without a name is shown as it is. */
export function useNames(): Names {
  const { language } = useUi()
  const { data = NOTHING } = useQuery({
    queryKey: ['region'],
    queryFn: api.region,
    staleTime: Infinity,
  })
  return useMemo(() => {
    const categories = new Map(data.categories.map((each) => [each.code, each[language]]))
    const agencies = new Map(data.agencies.map(({ code, short }) => [code, short]))
    const areas = new Map(data.areas.map(({ code, name }) => [code, name]))
    const nameIn = (map: Map<string, string>) => (code: string | null) =>
      code === null ? '' : (map.get(code) ?? code)
    return { data, category: nameIn(categories), agency: nameIn(agencies), area: nameIn(areas) }
  }, [data, language])
}

const clock = createStore(serverNow())
const tick = () => clock.set(serverNow())
setInterval(tick, 20_000)
clockOffset.subscribe(tick)

/** The present moment by the server's clock, renewed every 20 seconds: ages grow while one looks at them. */
export const useNow = (): number => useStore(clock)

/** The tab's title names the page. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Dengar`
  }, [title])
}
