import { lazy, Suspense, type ReactNode } from 'react'
import type { BarsProps } from '../../chart.tsx'
import { ErrorBoundary, Skeleton } from '../../states.tsx'
import { useUi } from '../../ui.tsx'

/** Chart.js is a chunk of its own: only who looks at trends loads it. */
const Bars = lazy(() => import('../../chart.tsx'))

type Props = BarsProps & {
  title: string
  hint?: string
  isEmpty: boolean
  /** The table with the same numbers. */
  children: ReactNode
}

/** A chart with its title, its sentence, and the same numbers as a table. */
export function Figure({ title, hint, isEmpty, children, ...bars }: Props) {
  const { t } = useUi()
  if (isEmpty) {
    return (
      <section className="panel">
        <h2>{title}</h2>
        <p className="faint">{t.trends.nothing}</p>
      </section>
    )
  }
  return (
    <figure className="panel">
      <figcaption>
        <h2>{title}</h2>
        <p className="hint">
          {bars.sentence} {hint}
        </p>
      </figcaption>
      <ErrorBoundary>
        <Suspense fallback={<Skeleton rows={4} />}>
          <Bars {...bars} />
        </Suspense>
      </ErrorBoundary>
      <details>
        <summary>{t.trends.numbers}</summary>
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t.trends.numbers}>
          {children}
        </div>
      </details>
    </figure>
  )
}
