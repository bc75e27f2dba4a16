import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from 'wouter'
import { api } from '../../api.ts'
import { Failed, Skeleton } from '../../states.tsx'
import { useTitle, useUi } from '../../ui.tsx'
import { AreasFigure } from './areas-figure.tsx'
import { BalanceBlock } from './balance-block.tsx'
import { VolumeFigure } from './volume-figure.tsx'

const PERIODS = [7, 30, 90]
const DEFAULT_PERIOD = 30

/** One page for the leadership: is everything accounted for, what is rising, and where. */
export default function TrendsPage() {
  const { t } = useUi()
  useTitle(t.trends.title)
  const asked = Number(new URLSearchParams(useSearch()).get('hari'))
  const days = PERIODS.includes(asked) ? asked : DEFAULT_PERIOD
  const balance = useQuery({ queryKey: ['balance'], queryFn: api.balance, refetchInterval: 60_000 })
  const volume = useQuery({ queryKey: ['volume', days], queryFn: () => api.volume(days) })
  const areas = useQuery({ queryKey: ['areas', days], queryFn: () => api.areas(days) })
  const problem = balance.error ?? volume.error ?? areas.error

  function retry() {
    for (const query of [balance, volume, areas]) if (query.error) void query.refetch()
  }
  return (
    <div className="page trends">
      <div className="page-head">
        <h1>{t.trends.title}</h1>
        <Periods days={days} />
      </div>
      {problem && <Failed error={problem} retry={retry} />}
      {balance.data && <BalanceBlock balance={balance.data} />}
      {volume.data && <VolumeFigure volume={volume.data} />}
      {areas.data && <AreasFigure areas={areas.data} />}
      {!problem && (balance.isPending || volume.isPending || areas.isPending) && <Skeleton />}
    </div>
  )
}

function Periods({ days }: { days: number }) {
  const { t } = useUi()
  const [, go] = useLocation()
  return (
    <div className="tabs" role="group" aria-label={t.trends.period}>
      {PERIODS.map((period) => (
        <button
          key={period}
          type="button"
          aria-pressed={period === days}
          onClick={() => go(period === DEFAULT_PERIOD ? '/tren' : `/tren?hari=${period}`)}
        >
          {t.trends.days(period)}
        </button>
      ))}
    </div>
  )
}
