/**
 * The daily sample: a person judges posts that the machine set aside, and is told nothing of what the
 * machine thought of them. What turns out to be a complaint goes back into the line.
 */
import type { Pool, Sql } from '../db/connect.ts'
import { conflict, notFound } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { whoAndWhen } from '../people/who-and-when.ts'
import { dayBefore, localDay } from '../region/time-zone.ts'
import { officerName } from './queries.ts'
import {
  countSamples,
  lastJudged,
  type LockedSample,
  sampleForUpdate,
  sampleToJudge,
  sendToGrouping,
  writeVerdict,
} from './queries-samples.ts'

/** `skipped`: the text alone does not tell. */
export const SAMPLE_VERDICTS = ['complaint', 'not_complaint', 'skipped'] as const
export type SampleVerdict = (typeof SAMPLE_VERDICTS)[number]

/** A post without its author and without anything that the machine says of it. */
export type Sample = {
  id: number
  title: string | null
  text: string
  channel: string
  sourceName: string
  at: Date
}

export type SampleDesk = {
  /** What is judged next; null when nothing waits. */
  sample: Sample | null
  /** The day of that draw, else today (YYYY-MM-DD in the region's time zone). */
  day: string
  /** How many were drawn on that day, and how many of them are done. */
  total: number
  handled: number
  /** How many wait in all. */
  waiting: number
  /** What this officer did last, for undo. */
  last: { id: number; verdict: SampleVerdict } | null
}

export type SampleInput = { id: number; now?: Date | undefined }

/** After a week a post that nobody judged is left: the desk must not drown in old samples. */
const OPEN_DAYS = 7

/** What the officer judges next, and how far the day's sample is. */
export async function nextSample(
  sql: Sql,
  { region, officer }: Acting,
  { now = new Date() }: { now?: Date } = {},
): Promise<SampleDesk> {
  requireRight(officer, 'sample.decide')
  const since = dayBefore(localDay(now, region.timezone), OPEN_DAYS - 1)
  const found = await sampleToJudge(sql, region.id, since)
  const day = found?.drawnOn ?? localDay(now, region.timezone)
  const counts = await countSamples(sql, region.id, { since, day })
  const last = await lastJudged(sql, region.id, { officerId: officer.id, since })
  if (!found) return { sample: null, day, ...counts, last: last ?? null }
  const { drawnOn: _, ...sample } = found
  return { sample, day, ...counts, last: last ?? null }
}

/**
 * Writes a verdict. A complaint goes back to grouping, which hears it whatever its reading says: the person
 * has the last word. 404 unknown; 409 when another officer was faster.
 */
export async function decideSample(
  sql: Pool,
  acting: Acting,
  { id, verdict, now = new Date() }: SampleInput & { verdict: SampleVerdict },
): Promise<void> {
  const { officer } = acting
  requireRight(officer, 'sample.decide')
  await sql.begin(async (tx) => {
    const found = await lockSample(tx, acting, id)
    if (found.decidedAt !== null) throw await alreadyJudged(tx, acting, found)
    await writeVerdict(tx, id, { verdict, officerId: officer.id, now })
    if (verdict === 'complaint') await sendToGrouping(tx, found.postId)
    await appendEvent(tx, {
      regionId: officer.regionId,
      kind: 'sample.decided',
      officerId: officer.id,
      data: { sampleId: id, postId: found.postId, verdict },
      at: now,
    })
  })
}

/** Locks a sample of the officer's region, decided or not. 404 when there is none. */
export async function lockSample(tx: Sql, { officer }: Acting, id: number): Promise<LockedSample> {
  const found = await sampleForUpdate(tx, officer.regionId, id)
  if (!found) throw notFound('Sampel', id)
  return found
}

async function alreadyJudged(tx: Sql, { region }: Acting, found: LockedSample) {
  const { decidedBy, decidedAt } = found
  const name = decidedBy === null ? null : await officerName(tx, decidedBy)
  const who = whoAndWhen(name, decidedAt ?? new Date(), region.timezone)
  return conflict(`Unggahan ini sudah dinilai oleh ${who}; penilaian Anda tidak dicatat.`)
}
