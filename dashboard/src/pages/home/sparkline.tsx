const HEIGHT = 40
const STEP = 10
const BAR = 7

/** Two weeks of counts as bars, the first week paler. The words beside it say the same. */
export function Sparkline({ days, label }: { days: number[]; label: string }) {
  const most = Math.max(1, ...days)
  const middle = days.length / 2
  return (
    <svg
      className="sparkline"
      role="img"
      aria-label={label}
      preserveAspectRatio="xMinYMax meet"
      viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
    >
      {days.map((count, index) => {
        const height = Math.max(1, (count / most) * HEIGHT)
        return (
          <rect
            // A day has nothing but its place.
            key={index}
            x={index * STEP + (STEP - BAR) / 2}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            data-week={index < middle ? 'before' : 'now'}
          />
        )
      })}
    </svg>
  )
}
