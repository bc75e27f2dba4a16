/** One act on many candidates at once, and the whole of it taken back. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { changeAll, dismissAll, mergeAll, MOST_ITEMS, undoAll } from '../../triage/bulk.ts'
import { DISMISS_REASONS } from '../../triage/reasons.ts'
import type { ApiEnv } from '../access.ts'
import { BulkDone, Change } from './candidate-shape.ts'
import type { ApiDeps } from './index.ts'
import { refuse, Words } from './input.ts'
import { describe, reply } from './reply.ts'

const Whole = z.number().int().positive()
const Item = z.object({ id: Whole, version: Whole })
const Items = z.array(Item).min(1).max(MOST_ITEMS)

const Bulk = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('dismiss'),
    items: Items,
    reason: z.enum(DISMISS_REASONS),
    note: Words.optional(),
  }),
  z.object({ act: z.literal('merge'), items: Items, caseId: Whole }),
  z.object({
    act: z.literal('change'),
    items: z
      .array(Item.extend({ change: Change }))
      .min(1)
      .max(MOST_ITEMS),
  }),
])
const Undo = z.object({ items: Items })

export const bulkApi = ({ db, region, may }: ApiDeps) => {
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  const act = (c: Context<ApiEnv>, input: z.output<typeof Bulk>) => {
    if (input.act === 'dismiss') return dismissAll(db.sql, acting(c), input)
    if (input.act === 'merge') return mergeAll(db.sql, acting(c), input)
    return changeAll(db.sql, acting(c), input)
  }
  return new Hono<ApiEnv>()
    .post(
      '/candidates/bulk',
      may('queue.decide'),
      describe('triage', 'Dismiss, merge or change up to 1,000 candidates', BulkDone),
      validator('json', Bulk, refuse),
      async (c) => reply(c, BulkDone, await act(c, c.req.valid('json'))),
    )
    .post(
      '/candidates/bulk/undo',
      may('queue.decide'),
      describe('triage', 'Take dismissals and merges of many candidates back', BulkDone),
      validator('json', Undo, refuse),
      async (c) => reply(c, BulkDone, await undoAll(db.sql, acting(c), c.req.valid('json'))),
    )
}
