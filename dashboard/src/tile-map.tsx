/** The areas of the region as a map of tiles: each as large as the others, about where it lies. */
import type { Tile } from './tiles.ts'

type Props = {
  tiles: Tile[]
  /** What the map says, for those who do not see it. */
  label: string
  /** The tile that is meant; the others are faint. */
  marked?: string | null
  /** How strongly a tile is filled, 0 to 1; without it all are equal. */
  weightOf?: (code: string) => number
}

const SIDE = 40
const GAP = 3
/** So that the weakest of those that have any still differs from none. */
const LEAST_FILL = 0.12

export function TileMap({ tiles, label, marked = null, weightOf }: Props) {
  if (tiles.length === 0) return null
  const left = Math.min(...tiles.map(({ x }) => x))
  const top = Math.min(...tiles.map(({ y }) => y))
  const width = (Math.max(...tiles.map(({ x }) => x)) - left + 1) * SIDE
  const height = (Math.max(...tiles.map(({ y }) => y)) - top + 1) * SIDE
  return (
    <svg
      className="tile-map"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {tiles.map(({ code, name, x, y, short }) => {
        const weight = weightOf?.(code) ?? 0
        return (
          <g
            key={code}
            className="tile"
            data-marked={code === marked || undefined}
            transform={`translate(${(x - left) * SIDE} ${(y - top) * SIDE})`}
          >
            <title>{name}</title>
            <rect width={SIDE - GAP} height={SIDE - GAP} rx="4" />
            {weight > 0 && (
              <rect
                className="tile-fill"
                width={SIDE - GAP}
                height={SIDE - GAP}
                rx="4"
                fillOpacity={LEAST_FILL + (1 - LEAST_FILL) * Math.min(1, weight)}
              />
            )}
            <text x={(SIDE - GAP) / 2} y={(SIDE - GAP) / 2} dy="0.35em" textAnchor="middle">
              {short}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
