import type { Source } from '../../api.ts'
import { useUi, useWords } from '../../ui.tsx'
import { sourcesTexts } from './words.ts'

/** A feed that is checked as often as manners allow: every ten minutes. */
const MOST_PER_DAY = 144

/** All sources in four numbers: how many listen, which need a look, what it costs, what it brings. */
export function SourcesTotal({ sources }: { sources: Source[] }) {
  const { times } = useUi()
  const w = useWords(sourcesTexts)
  const count = (health: Source['health']) =>
    sources.filter((each) => each.health === health).length
  const active = sources.filter(({ enabled }) => enabled)
  const polled = active.filter(({ checksPerDay }) => checksPerDay !== null)
  const checks = polled.reduce((sum, { checksPerDay }) => sum + (checksPerDay ?? 0), 0)
  const posts = sources.flatMap(({ days }) => days).reduce((sum, day) => sum + day.posts, 0)
  const troubled = (['failing', 'silent'] as const)
    .filter((health) => count(health) > 0)
    .map((health) => `${times.whole(count(health))} ${w.troubledOf[health]}`)
  return (
    <dl className="panel sources-total">
      <div>
        <dt>{w.total}</dt>
        <dd>
          {times.whole(sources.length)}{' '}
          <span className="faint">{w.active(times.whole(active.length))}</span>
        </dd>
      </div>
      <div>
        <dt>{w.troubled}</dt>
        <dd className={troubled.length > 0 ? 'bad' : undefined}>
          {troubled.join(', ') || times.whole(0)}
        </dd>
      </div>
      <div>
        <dt>{w.checks}</dt>
        <dd>
          {times.whole(Math.round(checks))}{' '}
          <span className="faint">{w.checksMost(times.whole(polled.length * MOST_PER_DAY))}</span>
        </dd>
      </div>
      <div>
        <dt>{w.postsTotal(sources[0]?.days.length ?? 0)}</dt>
        <dd>{times.whole(posts)}</dd>
      </div>
    </dl>
  )
}
