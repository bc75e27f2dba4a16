/** The queue of triage. The filters are the dashboard's URL: a queue is a link that can be sent. */
import { Hono } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { CANDIDATE_STATUSES } from '../../triage/candidate.ts'
import { listQueue, QUEUE_SORTS } from '../../triage/queue.ts'
import type { ApiEnv } from '../access.ts'
import { QueuePage } from './candidate-shape.ts'
import type { ApiDeps } from './index.ts'
import { Code, Page, refuse, Switch } from './input.ts'
import { describe, reply } from './reply.ts'

const QueueFilters = z.object({
  status: z.enum(CANDIDATE_STATUSES).default('waiting'),
  category: Code.optional(),
  agency: Code.optional(),
  kecamatan: Code.optional(),
  source: z.coerce.number().int().positive().optional(),
  urgent: Switch,
  filed: Switch,
  confidential: Switch,
  q: z.string().trim().max(200).optional(),
  sort: z.enum(QUEUE_SORTS).optional(),
  ...Page,
})

export const queueApi = ({ db, region, may }: ApiDeps) =>
  new Hono<ApiEnv>().get(
    '/queue',
    may('queue.read'),
    describe('triage', 'Candidates by status and filters, with the age of the oldest', QueuePage),
    validator('query', QueueFilters, refuse),
    async (c) => {
      const acting = { region, officer: c.get('officer') }
      return reply(c, QueuePage, await listQueue(db.sql, acting, c.req.valid('query')))
    },
  )
