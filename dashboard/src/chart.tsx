/** The only file that knows Chart.js; loaded when a chart is first shown. Only stacked bars are registered. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js'
import { useEffect, useRef } from 'react'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip)

export type Series = {
  name: string
  values: number[]
  /** A design token, e.g. "--chart-1". */
  color: string
}

export type BarsProps = {
  /** The whole chart as one sentence, for those who do not see it. */
  sentence: string
  labels: string[]
  series: Series[]
  isHorizontal?: boolean
  onPick?: (label: number, series: number) => void
}

const ROW_PX = 26
const AROUND_PX = 84
const UPRIGHT_PX = 260
const NARROW_PX = 560

/** Stacked bars in the colours of the tokens. */
export default function Bars({ sentence, labels, series, isHorizontal, onPick }: BarsProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const latestPick = useRef(onPick)
  useEffect(() => {
    latestPick.current = onPick
  })

  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    const parts = { labels, series, isHorizontal: isHorizontal ?? false }
    const pick: Pick = (label, at) => latestPick.current?.(label, at)
    const draw = () => new Chart(element, configOf(element, parts, pick))
    let chart = draw()
    function redraw() {
      chart.destroy()
      chart = draw()
    }
    // The canvas keeps its pixels: a change between light and dark needs a new drawing.
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', redraw)
    return () => {
      scheme.removeEventListener('change', redraw)
      chart.destroy()
    }
  }, [labels, series, isHorizontal])

  const height = isHorizontal ? labels.length * ROW_PX + AROUND_PX : UPRIGHT_PX
  return (
    <div className="chart" style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={sentence} />
    </div>
  )
}

type Parts = { labels: string[]; series: Series[]; isHorizontal: boolean }
type Pick = (label: number, series: number) => void

function configOf(element: HTMLElement, parts: Parts, pick: Pick): ChartConfiguration<'bar'> {
  const { labels, series, isHorizontal } = parts
  const ink = colorOf(element, '--ink-2')
  const line = colorOf(element, '--line')
  const surface = colorOf(element, '--surface')
  Chart.defaults.font.family = getComputedStyle(element).fontFamily
  const most = (element.parentElement?.clientWidth ?? 0) < NARROW_PX ? 14 : 40
  const counts = {
    stacked: true,
    beginAtZero: true,
    ticks: { color: ink, precision: 0 },
    grid: { color: line },
    border: { display: false },
  }
  const names = {
    stacked: true,
    ticks: {
      color: ink,
      autoSkip: !isHorizontal,
      maxRotation: 0,
      callback: (_value: unknown, index: number) => shorten(labels[index] ?? '', most),
    },
    grid: { display: false },
  }
  return {
    type: 'bar',
    data: {
      labels,
      datasets: series.map(({ name, values, color }) => ({
        label: name,
        data: values,
        backgroundColor: colorOf(element, color),
        // A gap in the ground's colour parts the pieces also for those who see no hues.
        borderColor: surface,
        borderWidth: 1,
        maxBarThickness: 22,
      })),
    },
    options: {
      indexAxis: isHorizontal ? 'y' : 'x',
      animation: false,
      maintainAspectRatio: false,
      scales: isHorizontal ? { x: counts, y: names } : { x: names, y: counts },
      plugins: {
        legend: { position: 'bottom', labels: { color: ink, boxWidth: 12, boxHeight: 12 } },
      },
      onClick: (_event, elements) => {
        const [hit] = elements
        if (hit) pick(hit.index, hit.datasetIndex)
      },
    },
  }
}

/** The tooltip and the table have the whole name. */
const shorten = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** The colour that a token has now; a canvas cannot read light-dark() by itself. */
function colorOf(element: HTMLElement, token: string): string {
  element.style.color = `var(${token})`
  const color = getComputedStyle(element).color
  element.style.color = ''
  return color
}
