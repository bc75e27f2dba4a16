import { Link } from 'wouter'
import type { Home } from '../../api.ts'
import { useNow, useUi, useWords } from '../../ui.tsx'
import { ShareBar } from './share-bar.tsx'
import { Tile, Tiles } from './tile.tsx'
import { homeWords } from './words.ts'

/** Cases that wait for the desk itself, and those that wait for agencies. */
export function DeskPart({ desk }: { desk: NonNullable<Home['desk']> }) {
  const { times } = useUi()
  const w = useWords(homeWords)
  const now = useNow()
  const since = (at: string | null) => (at ? w.oldest(times.age(at, now)) : undefined)
  return (
    <Tiles title={w.desk}>
      <Tile
        label={w.toDispose}
        count={desk.toDispose}
        href="/aduan?status=opened"
        note={since(desk.oldestOpenedAt)}
      />
      <Tile
        label={w.answered}
        count={desk.answered}
        href="/aduan?status=answered"
        note={since(desk.oldestAnsweredAt)}
      />
      <Tile label={w.withAgencies} count={desk.withAgencies} href="/aduan" />
      <Tile label={w.lateCases} count={desk.late} href="/aduan" isBad />
    </Tiles>
  )
}

/** Each late agency with its share; the row opens its cases, the latest first. */
export function LateAgencies({ agencies }: { agencies: NonNullable<Home['agencies']> }) {
  const { times } = useUi()
  const w = useWords(homeWords)
  const now = useNow()
  return (
    <section className="panel home-part">
      <h2>{w.agencies}</h2>
      {agencies.length === 0 && <p className="faint">{w.noneLate}</p>}
      <ul className="home-rows">
        {agencies.map(({ code, short, name, late, open, oldestDueAt }) => (
          <li key={code}>
            <Link
              href={`/aduan?agency=${encodeURIComponent(code)}`}
              className="home-row"
              title={name}
            >
              <strong>{short}</strong>
              <ShareBar share={late / open} isBad />
              <span>
                {w.lateOf(times.whole(late), times.whole(open))} ·{' '}
                {w.longest(times.age(oldestDueAt, now))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
