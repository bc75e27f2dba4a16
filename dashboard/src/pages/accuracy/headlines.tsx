/** The three figures of the page, each as a number, a sentence and a range. */
import type { ReactNode } from 'react'
import type { Accuracy } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { useUi } from '../../ui.tsx'
import { Range, useEstimateWords, type Estimate } from './range.tsx'

type Total = { total: Accuracy['total'] }

export function PrecisionPanel({ total }: Total) {
  const { t, times } = useUi()
  const words = useEstimateWords()
  const { precision, accepted, rejected } = total
  if (!precision) return <Unknown title={t.accuracy.precision} why={t.accuracy.precisionNone} />
  const range = t.accuracy.between(...words.share(precision))
  const decided = times.whole(accepted + rejected)
  return (
    <Panel
      title={t.accuracy.precision}
      figure={times.percent(precision.value)}
      estimate={precision}
      most={1}
      ends={[times.percent(0), times.percent(1)]}
      words={range}
      warning={total.isPrecisionRough ? t.accuracy.precisionRough : null}
    >
      <p>{t.accuracy.precisionSentence(times.whole(accepted), decided, range)}</p>
    </Panel>
  )
}

export function MissedPanel({ total }: Total) {
  const { t, times } = useUi()
  const words = useEstimateWords()
  const { missed, setAside, judged, found, skipped, unknown } = total
  if (!missed) {
    const why = `${t.accuracy.missedNone} ${t.accuracy.missedNoneWhy}`
    return <Unknown title={t.accuracy.missed} why={why} />
  }
  const [value, low, high] = words.count(missed)
  const most = niceAbove(missed.high)
  return (
    <Panel
      title={t.accuracy.missed}
      figure={value}
      estimate={missed}
      most={most}
      ends={[times.whole(0), times.whole(most)]}
      words={t.accuracy.between(value, low, high)}
      warning={total.isMissedRough ? t.accuracy.missedRough : null}
    >
      <p>{t.accuracy.missedSentence(times.whole(Math.round(setAside)), value, low, high)}</p>
      <p className="faint">
        {t.accuracy.missedBasis(times.whole(judged), times.whole(found))}{' '}
        {skipped > 0 && t.accuracy.missedSkipped(times.whole(skipped))}{' '}
        {unknown > 0 && t.accuracy.missedUnknown(times.whole(unknown))}
      </p>
    </Panel>
  )
}

export function RecallPanel({ total: { recall } }: Total) {
  const { t, times } = useUi()
  const words = useEstimateWords()
  if (!recall) return <Unknown title={t.accuracy.recall} why={t.accuracy.recallNone} />
  const range = t.accuracy.between(...words.share(recall))
  return (
    <Panel
      title={t.accuracy.recall}
      figure={times.percent(recall.value)}
      estimate={recall}
      most={1}
      ends={[times.percent(0), times.percent(1)]}
      words={range}
      warning={null}
    >
      <p>{t.accuracy.recallSentence(range)}</p>
    </Panel>
  )
}

/** The next of 10, 20, 50, 100, 200 ... */
function niceAbove(n: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(10, n)))
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= n) ?? n
}

type PanelProps = {
  title: string
  figure: string
  estimate: Estimate
  most: number
  ends: [string, string]
  words: string
  warning: string | null
  children: ReactNode
}

function Panel({ title, figure, estimate, most, ends, words, warning, children }: PanelProps) {
  return (
    <section className="panel headline">
      <h2>{title}</h2>
      <p className="headline-figure">{figure}</p>
      <div>
        <Range estimate={estimate} most={most} words={words} />
        <div className="range-ends" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      </div>
      {children}
      {warning && (
        <p className="rough">
          <Icon name="alert" />
          {warning}
        </p>
      )}
    </section>
  )
}

function Unknown({ title, why }: { title: string; why: string }) {
  return (
    <section className="panel headline">
      <h2>{title}</h2>
      <p className="headline-figure faint">–</p>
      <p className="hint">{why}</p>
    </section>
  )
}
