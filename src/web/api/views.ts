/** The views of the queue that an officer keeps. Each answer tells all of them in their order. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { addView, changeView, listViews, removeView } from '../../desk/views.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse, Words } from './input.ts'
import { describe, reply } from './reply.ts'

const Views = z
  .object({
    items: z.array(
      z.object({ id: z.number(), name: z.string(), query: z.string(), position: z.number() }),
    ),
  })
  .meta({ id: 'SavedViews' })

const NewView = z.object({ name: Words, query: Words })
const ChangedView = z.object({
  name: Words.optional(),
  query: Words.optional(),
  position: z.number().int().min(0).max(100).optional().meta({ description: '0 stands first' }),
})

export const viewsApi = ({ db, region, may }: ApiDeps) => {
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  return new Hono<ApiEnv>()
    .get(
      '/views',
      may('queue.read'),
      describe('desk', "The officer's own views of the queue", Views),
      async (c) => reply(c, Views, { items: await listViews(db.sql, acting(c)) }),
    )
    .post(
      '/views',
      may('queue.read'),
      describe('desk', 'Keep a view', Views),
      validator('json', NewView, refuse),
      async (c) =>
        reply(c, Views, { items: await addView(db.sql, acting(c), c.req.valid('json')) }),
    )
    .patch(
      '/views/:id',
      may('queue.read'),
      describe('desk', 'Rename a view, change its filters, or move it', Views),
      validator('param', Id, refuse),
      validator('json', ChangedView, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, Views, { items: await changeView(db.sql, acting(c), input) })
      },
    )
    .delete(
      '/views/:id',
      may('queue.read'),
      describe('desk', 'Forget a view', Views),
      validator('param', Id, refuse),
      async (c) =>
        reply(c, Views, { items: await removeView(db.sql, acting(c), c.req.valid('param')) }),
    )
}
