import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useUi } from '../../ui.tsx'

type TileProps = {
  label: string
  count: number
  /** The list with exactly what is counted; without it the number stands alone. */
  href?: string
  /** Red as soon as there is one: late, urgent. Colour never stands alone, the label says it. */
  isBad?: boolean
  note?: string | undefined
}

/** One number of the own work, which opens its rows. */
export function Tile({ label, count, href, isBad = false, note }: TileProps) {
  const { times } = useUi()
  const tone = count === 0 ? 'none' : isBad ? 'bad' : 'some'
  const inside = (
    <>
      <span className="tile-label">{label}</span>
      <span className="tile-count">{times.whole(count)}</span>
      {note && <span className="tile-note">{note}</span>}
    </>
  )
  return (
    <li>
      {href === undefined ? (
        <span className="tile" data-tone={tone}>
          {inside}
        </span>
      ) : (
        <Link href={href} className="tile" data-tone={tone}>
          {inside}
        </Link>
      )}
    </li>
  )
}

export function Tiles({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="home-part">
      <h2>{title}</h2>
      <ul className="tiles">{children}</ul>
    </section>
  )
}
