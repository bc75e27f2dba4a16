import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import type { Areas } from '../../api.ts'
import { useNames, useUi } from '../../ui.tsx'
import { tableOf, type AreaTable } from './area-table.ts'
import { Figure } from './figure.tsx'

/** More hues than this cannot be told apart; the table has them all. */
const MOST_HUES = 6

/** What is complained of where: a bar a category, a piece a kecamatan. */
export function AreasFigure({ areas }: { areas: Areas }) {
  const { t, times, may } = useUi()
  const names = useNames()
  const [, go] = useLocation()
  const table = useMemo(() => tableOf(areas.cells), [areas])
  const chart = useMemo(() => {
    const known = table.kecamatan.filter((code) => code !== null)
    const shown = known.slice(0, MOST_HUES)
    const others = known.slice(MOST_HUES)
    const countIn = (codes: (string | null)[]) =>
      table.categories.map((row) => codes.reduce((sum, code) => sum + table.count(row, code), 0))
    const series = shown.map((code, index) => ({
      name: names.area(code),
      values: countIn([code]),
      color: `--chart-${index + 1}`,
    }))
    const rest = { name: t.trends.otherAreas, values: countIn(others), color: '--chart-others' }
    const unknown = { name: t.trends.noArea, values: countIn([null]), color: '--chart-rest' }
    const extra = [rest, unknown].filter(({ values }) => values.some((n) => n > 0))
    const labels = table.categories.map((code) => names.category(code) || t.queue.noCategory)
    return { labels, series: [...series, ...extra], codes: shown }
  }, [table, names, t])

  function pick(label: number, series: number) {
    if (may('queue.read'))
      go(addressOf(table.categories[label] ?? null, chart.codes[series] ?? null))
  }
  const top = table.categories[0] ?? null
  return (
    <Figure
      title={t.trends.areas}
      hint={may('queue.read') ? t.trends.areasHint : ''}
      sentence={t.trends.areasLabel(
        times.whole(table.total),
        names.category(top) || t.queue.noCategory,
        times.whole(table.ofCategory(top)),
      )}
      isEmpty={table.total === 0}
      labels={chart.labels}
      series={chart.series}
      isHorizontal
      onPick={pick}
    >
      <AreasTable table={table} />
    </Figure>
  )
}

/** The queue with these rows. */
function addressOf(category: string | null, kecamatan: string | null): string {
  const query = new URLSearchParams()
  if (category) query.set('category', category)
  if (kecamatan) query.set('kecamatan', kecamatan)
  return `/antrean?${query}`
}

function AreasTable({ table }: { table: AreaTable }) {
  const { t, times } = useUi()
  const names = useNames()
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{t.queue.category}</th>
          {table.kecamatan.map((code) => (
            <th key={code} scope="col">
              {names.area(code) || t.trends.noArea}
            </th>
          ))}
          <th scope="col">{t.trends.sum}</th>
        </tr>
      </thead>
      <tbody>
        {table.categories.map((row) => (
          <tr key={row}>
            <th scope="row">{names.category(row) || t.queue.noCategory}</th>
            {table.kecamatan.map((column) => (
              <td key={column}>
                <Count n={table.count(row, column)} href={addressOf(row, column)} />
              </td>
            ))}
            <td>{times.whole(table.ofCategory(row))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.trends.sum}</th>
          {table.kecamatan.map((column) => (
            <td key={column}>{times.whole(table.ofKecamatan(column))}</td>
          ))}
          <td>{times.whole(table.total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function Count({ n, href }: { n: number; href: string }) {
  const { times, may } = useUi()
  if (n === 0) return <span className="faint">0</span>
  return may('queue.read') ? <Link href={href}>{times.whole(n)}</Link> : times.whole(n)
}
