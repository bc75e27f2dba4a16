/** The places of the app: at most five in sight, the others behind one button. */
import { useQuery } from '@tanstack/react-query'
import { useId, useRef, type ToggleEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { api, type Right } from './api.ts'
import { Icon, type IconName } from './icons.tsx'
import { useUi } from './ui.tsx'
import type { Words } from './words.ts'

/** The words of the bar that name a place. */
type PlaceName = Exclude<keyof Words['nav'], 'more' | 'here'>
/** Without a right: for everybody. */
type Place = { path: string; icon: IconName; name: PlaceName; right: Right | null }

/** In the order of the daily work: the first ones are in sight. */
const PLACES: Place[] = [
  { path: '/beranda', icon: 'home', name: 'home', right: null },
  { path: '/antrean', icon: 'inbox', name: 'queue', right: 'queue.read' },
  { path: '/aduan', icon: 'folder', name: 'cases', right: 'case.read' },
  { path: '/sampel', icon: 'dice', name: 'samples', right: 'sample.decide' },
  { path: '/tren', icon: 'chart', name: 'trends', right: 'trends.read' },
  { path: '/ketepatan', icon: 'target', name: 'accuracy', right: 'trends.read' },
  { path: '/latihan', icon: 'practice', name: 'practice', right: 'queue.decide' },
  { path: '/sumber', icon: 'antenna', name: 'sources', right: 'sources.read' },
  { path: '/kata-pantauan', icon: 'eye', name: 'watchWords', right: 'sources.read' },
  { path: '/wilayah', icon: 'map', name: 'region', right: 'sources.read' },
  { path: '/mesin', icon: 'gauge', name: 'models', right: 'models.manage' },
  { path: '/petugas', icon: 'people', name: 'officers', right: 'officers.manage' },
]

/** So many fit beside each other on a phone. */
const MOST_IN_SIGHT = 5

/** The places that this officer may open, in order. */
export function usePlaces(): Place[] {
  const { may } = useUi()
  return PLACES.filter(({ right }) => right === null || may(right))
}

export function Nav() {
  const { t } = useUi()
  const places = usePlaces()
  return (
    <nav className="nav" aria-label={t.app.menu}>
      {places.slice(0, MOST_IN_SIGHT).map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
      {places.length > MOST_IN_SIGHT && <Others places={places.slice(MOST_IN_SIGHT)} />}
    </nav>
  )
}

const isAt = (path: string, place: Place) =>
  path === place.path || path.startsWith(`${place.path}/`)

function PlaceLink({ place, onGo }: { place: Place; onGo?: () => void }) {
  const { t } = useUi()
  const [path] = useLocation()
  return (
    <Link
      href={place.path}
      aria-current={isAt(path, place) ? 'page' : undefined}
      {...(onGo && { onClick: onGo })}
    >
      <Icon name={place.icon} />
      <span>
        {t.nav[place.name]}
        {place.name === 'samples' && <SamplesWaiting />}
      </span>
    </Link>
  )
}

/** A native popover: Escape and a click elsewhere close it, and the button says whether it is open. */
function Others({ places }: { places: Place[] }) {
  const { t } = useUi()
  const id = useId()
  const [path] = useLocation()
  const here = places.find((place) => isAt(path, place))
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button
        type="button"
        className="quiet nav-more"
        popoverTarget={id}
        data-here={here !== undefined || undefined}
      >
        <Icon name="more" />
        <span>
          {t.nav.more}
          {here && <span className="hidden">{t.nav.here(t.nav[here.name])}</span>}
        </span>
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="menu nav-others"
        onBeforeToggle={putUnderButton}
      >
        {places.map((place) => (
          <PlaceLink key={place.path} place={place} onGo={() => menu.current?.hidePopover()} />
        ))}
      </div>
    </>
  )
}

/** Where the bar is at the top it opens below its button; at the bottom of a phone the style says where. */
function putUnderButton(event: ToggleEvent<HTMLElement>) {
  const menu = event.currentTarget
  const button = menu.previousElementSibling?.getBoundingClientRect()
  if (button) menu.style.setProperty('--start', `${Math.round(button.left)}px`)
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
