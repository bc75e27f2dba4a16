/** Draws the day's sample of what the machine set aside: the only way to know what it misses. */
import { randomInt } from 'node:crypto'
import type { Database } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Region } from '../region/region.ts'
import { localDay, startOfDay } from '../region/time-zone.ts'
import { allocate } from './allocate.ts'
import {
  drawnUntil,
  insertSamples,
  isDrawnOn,
  lockDrawing,
  strataOf,
  type Drawn,
  type Stratum,
} from './queries-samples.ts'

type DrawOptions = {
  now?: Date
  /** Posts that were set aside before this moment take part; the beginning of today unless told. */
  before?: Date
}

/**
 * Draws `region.samplesPerDay` posts, at least one of each channel, from all that was set aside since the
 * draw before and until last midnight. Copies of one text count as one. A day that was drawn already draws
 * nothing more; days that were missed are drawn together with this one.
 * @returns how many posts were drawn
 */
export async function drawSample(
  { sql }: Pick<Database, 'sql'>,
  region: Pick<Region, 'id' | 'timezone' | 'samplesPerDay'>,
  { now = new Date(), before }: DrawOptions = {},
): Promise<number> {
  const day = localDay(now, region.timezone)
  return sql.begin(async (tx) => {
    await lockDrawing(tx, region.id)
    if (await isDrawnOn(tx, region.id, day)) return 0
    const window = {
      from: await drawnUntil(tx, region.id),
      before: before ?? startOfDay(day, region.timezone),
    }
    const strata = await strataOf(tx, region.id, window, region.samplesPerDay)
    const drawn = drawFrom(strata, region.samplesPerDay)
    if (drawn.length === 0) return 0
    await insertSamples(tx, region.id, { day, ...window }, drawn)
    await appendEvent(tx, {
      regionId: region.id,
      kind: 'sample.drawn',
      data: { day, ...window, strata: summaryOf(strata, drawn) },
      at: now,
    })
    return drawn.length
  })
}

/** The first of each stratum's shuffled posts, mixed: their order must not tell the channel either. */
function drawFrom(strata: Stratum[], wanted: number): Drawn[] {
  const sizes = strata.map(({ size }) => size)
  const counts = allocate(sizes, wanted)
  return shuffle(
    strata.flatMap(({ channel, size, posts }, index) =>
      posts
        .slice(0, counts[index])
        .map((post) => ({ ...post, channel, size, drawn: counts[index]! })),
    ),
  )
}

/** In place, by the system's own source of chance: nobody can foresee which post is judged. */
function shuffle<T>(items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const moved = items[last]!
    items[last] = items[other]!
    items[other] = moved
  }
  return items
}

const summaryOf = (strata: Stratum[], drawn: Drawn[]) =>
  strata.map(({ channel, size }) => ({
    channel,
    size,
    drawn: drawn.filter((each) => each.channel === channel).length,
  }))
