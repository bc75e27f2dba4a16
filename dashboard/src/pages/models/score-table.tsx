import { useMemo } from 'react'
import type { ModelCard } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { useUi } from '../../ui.tsx'
import { compareFigures, isRough, type ComparedFigure, type Estimate } from './compare.ts'

/** Both score tables side by side, on the same decisions, with each difference in words. */
export function ScoreTable({ card }: { card: ModelCard }) {
  const { t } = useUi()
  const rows = useMemo(() => compareFigures(card), [card])
  const { champion, challenger } = card
  return (
    <>
      <Basis card={card} />
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t.models.table}>
        <table className="numbers score-table">
          <thead>
            <tr>
              <th scope="col">{t.models.figure}</th>
              <th scope="col">
                {t.models.before}
                <span className="faint">{champion.name}</span>
              </th>
              <th scope="col">
                {t.models.after}
                <span className="faint">{challenger.name}</span>
              </th>
              <th scope="col">{t.models.difference}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  {t.models.figures[row.name]}
                  <span className="faint">{t.models.means[row.name]}</span>
                </th>
                <td>
                  <Figure estimate={row.before} />
                </td>
                <td>
                  <Figure estimate={row.after} />
                </td>
                <td>
                  <Difference row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** What the figures rest on. */
function Basis({ card }: { card: ModelCard }) {
  const { t, times } = useUi()
  const { opened, merged, dismissed, sampled, corrected } = card.labels
  const others = [
    t.models.sampled(times.whole(sampled)),
    t.models.corrected(times.whole(corrected)),
  ]
  return (
    <>
      <p className="hint">
        {t.models.basis(times.whole(card.trained), times.whole(card.heldOut))}{' '}
        {t.models.kinds(
          times.whole(opened),
          times.whole(merged),
          times.whole(dismissed),
          others.map((other) => `, ${other}`).join(''),
        )}
      </p>
      {isRough(card) && (
        <p className="rough">
          <Icon name="alert" />
          {t.models.rough}
        </p>
      )}
    </>
  )
}

/** One digit after the comma: a point is what decides. */
function useDigits() {
  const { language } = useUi()
  return useMemo(() => {
    const locale = language === 'id' ? 'id-ID' : 'en-GB'
    const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
    const share = new Intl.NumberFormat(locale, { style: 'percent', ...one })
    const round = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
    const points = new Intl.NumberFormat(locale, { ...one, signDisplay: 'always' })
    return { share, round, points }
  }, [language])
}

function Figure({ estimate }: { estimate: Estimate }) {
  const { t } = useUi()
  const { share, round } = useDigits()
  if (!estimate) return <span className="faint">{t.models.unknown}</span>
  return (
    <>
      {share.format(estimate.value)}
      <span className="faint">
        {t.models.range(round.format(estimate.low), round.format(estimate.high))}
      </span>
    </>
  )
}

const TONES = { better: 'ok', worse: 'bad', same: 'faint', unknown: 'faint' } as const

function Difference({ row: { points, verdict } }: { row: ComparedFigure }) {
  const { t } = useUi()
  const digits = useDigits()
  return (
    <span className={TONES[verdict]}>
      {verdict !== 'same' && points !== null && t.models.points(digits.points.format(points))}
      <span>{t.models.verdicts[verdict]}</span>
    </span>
  )
}
