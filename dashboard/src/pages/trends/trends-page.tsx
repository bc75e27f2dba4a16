import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Periods, usePeriod } from '../../periods.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useTitle, useUi } from '../../ui.tsx'
import { AreasFigure } from './areas-figure.tsx'
import { BalanceBlock } from './balance-block.tsx'
import { VolumeFigure } from './volume-figure.tsx'

/** One page for the leadership: is everything accounted for, what is rising, and where. */
export default function TrendsPage() {
  const { t } = useUi()
  useTitle(t.trends.title)
  const days = usePeriod()
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
        <Periods days={days} page="/tren" />
      </div>
      {problem && <Failed error={problem} retry={retry} />}
      {balance.data && <BalanceBlock balance={balance.data} />}
      {volume.data && <VolumeFigure volume={volume.data} />}
      {areas.data && <AreasFigure areas={areas.data} />}
      {!problem && (balance.isPending || volume.isPending || areas.isPending) && <Skeleton />}
    </div>
  )
}
