/** How far back a page of figures looks; it stands in the address, so that a link shows the same. */
import { useLocation, useSearch } from 'wouter'
import { useUi } from './ui.tsx'

const PERIODS = [7, 30, 90]
const DEFAULT = 30

/** The days that the address asks for. */
export function usePeriod(): number {
  const asked = Number(new URLSearchParams(useSearch()).get('hari'))
  return PERIODS.includes(asked) ? asked : DEFAULT
}

/** @param page the address of the page without its period */
export function Periods({ days, page }: { days: number; page: string }) {
  const { t } = useUi()
  const [, go] = useLocation()
  return (
    <div className="tabs" role="group" aria-label={t.trends.period}>
      {PERIODS.map((period) => (
        <button
          key={period}
          type="button"
          aria-pressed={period === days}
          onClick={() => go(period === DEFAULT ? page : `${page}?hari=${period}`)}
        >
          {t.trends.days(period)}
        </button>
      ))}
    </div>
  )
}
