import { useQuery } from '@tanstack/react-query'
import { api, type Accuracy } from '../../api.ts'
import { Periods, usePeriod } from '../../periods.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useNames, useTitle, useUi } from '../../ui.tsx'
import { AccuracyTable } from './accuracy-table.tsx'
import { MissedPanel, PrecisionPanel, RecallPanel } from './headlines.tsx'

/** How well the machine reads, from what people decided: what it proposed wrongly, and what it missed. */
export default function AccuracyPage() {
  const { t } = useUi()
  useTitle(t.accuracy.title)
  const days = usePeriod()
  const figures = useQuery({ queryKey: ['accuracy', days], queryFn: () => api.accuracy(days) })
  return (
    <div className="page accuracy">
      <div className="page-head">
        <h1>{t.accuracy.title}</h1>
        <Periods days={days} page="/ketepatan" />
      </div>
      <p className="hint">{t.accuracy.intro}</p>
      {figures.error && <Failed error={figures.error} retry={() => void figures.refetch()} />}
      {figures.data && <Figures accuracy={figures.data} />}
      {figures.isPending && <Skeleton />}
    </div>
  )
}

function Figures({ accuracy }: { accuracy: Accuracy }) {
  const { t } = useUi()
  const names = useNames()
  const { total, byChannel, bySource, byCategory } = accuracy
  const nameChannel = (name: string | null) => t.channels[name ?? ''] ?? name ?? ''
  const nameCategory = (name: string | null) => names.category(name) || t.queue.noCategory
  return (
    <>
      <div className="headlines">
        <PrecisionPanel total={total} />
        <MissedPanel total={total} />
        <RecallPanel total={total} />
      </div>
      {byChannel.length > 0 && <p className="hint">{t.accuracy.scale}</p>}
      <AccuracyTable by="byChannel" rows={byChannel} nameOf={nameChannel} />
      <AccuracyTable by="bySource" rows={bySource} nameOf={(name) => name ?? ''} />
      <AccuracyTable by="byCategory" rows={byCategory} nameOf={nameCategory} />
    </>
  )
}
