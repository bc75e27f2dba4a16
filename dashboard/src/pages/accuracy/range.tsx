import type { CSSProperties } from 'react'
import type { Accuracy } from '../../api.ts'
import { useUi } from '../../ui.tsx'

export type Estimate = NonNullable<Accuracy['total']['precision']>

/** A figure and its interval in words; counts are never shown narrower than they are. */
export function useEstimateWords() {
  const { times } = useUi()
  const share = ({ value, low, high }: Estimate) =>
    [times.percent(value), times.percent(low), times.percent(high)] as const
  const count = ({ value, low, high }: Estimate) =>
    [
      times.whole(Math.round(value)),
      times.whole(Math.floor(low)),
      times.whole(Math.ceil(high)),
    ] as const
  return { share, count }
}

type Props = {
  estimate: Estimate
  /** The right end of the scale, which begins at 0. */
  most: number
  /** The figure with its interval, for those who do not see the dot and the line. */
  words: string
}

/** The estimate as a dot on the line of its interval. */
export function Range({ estimate: { value, low, high }, most, words }: Props) {
  const at = (n: number) =>
    `${(100 * Math.min(1, Math.max(0, most > 0 ? n / most : 0))).toFixed(2)}%`
  const style = { '--low': at(low), '--value': at(value), '--high': at(high) } as CSSProperties
  return (
    <span className="range" role="img" aria-label={words} style={style}>
      <span className="range-line" />
      <span className="range-dot" />
    </span>
  )
}
