import type { Source } from '../../api.ts'
import { Icon, type IconName } from '../../icons.tsx'
import { Ago } from '../../marks.tsx'
import { useNow, useUi, useWords } from '../../ui.tsx'
import { DaysPicture } from './days-picture.tsx'
import { SourceButtons } from './source-buttons.tsx'
import { sourcesTexts } from './words.ts'

const MINUTE_MS = 60_000

/** One source: how it is doing in words, what it brought by day, and when it is asked next. */
export function SourceCard({ source }: { source: Source }) {
  const { t, may } = useUi()
  return (
    <article className="card-line source" data-off={!source.enabled || undefined}>
      <div className="card-main">
        <h2>{source.name}</h2>
        <p className="faint">
          {t.sources.kinds[source.kind] ?? source.kind} ·{' '}
          {t.channels[source.channel] ?? source.channel}
          {source.url && (
            <span className="address" title={source.url}>
              {source.url}
            </span>
          )}
        </p>
        <HealthLine source={source} />
      </div>
      {may('sources.manage') && <SourceButtons source={source} />}
      <div className="source-facts">
        <DaysPicture days={source.days} gaps={source.gaps} name={source.name} />
        <Facts source={source} />
      </div>
    </article>
  )
}

const ICONS: Record<Source['health'], IconName> = {
  ok: 'check',
  failing: 'alert',
  silent: 'clock',
  new: 'clock',
  off: 'lock',
}

function HealthLine({ source }: { source: Source }) {
  const { times } = useUi()
  const w = useWords(sourcesTexts)
  const { health, fault, errorCount, lastError } = source
  const why = fault ? w.fault[fault] : w.healthHint[health]
  return (
    <>
      <p className="source-health" data-health={health}>
        <strong>
          <Icon name={ICONS[health]} />
          {w.health[health]}
          {health === 'failing' && ` ${w.tries(times.whole(errorCount))}`}
        </strong>
        {why && <span>{why}</span>}
      </p>
      {health === 'failing' && lastError && (
        <details className="no-print">
          <summary>{w.details}</summary>
          <p className="faint" lang="en">
            {lastError}
          </p>
        </details>
      )}
    </>
  )
}

function Facts({ source }: { source: Source }) {
  const { t, times } = useUi()
  const w = useWords(sourcesTexts)
  const { posts, candidates, checksPerDay, intervalMinutes, succeededAt, lastPostAt } = source
  return (
    <dl className="source-times">
      <div>
        <dt>{t.sources.last}</dt>
        <dd>{succeededAt ? <Ago at={succeededAt} /> : t.sources.never}</dd>
      </div>
      <div>
        <dt>{t.sources.next}</dt>
        <dd>
          <Next source={source} />
        </dd>
      </div>
      {checksPerDay !== null && (
        <div>
          <dt>{w.budget}</dt>
          <dd>{w.perDay(times.whole(checksPerDay), times.span(intervalMinutes * MINUTE_MS))}</dd>
        </div>
      )}
      <div>
        <dt>{t.sources.lastPost}</dt>
        <dd>{lastPostAt ? <Ago at={lastPostAt} /> : t.sources.never}</dd>
      </div>
      <div>
        <dt>{w.gaps}</dt>
        <dd>
          <Gaps source={source} />
        </dd>
      </div>
      <div>
        <dt>{t.sources.posts}</dt>
        <dd>{times.whole(posts)}</dd>
      </div>
      <div>
        <dt>{t.sources.candidates}</dt>
        <dd>{times.whole(candidates)}</dd>
      </div>
    </dl>
  )
}

function Next({ source: { url, enabled, nextCheckAt } }: { source: Source }) {
  const { t, times } = useUi()
  const left = Date.parse(nextCheckAt) - useNow()
  if (url === '') return t.sources.pushed
  if (!enabled) return '–'
  return left > MINUTE_MS ? t.sources.inSpan(times.span(left)) : t.sources.now
}

function Gaps({ source: { gaps, days } }: { source: Source }) {
  const { times } = useUi()
  const w = useWords(sourcesTexts)
  const today = days.at(-1)?.day
  const said = gaps.map(({ from, to, days: length }) =>
    to === today
      ? w.gapOpen(times.day(from), length)
      : w.gap(times.day(from), times.day(to), length),
  )
  return said.join('; ') || w.gapsNone
}
