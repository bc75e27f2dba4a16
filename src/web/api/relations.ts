/** Which messages tell of the same problem: what an officer corrects between candidates. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { joinCandidate } from '../../triage/join.ts'
import { rejectSuggestion, restoreSuggestion } from '../../triage/reject.ts'
import { splitCandidate } from '../../triage/split.ts'
import type { ApiEnv } from '../access.ts'
import { CandidateRow, Split, Suggestions } from './candidate-shape.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse, Version } from './input.ts'
import { describe, reply } from './reply.ts'

const Whole = z.number().int().positive()
const SplitBody = z.object({
  voiceIds: z.array(Whole).min(1).max(1000),
  withCopies: z
    .boolean()
    .default(false)
    .meta({ description: 'take what only copies these voices, too' }),
  version: Version,
})
const JoinBody = z.object({ otherId: Whole, version: Version })
const TargetBody = z
  .object({ candidateId: Whole.optional(), caseId: Whole.optional(), version: Version })
  .transform(({ candidateId, caseId, version }, context) => {
    if (caseId !== undefined && candidateId === undefined) return { target: { caseId }, version }
    if (candidateId !== undefined && caseId === undefined) {
      return { target: { candidateId }, version }
    }
    context.addIssue({ code: 'custom', message: 'Sebutkan satu: kandidat atau aduan.' })
    return z.NEVER
  })

export const relationsApi = (deps: ApiDeps) =>
  new Hono<ApiEnv>().route('/', voicesApi(deps)).route('/', suggestionsApi(deps))

const acting = ({ region }: ApiDeps, c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })

const voicesApi = (deps: ApiDeps) => {
  const { db, may } = deps
  return new Hono<ApiEnv>()
    .post(
      '/candidates/:id/split',
      may('queue.decide'),
      describe('triage', 'Take voices out into a candidate of their own', Split),
      validator('param', Id, refuse),
      validator('json', SplitBody, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, Split, await splitCandidate(db.sql, acting(deps, c), input))
      },
    )
    .post(
      '/candidates/:id/join',
      may('queue.decide'),
      describe('triage', 'Join it to another candidate, or to the case that has it', CandidateRow),
      validator('param', Id, refuse),
      validator('json', JoinBody, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        return reply(c, CandidateRow, await joinCandidate(db.sql, acting(deps, c), input))
      },
    )
}

const suggestionsApi = (deps: ApiDeps) => {
  const { db, may } = deps
  return new Hono<ApiEnv>()
    .post(
      '/candidates/:id/reject',
      may('queue.decide'),
      describe('triage', 'Not the same problem: reject a suggestion', Suggestions),
      validator('param', Id, refuse),
      validator('json', TargetBody, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        const items = await rejectSuggestion(db.sql, acting(deps, c), input)
        return reply(c, Suggestions, { items })
      },
    )
    .post(
      '/candidates/:id/reject/undo',
      may('queue.decide'),
      describe('triage', 'Offer a rejected suggestion again', Suggestions),
      validator('param', Id, refuse),
      validator('json', TargetBody, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') }
        const items = await restoreSuggestion(db.sql, acting(deps, c), input)
        return reply(c, Suggestions, { items })
      },
    )
}
