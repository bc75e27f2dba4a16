import type { Sql } from '../db/connect.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { shippedModel } from '../read/model.ts'
import { countLabels, missingLabels, NEEDED, type LabelCounts } from './label.ts'
import { championRow, lastRetired, modelRows, type ModelRow } from './queries-models.ts'
import { trainingRows, type TrainingRow } from './queries-trainings.ts'

const LATEST_TRAININGS = 12

/** Everything that an admin needs to decide which model reads. */
export type Models = {
  reads: {
    /** Null: the shipped model. */
    id: number | null
    name: string
    /** Null: from the beginning. */
    since: Date | null
    by: { id: number; name: string } | null
  }
  shipped: string
  proposal: ModelRow | null
  /** Newest first, whatever became of them. */
  models: ModelRow[]
  /** Wanted or under way; null: none. */
  training: TrainingRow | null
  /** Those that have ended, newest first. */
  trainings: TrainingRow[]
  labels: LabelCounts
  needed: { decisions: number; ofEachKind: number }
  /** What is missing before a training makes sense, as a sentence. */
  missing: string | null
}

/** Which model reads, what is proposed instead, what was tried, and what there is to learn from. */
export async function listModels(sql: Sql, { region, officer }: Acting): Promise<Models> {
  requireRight(officer, 'models.manage')
  const champion = await championRow(sql, region.id)
  const models = await modelRows(sql, region.id)
  const tried = await trainingRows(sql, region.id, LATEST_TRAININGS)
  const labels = await countLabels(sql, region.id)
  return {
    reads: champion
      ? { id: champion.id, name: champion.name, since: champion.decidedAt, by: champion.decidedBy }
      : await readsShipped(sql, region.id),
    shipped: shippedModel().name,
    proposal: models.find(({ status }) => status === 'proposed') ?? null,
    models,
    training: tried.find(({ finishedAt }) => finishedAt === null) ?? null,
    trainings: tried.filter(({ finishedAt }) => finishedAt !== null),
    labels,
    needed: NEEDED,
    missing: missingLabels(labels),
  }
}

async function readsShipped(sql: Sql, regionId: string): Promise<Models['reads']> {
  const last = await lastRetired(sql, regionId)
  return { id: null, name: shippedModel().name, since: last?.at ?? null, by: last?.by ?? null }
}
