import type { Accuracy } from '../../api.ts'
import { useUi } from '../../ui.tsx'
import { Range, useEstimateWords, type Estimate } from './range.tsx'

type By = 'byChannel' | 'bySource' | 'byCategory'
type Row = Accuracy[By][number]
type Props = { by: By; rows: Row[]; nameOf: (name: string | null) => string }

/** The same three figures for each channel, source or category. */
export function AccuracyTable({ by, rows, nameOf }: Props) {
  const { t, times } = useUi()
  const words = useEstimateWords()
  if (rows.length === 0) return null
  const mostMissed = Math.max(...rows.map(({ missed }) => missed?.high ?? 0))
  return (
    <section className="panel">
      <h2>{t.accuracy[by]}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t.accuracy[by]}>
        <table className="numbers ranges">
          <thead>
            <tr>
              <th scope="col">{t.accuracy.name[by]}</th>
              <th scope="col">{t.accuracy.decided}</th>
              <th scope="col">{t.accuracy.precision}</th>
              <th scope="col">{t.accuracy.judged}</th>
              <th scope="col">{t.accuracy.missedShort}</th>
              <th scope="col">{t.accuracy.recallShort}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{nameOf(row.name)}</th>
                <td>{times.whole(row.accepted + row.rejected)}</td>
                <Cell estimate={row.precision} most={1} inWords={words.share} />
                <td>{times.whole(row.judged)}</td>
                <Cell estimate={row.missed} most={mostMissed} inWords={words.count} />
                <Cell estimate={row.recall} most={1} inWords={words.share} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type CellProps = {
  estimate: Estimate | null
  most: number
  inWords: (estimate: Estimate) => readonly [value: string, low: string, high: string]
}

function Cell({ estimate, most, inWords }: CellProps) {
  const { t } = useUi()
  if (!estimate) return <td className="faint">{t.accuracy.unknown}</td>
  const words = inWords(estimate)
  return (
    <td className="range-cell">
      <span>{t.accuracy.short(...words)}</span>
      <Range estimate={estimate} most={most} words={t.accuracy.between(...words)} />
    </td>
  )
}
