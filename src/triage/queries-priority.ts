import type { Sql } from '../db/connect.ts'
import { CONFIDENCE, POINTS } from './priority.ts'

type Fragment = ReturnType<Sql>

const HOUR_MS = 3_600_000

/**
 * The points of the candidate `c`, as `priorityOf` counts them. Ten thousand are counted for one page, so what
 * takes long to count is asked only where it gives points.
 */
export function priorityPoints(sql: Sql, now: Date): Fragment {
  const { clock, voices, age, confidence } = POINTS
  const early = new Date(now.getTime() + clock.hours * HOUR_MS)
  const left = sql`date_part('epoch', c.due_at - ${now}::timestamptz) / 3600`
  const told = sql`date_part('epoch', ${now}::timestamptz - c.first_at) / 3600`
  const own = sql`c.voice_count - c.copy_count`
  return sql`(
    case when c.emergency then ${POINTS.emergency}::int else 0 end
    + case when c.urgent then ${POINTS.urgent}::int else 0 end
    + case when c.due_at < ${now}
           then least(${clock.late}::int + floor(-(${left})), ${clock.mostLate}::int)
           when c.due_at < ${early}
           then ${clock.perHour}::int * (${clock.hours}::int - floor(${left}))
           else 0 end
    + case when ${own} < ${voices.doublings[0]}::int then 0
           else ${voices.perDoubling}::int * width_bucket(${own}, ${[...voices.doublings]}::int[]) end
    + least(greatest(floor(${told} / ${age.hours}::int), 0), ${age.most}::int)
    + case when c.probability > ${CONFIDENCE.high}::real then ${confidence.high}::int
           when c.probability >= ${CONFIDENCE.middle}::real then ${confidence.middle}::int
           else 0 end
    + case when c.filed then ${POINTS.filed}::int else 0 end)`
}

/**
 * The most pressing one first. An emergency and what is urgent have more points than all else together: said
 * first, an index can begin with them.
 */
export const priorityOrder = (sql: Sql, now: Date): Fragment =>
  sql`c.emergency desc, c.urgent desc, ${priorityPoints(sql, now)} desc, c.due_at, c.id`
