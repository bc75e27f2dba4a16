import type { RegionPack } from '../../api.ts'
import { useUi, useWords } from '../../ui.tsx'
import { regionTexts } from './words.ts'

type Props = { pack: RegionPack }

/** By when things must be done, and which days count. */
export function TimesPart({ pack }: Props) {
  const w = useWords(regionTexts)
  return (
    <>
      <section className="panel">
        <h2>{w.clocks}</h2>
        <div className="table-scroll" tabIndex={0} role="region" aria-label={w.clocks}>
          <Clocks pack={pack} />
        </div>
      </section>
      <section className="panel">
        <h2>{w.workingDays}</h2>
        <WorkingDays pack={pack} />
      </section>
      <Holidays pack={pack} />
    </>
  )
}

function Clocks({ pack }: Props) {
  const { t, times } = useUi()
  const w = useWords(regionTexts)
  return (
    <table className="settings-table">
      <thead>
        <tr>
          <th scope="col">{w.stage}</th>
          <th scope="col">{w.limit}</th>
          <th scope="col">{w.after}</th>
          <th scope="col">{w.source}</th>
        </tr>
      </thead>
      <tbody>
        {pack.clocks.map(({ stage, rung, amount, unit, what, source }) => (
          <tr key={`${stage} ${rung}`}>
            <th scope="row">{what}</th>
            <td>{w.amount[unit](times.whole(amount))}</td>
            <td>{t.clockRungs[rung] ?? rung}</td>
            <td>{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 1 January 2024 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 24 * 3_600_000

function WorkingDays({ pack: { workingHours } }: Props) {
  const { language } = useUi()
  const w = useWords(regionTexts)
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const days = workingHours.days.map((day) => name.format(MONDAY + (day - 1) * DAY_MS))
  return <p>{w.working(days.join(', '), workingHours.start, workingHours.end)}</p>
}

function Holidays({ pack }: Props) {
  const { times } = useUi()
  const w = useWords(regionTexts)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: pack.timezone }).format(Date.now())
  const sorted = pack.holidays.toSorted((a, b) => a.date.localeCompare(b.date))
  const coming = sorted.filter(({ date }) => date >= today)
  const past = sorted.filter(({ date }) => date < today)
  return (
    <section className="panel">
      <h2>{w.holidays}</h2>
      {coming.length === 0 ? <p className="faint">{w.holidaysNone}</p> : <Days days={coming} />}
      {past.length > 0 && (
        <details>
          <summary>{w.holidaysPast(times.whole(past.length))}</summary>
          <Days days={past} />
        </details>
      )}
    </section>
  )
}

function Days({ days }: { days: RegionPack['holidays'] }) {
  const { language } = useUi()
  const w = useWords(regionTexts)
  const day = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'full',
    timeZone: 'UTC',
  })
  return (
    <ol className="pack-holidays">
      {days.map(({ date, name, kind }) => (
        <li key={date}>
          <time dateTime={date}>{day.format(new Date(`${date}T00:00:00Z`))}</time>
          <span>
            {name} <span className="faint">{w.holiday[kind]}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
