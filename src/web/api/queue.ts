/** The queue of triage. The filters are the dashboard's URL: a queue is a link that can be sent. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { MODUS } from '../../read/reading.ts'
import { CANDIDATE_STATUSES } from '../../triage/candidate.ts'
import { listColleagues } from '../../triage/colleagues.ts'
import { listLabels } from '../../triage/labels.ts'
import { CONFIDENCES } from '../../triage/priority.ts'
import { listQueue, QUEUE_SORTS, readRows } from '../../triage/queue.ts'
import { ROLES } from '../../people/roles.ts'
import type { ApiEnv } from '../access.ts'
import { CandidateRows, QueuePage } from './candidate-shape.ts'
import type { ApiDeps } from './index.ts'
import { Code, Page, refuse, Switch } from './input.ts'
import { describe, reply } from './reply.ts'

/** What narrows a queue; the same words in the address of a screen and in a saved view. */
export const QueueFilters = z.object({
  status: z.enum(CANDIDATE_STATUSES).default('waiting'),
  category: Code.optional(),
  agency: Code.optional(),
  kecamatan: Code.optional(),
  source: z.coerce.number().int().positive().optional(),
  urgent: Switch,
  filed: Switch,
  confidential: Switch,
  overdue: Switch,
  assigned: z.union([z.enum(['me', 'none']), z.coerce.number().int().positive()]).optional(),
  label: z.string().min(1).max(40).optional(),
  modus: z.enum(MODUS).optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  age: z.coerce.number().int().min(1).max(100_000).optional().meta({ description: 'hours' }),
  snoozed: Switch,
  q: z.string().trim().max(200).optional(),
  sort: z.enum(QUEUE_SORTS).optional(),
})
const Asked = QueueFilters.extend({ ids: Switch, ...Page })

const MOST_ROWS = 200
const Ids = z.object({
  ids: z
    .string()
    .max(4000)
    .regex(/^\d{1,15}(,\d{1,15})*$/, 'Tulis nomor kandidat, dipisahkan koma.')
    .transform((text) => text.split(',').map(Number))
    .refine((ids) => ids.length <= MOST_ROWS, `Paling banyak ${MOST_ROWS} kandidat.`),
})

const Labels = z
  .object({ items: z.array(z.object({ label: z.string(), count: z.number() })) })
  .meta({ id: 'Labels' })
const Colleagues = z
  .object({ items: z.array(z.object({ id: z.number(), name: z.string(), role: z.enum(ROLES) })) })
  .meta({ id: 'Colleagues' })

export const queueApi = ({ db, region, may }: ApiDeps) => {
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  return new Hono<ApiEnv>()
    .get(
      '/queue',
      may('queue.read'),
      describe('triage', 'Candidates by status and filters, with the age of the oldest', QueuePage),
      validator('query', Asked, refuse),
      async (c) => reply(c, QueuePage, await listQueue(db.sql, acting(c), c.req.valid('query'))),
    )
    .get(
      '/queue/rows',
      may('queue.read'),
      describe('triage', 'These candidates as they are now, at most 200', CandidateRows),
      validator('query', Ids, refuse),
      async (c) => {
        const items = await readRows(db.sql, acting(c), c.req.valid('query'))
        return reply(c, CandidateRows, { items })
      },
    )
    .get(
      '/labels',
      may('queue.read'),
      describe('triage', 'Labels in use on what waits, then the commonest ever', Labels),
      async (c) => reply(c, Labels, { items: await listLabels(db.sql, acting(c)) }),
    )
    .get(
      '/colleagues',
      may('queue.read'),
      describe('triage', 'Who may decide on candidates', Colleagues),
      async (c) => reply(c, Colleagues, { items: await listColleagues(db.sql, acting(c)) }),
    )
}
