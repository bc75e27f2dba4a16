import type { Sql } from '../db/connect.ts'
import type { Card } from './card.ts'

export const OUTCOMES = ['proposed', 'not_better', 'too_few', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type TrainingRow = {
  id: number
  askedBy: { id: number; name: string } | null
  askedAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  outcome: Outcome | null
  note: string | null
  card: Card | null
  modelId: number | null
}

/** The latest tries, newest first. */
export const trainingRows = (sql: Sql, regionId: string, limit: number): Promise<TrainingRow[]> =>
  sql<TrainingRow[]>`
    select t.id, t.asked_at, t.started_at, t.finished_at, t.outcome, t.note, t.card, t.model_id,
           case when o.id is null then null else
             jsonb_build_object('id', o.id, 'name', o.name) end as asked_by
      from trainings t
      left join officers o on o.id = t.asked_by
     where t.region_id = ${regionId}
     order by t.id desc
     limit ${limit}`

/** Writes down that a training is wanted. False: one is wanted or under way already. */
export async function insertTraining(
  sql: Sql,
  of: { regionId: string; askedBy: number; now: Date },
): Promise<boolean> {
  const made = await sql`
    insert into trainings (region_id, asked_by, asked_at)
    values (${of.regionId}, ${of.askedBy}, ${of.now})
    on conflict (region_id) where finished_at is null do nothing`
  return made.count === 1
}

/**
 * Begins the training that was asked for, or one that nobody asked for; whichever process is first. The
 * second needs a minute's distance from the last one: several processes hear the same clock or call.
 * @returns its id; null when another one is under way, or has just ended
 */
export async function claimTraining(sql: Sql, regionId: string): Promise<number | null> {
  const [asked] = await sql<{ id: number }[]>`
    update trainings
       set started_at = now()
     where region_id = ${regionId} and finished_at is null and started_at is null
    returning id`
  if (asked) return asked.id
  const [row] = await sql<{ id: number }[]>`
    insert into trainings (region_id, started_at)
    select ${regionId}, now()
     where not exists (
       select 1 from trainings
        where region_id = ${regionId} and finished_at > now() - interval '1 minute')
    on conflict (region_id) where finished_at is null do nothing
    returning id`
  return row?.id ?? null
}

/** Ends trainings of processes that died: nobody works longer than this on one. */
export async function closeDead(sql: Sql, regionId: string, seconds: number): Promise<void> {
  await sql`
    update trainings
       set finished_at = started_at + make_interval(secs => ${seconds}), outcome = 'failed',
           note = 'Pelatihan terhenti karena layanan berhenti sebelum selesai.'
     where region_id = ${regionId} and finished_at is null
       and started_at < now() - make_interval(secs => ${seconds})`
}

export type Ended = { outcome: Outcome; note: string; card?: Card; modelId?: number }

/** Conditional: false when the training was given up for dead meanwhile. */
export async function finishTraining(sql: Sql, id: number, ended: Ended): Promise<boolean> {
  const card = ended.card === undefined ? null : sql.json(ended.card)
  const changed = await sql`
    update trainings
       set finished_at = now(), outcome = ${ended.outcome}, note = ${ended.note}, card = ${card},
           model_id = ${ended.modelId ?? null}
     where id = ${id} and finished_at is null`
  return changed.count === 1
}
