/** Which model reads, what is proposed instead with both score tables, and an admin's decision on it. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { askTraining } from '../../learn/ask-training.ts'
import { acceptModel, chooseModel, declineModel } from '../../learn/decide.ts'
import { LABEL_KINDS } from '../../learn/label.ts'
import { listModels } from '../../learn/list.ts'
import { MODEL_STATUSES } from '../../learn/queries-models.ts'
import { OUTCOMES } from '../../learn/queries-trainings.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse, Words } from './input.ts'
import { describe, reply, Time } from './reply.ts'

const Person = z.object({ id: z.number(), name: z.string() })
const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable()

const Figures = z
  .object({
    texts: z.number(),
    complaints: z.number(),
    precision: Estimate,
    recall: Estimate,
    f1: Estimate,
    averagePrecision: Estimate,
    categoryAccuracy: Estimate,
    calibrationError: Estimate,
  })
  .meta({ id: 'ModelFigures' })

const Labels = z.object({
  // The card of an older model does not know every kind.
  ...(Object.fromEntries(LABEL_KINDS.map((kind) => [kind, z.number().default(0)])) as Record<
    (typeof LABEL_KINDS)[number],
    z.ZodDefault<z.ZodNumber>
  >),
  decisions: z.number(),
  complaints: z.number(),
  others: z.number(),
})

const Rival = z.object({ name: z.string(), figures: Figures })
const CardShape = z
  .object({
    labels: Labels,
    trained: z.number(),
    heldOut: z.number(),
    champion: Rival,
    challenger: Rival,
  })
  .meta({ id: 'ModelCard' })

const ModelShape = z
  .object({
    id: z.number(),
    name: z.string(),
    status: z.enum(MODEL_STATUSES),
    card: CardShape,
    proposedAt: Time,
    decidedBy: Person.nullable(),
    decidedAt: Time.nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Model' })

const TrainingShape = z
  .object({
    id: z.number(),
    askedBy: Person.nullable(),
    askedAt: Time,
    startedAt: Time.nullable(),
    finishedAt: Time.nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    note: z.string().nullable(),
    card: CardShape.nullable(),
    modelId: z.number().nullable(),
  })
  .meta({ id: 'Training' })

const Models = z
  .object({
    reads: z.object({
      id: z.number().nullable(),
      name: z.string(),
      since: Time.nullable(),
      by: Person.nullable(),
    }),
    shipped: z.string(),
    proposal: ModelShape.nullable(),
    models: z.array(ModelShape),
    training: TrainingShape.nullable(),
    trainings: z.array(TrainingShape),
    labels: Labels,
    needed: z.object({ decisions: z.number(), ofEachKind: z.number() }),
    missing: z.string().nullable(),
  })
  .meta({ id: 'Models' })

/** The name of the model that read when the admin looked. */
const Reads = z.string().max(100).optional()
const Accept = z.object({ reads: Reads })
const Decline = z.object({ note: Words.optional() })
/** `id` null: the model that comes with the program. */
const Choose = z.object({ id: z.number().int().positive().nullable(), reads: Reads })

export const modelsApi = ({ db, region, may, wake }: ApiDeps) => {
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  const list = async (c: Context<ApiEnv>) => reply(c, Models, await listModels(db.sql, acting(c)))
  return new Hono<ApiEnv>()
    .get(
      '/models',
      may('models.manage'),
      describe('models', 'Which model reads, what is proposed, what was tried', Models),
      list,
    )
    .post(
      '/models/:id/accept',
      may('models.manage'),
      describe('models', 'Take a proposal on: it reads from now on', Models),
      validator('param', Id, refuse),
      validator('json', Accept, refuse),
      async (c) => {
        const { id } = c.req.valid('param')
        await acceptModel(db.sql, acting(c), { id, ...c.req.valid('json') })
        return list(c)
      },
    )
    .post(
      '/models/:id/decline',
      may('models.manage'),
      describe('models', 'Decline a proposal', Models),
      validator('param', Id, refuse),
      validator('json', Decline, refuse),
      async (c) => {
        const { id } = c.req.valid('param')
        await declineModel(db.sql, acting(c), { id, ...c.req.valid('json') })
        return list(c)
      },
    )
    .post(
      '/models/choice',
      may('models.manage'),
      describe('models', 'Let a former model or the shipped one read', Models),
      validator('json', Choose, refuse),
      async (c) => {
        await chooseModel(db.sql, acting(c), c.req.valid('json'))
        return list(c)
      },
    )
    .post(
      '/models/training',
      may('models.manage'),
      describe(
        'models',
        'Train as soon as a worker is free; the list tells how it goes',
        Models,
        202,
      ),
      async (c) => {
        await askTraining(db.sql, acting(c))
        wake('learn')
        return c.json(Models.parse(await listModels(db.sql, acting(c))), 202)
      },
    )
}
