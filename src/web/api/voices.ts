/** The rest of the voices of what has more of them than one page: asked for while one reads. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { readCaseVoices } from '../../cases/read.ts'
import { readCandidateVoices } from '../../triage/candidate-voices.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse } from './input.ts'
import { describe, reply } from './reply.ts'
import { Voice } from './shared-shapes.ts'

const VoiceId = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 53)
  .optional()
  .transform((id) => id ?? null)
const Paging = z.object({
  after: VoiceId.meta({ description: 'the voice that the page before ended with' }),
  of: VoiceId.meta({ description: 'only what copies this voice' }),
})

const VoicesPage = z
  .object({ items: z.array(Voice), next: z.number().nullable() })
  .meta({ id: 'VoicesPage' })

export const voicesApi = ({ db, region, may }: ApiDeps) => {
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  return new Hono<ApiEnv>()
    .get(
      '/candidates/:id/voices',
      may('queue.read'),
      describe('triage', 'More voices of a candidate, or the copies of one', VoicesPage),
      validator('param', Id, refuse),
      validator('query', Paging, refuse),
      async (c) => {
        const asked = { ...c.req.valid('param'), ...c.req.valid('query') }
        return reply(c, VoicesPage, await readCandidateVoices(db.sql, acting(c), asked))
      },
    )
    .get(
      '/cases/:id/voices',
      may('case.read'),
      describe('cases', 'More voices of a case, or the copies of one', VoicesPage),
      validator('param', Id, refuse),
      validator('query', Paging, refuse),
      async (c) => {
        const asked = { ...c.req.valid('param'), ...c.req.valid('query') }
        return reply(c, VoicesPage, await readCaseVoices(db.sql, acting(c), asked))
      },
    )
}
