import { Link } from 'wouter'
import type { Home } from '../../api.ts'
import { useNames, useUi, useWords } from '../../ui.tsx'
import { Sparkline } from './sparkline.tsx'
import { homeWords } from './words.ts'

type Trend = NonNullable<Home['trend']>

/** This week beside the one before, and the kinds of complaint that grow. */
export function TrendPart({ trend: { complaints, growing } }: { trend: Trend }) {
  const { times } = useUi()
  const w = useWords(homeWords)
  const [now, before] = [times.whole(complaints.now), times.whole(complaints.before)]
  return (
    <div className="home-columns">
      <section className="panel home-part">
        <h2>{w.week}</h2>
        <p className="home-week">
          <strong className="tile-count">{now}</strong>
          <span>
            {w.weekAgainst(before)} · <Change week={complaints} />
          </span>
        </p>
        <Sparkline days={complaints.days} label={w.bars(now, before)} />
        <Link href="/tren">{w.toTrends}</Link>
      </section>
      <Growing growing={growing} />
    </div>
  )
}

function Growing({ growing }: { growing: Trend['growing'] }) {
  const { times } = useUi()
  const w = useWords(homeWords)
  const names = useNames()
  return (
    <section className="panel home-part">
      <h2>{w.growing}</h2>
      {growing.length === 0 && <p className="faint">{w.nothingGrows}</p>}
      <ul className="home-rows">
        {growing.map(({ category, now, before, days }) => (
          <li key={category}>
            <Link
              href={category ? `/antrean?category=${encodeURIComponent(category)}` : '/antrean'}
              className="home-row"
            >
              <strong>{names.category(category) || w.noCategory}</strong>
              <Sparkline days={days} label={w.bars(times.whole(now), times.whole(before))} />
              <span>{w.growth(times.whole(now), times.whole(before))}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Change({ week: { now, before } }: { week: Trend['complaints'] }) {
  const { times } = useUi()
  const w = useWords(homeWords)
  if (before === 0) return now === 0 ? w.same : w.noBefore
  if (now === before) return w.same
  const share = times.percent(Math.abs(now - before) / before)
  return now > before ? w.more(share) : w.fewer(share)
}
