import '../../styles/home.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { api, type Home } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useNames, useSession, useTitle, useUi, useWords } from '../../ui.tsx'
import { DeskPart, LateAgencies } from './desk-part.tsx'
import { OwnPart } from './own-part.tsx'
import { QueuePart, TodayPart } from './queue-part.tsx'
import { ServicePart } from './service-part.tsx'
import { TrendPart } from './trend-part.tsx'
import { BalancePart, EscalatedPart, LedgerPart } from './watch-part.tsx'
import { homeWords } from './words.ts'

const RENEW_MS = 60_000

/** The own work of each role at a glance; every number opens its rows. */
export default function HomePage() {
  const { t } = useUi()
  const w = useWords(homeWords)
  const { officer } = useSession()
  const names = useNames()
  useTitle(w.title)
  const home = useQuery({ queryKey: ['home'], queryFn: api.home, refetchInterval: RENEW_MS })
  return (
    <div className="page home">
      <div className="page-head">
        <div>
          <h1>{w.title}</h1>
          <p className="faint">
            {w.greeting(officer.name)} · {t.roles[officer.role]} {names.agency(officer.agencyCode)}
          </p>
        </div>
        <Shortcuts />
      </div>
      {home.data && <Parts home={home.data} />}
      {home.isPending && <Skeleton rows={3} />}
      {!home.data && home.error && <Failed error={home.error} retry={() => void home.refetch()} />}
    </div>
  )
}

/** What one comes for most often, in reach of one press. */
function Shortcuts() {
  const { may } = useUi()
  const w = useWords(homeWords)
  if (!may('queue.decide')) return null
  return (
    <div className="home-shortcuts">
      <Link href="/latihan" title={w.practiceHint}>
        <Icon name="target" />
        {w.practice}
      </Link>
      <Link href="/antrean" className="button primary">
        <Icon name="inbox" />
        {w.toQueue}
      </Link>
    </div>
  )
}

/** In the order in which each role looks: what is its own first, what it watches after. */
function Parts({ home }: { home: Home }) {
  const { may } = useUi()
  const { role, queue, today, samples, desk, agencies, own, trend, escalated, service } = home
  const isWatching = role === 'leader' || role === 'observer'
  return (
    <>
      {own && <OwnPart own={own} />}
      {trend && <TrendPart trend={trend} />}
      {isWatching && (
        <div className="home-columns">
          <BalancePart />
          {may('ledger.read') && <LedgerPart />}
          {role === 'leader' && agencies && <LateAgencies agencies={agencies} />}
        </div>
      )}
      {escalated && <EscalatedPart escalated={escalated} />}
      {service && <ServicePart service={service} />}
      {desk && role === 'humas' && <DeskPart desk={desk} />}
      {queue && <QueuePart queue={queue} samples={samples} isOwn={may('queue.decide')} />}
      {desk && role !== 'humas' && <DeskPart desk={desk} />}
      {agencies && role !== 'leader' && <LateAgencies agencies={agencies} />}
      {today && <TodayPart today={today} />}
    </>
  )
}
