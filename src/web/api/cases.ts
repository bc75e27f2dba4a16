/** Cases and the acts on them. Which act is allowed now is the verb's business, not this file's. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { answerCase } from '../../cases/answer.ts'
import { closeCase } from '../../cases/close.ts'
import { declineCase } from '../../cases/decline.ts'
import { disposeCase } from '../../cases/dispose.ts'
import { listCases } from '../../cases/list.ts'
import { readCase } from '../../cases/read.ts'
import { reopenCase } from '../../cases/reopen.ts'
import { returnCase } from '../../cases/return-case.ts'
import { startCase } from '../../cases/start.ts'
import { CASE_STATUSES, RIGHT_OF_ACT } from '../../cases/transitions.ts'
import type { ApiEnv } from '../access.ts'
import { CaseDetail, CasePage, CaseRow } from './case-shape.ts'
import type { ApiDeps } from './index.ts'
import { Code, Id, Page, refuse, Version, Words } from './input.ts'
import { describe, reply } from './reply.ts'

const CaseFilters = z.object({
  status: z.enum(['open', 'all', ...CASE_STATUSES]).default('open'),
  agency: Code.optional(),
  category: Code.optional(),
  kecamatan: Code.optional(),
  q: z.string().trim().max(200).optional(),
  ...Page,
})
const Start = z.object({ version: Version })
const Dispose = z.object({ agencyCode: Code, note: Words.optional(), version: Version })
const Answer = z.object({ text: Words, version: Version })
const Close = z.object({ note: Words.optional(), version: Version })
const WithReason = z.object({ reason: Words, version: Version })

export const casesApi = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .route('/', readingApi(deps))
    .route('/', agencyActsApi(deps))
    .route('/', deskActsApi(deps))

const acting = ({ region }: ApiDeps, c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })

const readingApi = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get(
      '/cases',
      deps.may('case.read'),
      describe('cases', 'Cases by status and filters; an agency sees its own', CasePage),
      validator('query', CaseFilters, refuse),
      async (c) =>
        reply(c, CasePage, await listCases(deps.db.sql, acting(deps, c), c.req.valid('query'))),
    )
    .get(
      '/cases/:id',
      deps.may('case.read'),
      describe(
        'cases',
        'One case with clocks, voices, history and the acts allowed now',
        CaseDetail,
      ),
      validator('param', Id, refuse),
      async (c) =>
        reply(c, CaseDetail, await readCase(deps.db.sql, acting(deps, c), c.req.valid('param'))),
    )

/** What the office that has the case does. */
const agencyActsApi = (deps: ApiDeps) => {
  const { db, may } = deps
  return new Hono<ApiEnv>()
    .post(
      '/cases/:id/start',
      may(RIGHT_OF_ACT.start),
      describe('cases', 'Work on it has begun', CaseRow),
      validator('param', Id, refuse),
      validator('json', Start, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CaseRow, await startCase(db.sql, acting(deps, c), input))
      },
    )
    .post(
      '/cases/:id/answer',
      may(RIGHT_OF_ACT.answer),
      describe('cases', 'Answer it; stops the clocks', CaseRow),
      validator('param', Id, refuse),
      validator('json', Answer, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CaseRow, await answerCase(db.sql, acting(deps, c), input))
      },
    )
    .post(
      '/cases/:id/return',
      may(RIGHT_OF_ACT.return),
      describe('cases', 'Send it back: not the business of this office', CaseRow),
      validator('param', Id, refuse),
      validator('json', WithReason, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CaseRow, await returnCase(db.sql, acting(deps, c), input))
      },
    )
}

/** What the complaint desk does. */
const deskActsApi = (deps: ApiDeps) => {
  const { db, may } = deps
  return new Hono<ApiEnv>()
    .post(
      '/cases/:id/dispose',
      may(RIGHT_OF_ACT.dispose),
      describe('cases', 'Send it to an agency; starts the clocks', CaseRow),
      validator('param', Id, refuse),
      validator('json', Dispose, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CaseRow, await disposeCase(db.sql, acting(deps, c), input))
      },
    )
    .post(
      '/cases/:id/decline',
      may(RIGHT_OF_ACT.decline),
      describe('cases', 'Decline it with a reason', CaseRow),
      validator('param', Id, refuse),
      validator('json', WithReason, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CaseRow, await declineCase(db.sql, acting(deps, c), input))
      },
    )
    .post(
      '/cases/:id/close',
      may(RIGHT_OF_ACT.close),
      describe('cases', 'Close an answered case', CaseRow),
      validator('param', Id, refuse),
      validator('json', Close, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CaseRow, await closeCase(db.sql, acting(deps, c), input))
      },
    )
    .post(
      '/cases/:id/reopen',
      may(RIGHT_OF_ACT.reopen),
      describe('cases', 'Open it again with a reason', CaseRow),
      validator('param', Id, refuse),
      validator('json', WithReason, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CaseRow, await reopenCase(db.sql, acting(deps, c), input))
      },
    )
}
