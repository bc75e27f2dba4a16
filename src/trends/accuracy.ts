/** How well the machine reads, as people's decisions show: what it proposed wrongly, and what it missed. */
import type { Sql } from '../db/connect.ts'
import { share } from '../learn/interval.ts'
import type { Region } from '../region/region.ts'
import { dayBefore, localDay, startOfDay } from '../region/time-zone.ts'
import { NO_COMPLAINT_REASONS } from '../triage/reasons.ts'
import { type Estimate, shareOf, times } from './interval.ts'
import { missedBy, type Missed, missedOf } from './missed.ts'
import {
  heardRows,
  type Marks,
  proposedRows,
  type SampleRow,
  sampleRows,
  sourceNames,
} from './queries-accuracy.ts'

/** How well the machine reads: all of it, or one channel, source or category. */
export type AccuracyFigures = Missed & {
  /** Candidates of the machine that people opened or merged; and those they found to be no complaint. */
  accepted: number
  rejected: number
  /** The share accepted of both; null where nobody has decided. */
  precision: Estimate | null
  /** Of all complaints that were posted, the share that the machine heard; null where that is not known. */
  recall: Estimate | null
}

export type AccuracyRow = AccuracyFigures & {
  /** Channel, name of the source, or category; null: the machine saw none. */
  name: string | null
}

export type Accuracy = {
  total: AccuracyFigures & {
    drawn: number
    skipped: number
    unknown: number
    /** Too little was decided, or judged, for the figure to say much. */
    isPrecisionRough: boolean
    isMissedRough: boolean
  }
  byChannel: AccuracyRow[]
  bySource: AccuracyRow[]
  byCategory: AccuracyRow[]
}

const MOST_DAYS = 366
/** With fewer the interval of a precision of 0.8 is wider than 0.3. */
const ENOUGH_DECIDED = 30
/** Where none of 100 was a complaint, up to 3.6 % of what was set aside may still be. */
const ENOUGH_JUDGED = 100

type Counts = { accepted: number; rejected: number; heard: number }
const NOTHING: Counts = { accepted: 0, rejected: 0, heard: 0 }
const NONE_MISSED: Missed = { setAside: 0, judged: 0, found: 0, missed: null }

/** The figures of the last `days` days (1 to 366), today included. */
export async function accuracy(
  sql: Sql,
  region: Pick<Region, 'id' | 'timezone'>,
  days: number,
  now: Date = new Date(),
): Promise<Accuracy> {
  const asked = Math.min(MOST_DAYS, Math.max(1, Math.trunc(days)))
  const firstDay = dayBefore(localDay(now, region.timezone), asked - 1)
  const begins = startOfDay(firstDay, region.timezone)
  const against = NO_COMPLAINT_REASONS
  const proposed = await proposedRows(sql, region.id, { begins, against })
  const heard = await heardRows(sql, region.id, firstDay)
  const samples = await sampleRows(sql, region.id, firstDay)
  const names = new Map(
    (await sourceNames(sql, region.id)).map(({ id, name }) => [id, name] as const),
  )
  const counted = [
    ...proposed.map((row) => ({ ...NOTHING, ...row })),
    ...heard.map((row) => ({ ...NOTHING, ...row })),
  ]
  const whole = { counted, samples }
  return {
    total: totalOf(whole),
    byChannel: rowsBy(whole, ({ channel }) => channel, String),
    bySource: rowsBy(
      whole,
      ({ sourceId }) => sourceId,
      (id) => names.get(id) ?? String(id),
    ),
    byCategory: rowsBy(
      whole,
      ({ category }) => category,
      (category) => category,
    ),
  }
}

type Whole = { counted: (Marks & Counts)[]; samples: SampleRow[] }

function totalOf({ counted, samples }: Whole): Accuracy['total'] {
  const missed = missedOf(samples)
  const figures = figuresOf(addCounts(counted), missed)
  return {
    ...figures,
    drawn: missed.drawn,
    unknown: missed.unknown,
    skipped: samples.filter(({ skipped }) => skipped).length,
    isPrecisionRough: figures.accepted + figures.rejected < ENOUGH_DECIDED,
    isMissedRough: missed.judged < ENOUGH_JUDGED,
  }
}

/** One row for each value of the mark, the one with the most decided and judged first. */
function rowsBy<Key>(
  { counted, samples }: Whole,
  keyOf: (marks: Marks) => Key,
  nameOf: (key: Key) => string | null,
): AccuracyRow[] {
  const counts = Map.groupBy(counted, keyOf)
  const missed = missedBy(samples, keyOf)
  const keys = [...new Set([...counts.keys(), ...missed.keys()])]
  const weightOf = (row: AccuracyFigures) => row.accepted + row.rejected + row.judged
  return keys
    .map((key) => ({
      name: nameOf(key),
      ...figuresOf(addCounts(counts.get(key) ?? []), missed.get(key) ?? NONE_MISSED),
    }))
    .filter((row) => weightOf(row) > 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a))
}

function addCounts(rows: Counts[]): Counts {
  return rows.reduce(
    (all, row) => ({
      accepted: all.accepted + row.accepted,
      rejected: all.rejected + row.rejected,
      heard: all.heard + row.heard,
    }),
    NOTHING,
  )
}

/**
 * Of the texts that the machine heard as complaints the precision tells how many are some; with those that
 * it missed they are all complaints.
 */
function figuresOf({ accepted, rejected, heard }: Counts, missed: Missed): AccuracyFigures {
  const precision = share(accepted, accepted + rejected)
  // Where the machine heard nothing there is no share that it heard.
  const recall =
    precision && missed.missed && heard > 0 ? shareOf(times(precision, heard), missed.missed) : null
  return { ...missed, accepted, rejected, precision, recall }
}
