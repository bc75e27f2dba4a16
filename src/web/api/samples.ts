/** The daily sample: one post at a time, and nothing of what the machine said of it. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { decideSample, nextSample, SAMPLE_VERDICTS } from '../../triage/sample.ts'
import { undoSample } from '../../triage/undo-sample.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse } from './input.ts'
import { describe, reply, Time } from './reply.ts'

const Verdict = z.enum(SAMPLE_VERDICTS)
const Decide = z.object({ verdict: Verdict })

const Desk = z
  .object({
    sample: z
      .object({
        id: z.number(),
        title: z.string().nullable(),
        text: z.string(),
        channel: z.string(),
        sourceName: z.string(),
        at: Time,
      })
      .nullable(),
    day: z.string(),
    total: z.number(),
    handled: z.number(),
    waiting: z.number(),
    last: z.object({ id: z.number(), verdict: Verdict }).nullable(),
  })
  .meta({ id: 'SampleDesk' })

export const samplesApi = ({ db, region, may, wake }: ApiDeps) => {
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  return new Hono<ApiEnv>()
    .get(
      '/samples/next',
      may('sample.decide'),
      describe('samples', 'The post that is judged next, and how far the day is', Desk),
      async (c) => reply(c, Desk, await nextSample(db.sql, acting(c))),
    )
    .post(
      '/samples/:id/decide',
      may('sample.decide'),
      describe('samples', 'Say whether it is a complaint; answers with the next one', Desk),
      validator('param', Id, refuse),
      validator('json', Decide, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        await decideSample(db.sql, acting(c), input)
        if (input.verdict === 'complaint') wake('group')
        return reply(c, Desk, await nextSample(db.sql, acting(c)))
      },
    )
    .post(
      '/samples/:id/undo',
      may('sample.decide'),
      describe('samples', 'Take a verdict back; answers with the next one', Desk),
      validator('param', Id, refuse),
      async (c) => {
        await undoSample(db.sql, acting(c), c.req.valid('param'))
        return reply(c, Desk, await nextSample(db.sql, acting(c)))
      },
    )
}
