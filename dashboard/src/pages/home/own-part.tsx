import { Link } from 'wouter'
import type { Home } from '../../api.ts'
import { Empty } from '../../states.tsx'
import { useUi, useWords } from '../../ui.tsx'
import { CaseRows } from './case-rows.tsx'
import { homeWords } from './words.ts'

const BUCKETS = ['late', 'today', 'later'] as const

/** An agency's own cases by the clock: what is late, what runs out today, what comes later. */
export function OwnPart({ own }: { own: NonNullable<Home['own']> }) {
  const { times } = useUi()
  const w = useWords(homeWords)
  const shown = BUCKETS.filter((bucket) => own[bucket].total > 0)
  if (shown.length === 0) {
    return (
      <Empty icon="check" title={w.nothingOwn} why={w.nothingOwnWhy}>
        <Link href="/aduan?status=all">{w.allCases}</Link>
      </Empty>
    )
  }
  return shown.map((bucket) => {
    const { total, items } = own[bucket]
    const rest = total - items.length
    return (
      <section key={bucket} className="panel home-part" data-bucket={bucket}>
        <h2>
          {w.buckets[bucket]} <span className="count">{times.whole(total)}</span>
        </h2>
        <CaseRows items={items} label={w.buckets[bucket]} />
        {rest > 0 && <Link href="/aduan">{w.moreCases(times.whole(rest))}</Link>}
      </section>
    )
  })
}
