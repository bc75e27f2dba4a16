import type { Source } from '../../api.ts'
import { useUi, useWords } from '../../ui.tsx'
import { sourcesTexts } from './words.ts'

const HEIGHT = 32
const STEP = 14
const BAR = 10
/** A day without a post still has a foot, so that it is seen as a day. */
const FOOT = 2

type Props = Pick<Source, 'days' | 'gaps' | 'name'>

/** Posts of each of the last days as bars; red feet are days of a silent stretch. The label says the same. */
export function DaysPicture({ days, gaps, name }: Props) {
  const { times } = useUi()
  const w = useWords(sourcesTexts)
  const most = days.reduce((top, each) => (each.posts > top.posts ? each : top), NONE)
  const total = days.reduce((sum, { posts }) => sum + posts, 0)
  const empty = days.filter(({ posts }) => posts === 0).length
  const sentence = [
    w.days(times.whole(total), times.whole(days.length), times.whole(empty)),
    most.posts > 0 && w.daysTop(times.whole(most.posts), times.day(most.day)),
  ].filter(Boolean)
  const isGap = (day: string) => gaps.some(({ from, to }) => from <= day && day <= to)
  return (
    <div className="source-days">
      <svg
        role="img"
        aria-label={`${name}: ${sentence.join('; ')}`}
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {days.map(({ day, posts }, at) => {
          const height = posts === 0 ? FOOT : Math.max(FOOT, (posts / most.posts) * HEIGHT)
          return (
            <g key={day}>
              <title>{w.day(times.day(day), times.whole(posts))}</title>
              <rect className="day-hit" x={at * STEP} width={STEP} height={HEIGHT} />
              <rect
                x={at * STEP + (STEP - BAR) / 2}
                y={HEIGHT - height}
                width={BAR}
                height={height}
                data-empty={posts === 0 || undefined}
                data-gap={(posts === 0 && isGap(day)) || undefined}
              />
            </g>
          )
        })}
      </svg>
      <p className="faint">{sentence.join('; ')}</p>
    </div>
  )
}

const NONE = { day: '', posts: 0 }
