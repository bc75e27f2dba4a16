/** Working side by side: who is at a candidate, and which one comes next. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { DOINGS, holdCandidate, releaseCandidate } from '../../desk/hold.ts'
import { nextCandidate } from '../../desk/next.ts'
import type { ApiEnv } from '../access.ts'
import { CandidateRow } from './candidate-shape.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse } from './input.ts'
import { QueueFilters } from './queue.ts'
import { describe, reply, Time } from './reply.ts'
import { Person } from './shared-shapes.ts'

const Doing = z.enum(DOINGS)

const Held = z
  .object({
    holds: z.array(z.object({ officer: Person, doing: Doing, since: Time })),
    isMine: z.boolean().meta({ description: 'the caller is the one who decides on it now' }),
  })
  .meta({ id: 'Held' })

const HoldBody = z.object({
  doing: Doing,
  take: z.boolean().optional().meta({ description: 'take over from the officer who decides' }),
})

const NextBody = z.object({
  filters: QueueFilters.optional(),
  skip: z.array(z.number().int().positive()).max(200).optional(),
})

const Next = z.object({ row: CandidateRow.nullable() }).meta({ id: 'NextCandidate' })

export const holdsApi = ({ db, region, may }: ApiDeps) => {
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  return new Hono<ApiEnv>()
    .post(
      '/queue/next',
      may('queue.decide'),
      describe('desk', 'The most pressing one that nobody decides on, held for the caller', Next),
      validator('json', NextBody, refuse),
      async (c) =>
        reply(c, Next, { row: await nextCandidate(db.sql, acting(c), c.req.valid('json')) }),
    )
    .post(
      '/candidates/:id/hold',
      may('queue.decide'),
      describe('desk', 'Say that one looks at it, or wants to decide on it', Held),
      validator('param', Id, refuse),
      validator('json', HoldBody, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, Held, await holdCandidate(db.sql, acting(c), input))
      },
    )
    .delete(
      '/candidates/:id/hold',
      may('queue.decide'),
      describe('desk', 'Leave it', Held),
      validator('param', Id, refuse),
      async (c) => reply(c, Held, await releaseCandidate(db.sql, acting(c), c.req.valid('param'))),
    )
}
