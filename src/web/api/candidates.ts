/** One candidate, what is changed of it and the decisions on it. Each handler: right, input, verb, the new row. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { CATEGORIES } from '../../region/category.ts'
import { readCandidate } from '../../triage/candidate.ts'
import { changeCandidate } from '../../triage/change.ts'
import { dismissCandidate } from '../../triage/dismiss.ts'
import { mergeCandidate } from '../../triage/merge.ts'
import { openCandidate } from '../../triage/open.ts'
import { DISMISS_REASONS } from '../../triage/reasons.ts'
import { undoDecision } from '../../triage/undo.ts'
import type { ApiEnv } from '../access.ts'
import { CandidateDetail, CandidateRow, Change } from './candidate-shape.ts'
import type { ApiDeps } from './index.ts'
import { Code, Id, refuse, Version, Words } from './input.ts'
import { describe, reply } from './reply.ts'

const Dismiss = z.object({
  reason: z.enum(DISMISS_REASONS),
  note: Words.optional(),
  version: Version,
})
const Merge = z.object({ caseId: z.number().int().positive(), version: Version })
const ChangeBody = Change.extend({ version: z.number().int().positive() })
const Undo = z.object({ version: Version })
const Open = z.object({
  title: Words,
  description: Words,
  category: z.enum(CATEGORIES),
  agencyCode: Code.nullable(),
  kecamatanCode: Code.nullable(),
  kelurahanCode: Code.nullable(),
  place: Words.nullable(),
  urgent: z.boolean(),
  confidential: z.boolean(),
  dispose: z.boolean().meta({ description: 'also send it to the agency now' }),
  version: Version,
})

export const candidatesApi = (deps: ApiDeps) =>
  new Hono<ApiEnv>().route('/', candidateApi(deps)).route('/', decisionsApi(deps))

const actingFor =
  ({ region }: ApiDeps) =>
  (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })

const candidateApi = (deps: ApiDeps) => {
  const { db, may } = deps
  const acting = actingFor(deps)
  return new Hono<ApiEnv>()
    .get(
      '/candidates/:id',
      may('queue.read'),
      describe('triage', 'One candidate with its voices, suggestions and history', CandidateDetail),
      validator('param', Id, refuse),
      async (c) =>
        reply(c, CandidateDetail, await readCandidate(db.sql, acting(c), c.req.valid('param'))),
    )
    .patch(
      '/candidates/:id',
      may('queue.decide'),
      describe('triage', 'Correct the reading, label, assign, snooze, forward', CandidateRow),
      validator('param', Id, refuse),
      validator('json', ChangeBody, refuse),
      async (c) => {
        const { version, ...change } = c.req.valid('json')
        const input = { ...c.req.valid('param'), version, change }
        return reply(c, CandidateRow, await changeCandidate(db.sql, acting(c), input))
      },
    )
}

const decisionsApi = (deps: ApiDeps) => {
  const { db, may } = deps
  const acting = actingFor(deps)
  return new Hono<ApiEnv>()
    .post(
      '/candidates/:id/dismiss',
      may('queue.decide'),
      describe('triage', 'Dismiss with a reason', CandidateRow),
      validator('param', Id, refuse),
      validator('json', Dismiss, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CandidateRow, await dismissCandidate(db.sql, acting(c), input))
      },
    )
    .post(
      '/candidates/:id/merge',
      may('queue.decide'),
      describe('triage', 'Merge into an existing case', CandidateRow),
      validator('param', Id, refuse),
      validator('json', Merge, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CandidateRow, await mergeCandidate(db.sql, acting(c), input))
      },
    )
    .post(
      '/candidates/:id/open',
      may('queue.decide'),
      describe('triage', 'Open a case from it', CandidateRow),
      validator('param', Id, refuse),
      validator('json', Open, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CandidateRow, await openCandidate(db.sql, acting(c), input))
      },
    )
    .post(
      '/candidates/:id/undo',
      may('queue.decide'),
      describe('triage', 'Take the last decision back', CandidateRow),
      validator('param', Id, refuse),
      validator('json', Undo, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CandidateRow, await undoDecision(db.sql, acting(c), input))
      },
    )
}
