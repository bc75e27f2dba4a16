import { useMemo } from 'react'
import type { Volume } from '../../api.ts'
import { useUi } from '../../ui.tsx'
import { Figure } from './figure.tsx'

/** What came in by day: complaints below, all others above. */
export function VolumeFigure({ volume: { days } }: { volume: Volume }) {
  const { t, times } = useUi()
  const chart = useMemo(() => {
    const complaints = days.map((each) => each.complaints)
    const others = days.map((each) => cameIn(each) - each.complaints)
    return {
      labels: days.map(({ day }) => times.day(day)),
      series: [
        { name: t.trends.complaints, values: complaints, color: '--chart-1' },
        { name: t.trends.others, values: others, color: '--chart-rest' },
      ],
    }
  }, [days, t, times])
  const total = days.reduce((all, each) => all + cameIn(each), 0)
  const complaints = days.reduce((all, each) => all + each.complaints, 0)
  const peak = days.reduce(
    (most, each) => (cameIn(each) > cameIn(most) ? each : most),
    days[0] ?? NONE,
  )
  const sentence = t.trends.volumeLabel(
    t.trends.days(days.length),
    times.whole(total),
    times.whole(complaints),
    peak.day && times.day(peak.day),
  )
  return (
    <Figure
      title={t.trends.volume}
      sentence={sentence}
      isEmpty={total === 0}
      labels={chart.labels}
      series={chart.series}
    >
      <VolumeTable days={days} />
    </Figure>
  )
}

const NONE = { day: '', posts: 0, filings: 0, complaints: 0, cases: 0 }
/** Every filing is a complaint already; of the posts the machine says which are. */
const cameIn = ({ posts, filings }: Volume['days'][number]) => posts + filings

function VolumeTable({ days }: { days: Volume['days'] }) {
  const { t, times } = useUi()
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{t.trends.day}</th>
          <th scope="col">{t.trends.posts}</th>
          <th scope="col">{t.trends.filings}</th>
          <th scope="col">{t.trends.complaints}</th>
          <th scope="col">{t.trends.cases}</th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((each) => (
          <tr key={each.day}>
            <th scope="row">{times.day(each.day)}</th>
            <td>{times.whole(each.posts)}</td>
            <td>{times.whole(each.filings)}</td>
            <td>{times.whole(each.complaints)}</td>
            <td>{times.whole(each.cases)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
