/** Practice on past decisions. The two routes read; nothing that they do leaves a trace. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { answerPractice, drawnPractice } from '../../practice/practice.ts'
import { DISMISS_REASONS } from '../../triage/reasons.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse } from './input.ts'
import { describe, reply, Time } from './reply.ts'
import { Agency, Area, MatchReason } from './shared-shapes.ts'

const MOST_SEEN = 300

const Asked = z.object({
  limit: z.coerce.number().int().min(1).max(20).default(10),
  seen: z
    .string()
    .regex(/^\d{1,12}(,\d{1,12})*$/)
    .transform((text) => text.split(',').map(Number))
    .refine((ids) => ids.length <= MOST_SEEN, { error: `Paling banyak ${MOST_SEEN} nomor.` })
    .optional(),
})

const Choice = z.discriminatedUnion('act', [
  z.object({ act: z.literal('dismiss'), reason: z.enum(DISMISS_REASONS) }),
  z.object({ act: z.literal('merge'), caseId: z.number().int().positive() }),
  z.object({ act: z.literal('open') }),
])

const PracticeItem = z
  .object({
    id: z.number(),
    filed: z.boolean(),
    title: z.string(),
    category: z.string().nullable(),
    kecamatan: Area.nullable(),
    kelurahan: Area.nullable(),
    place: z.string().nullable(),
    urgent: z.boolean(),
    emergency: z.boolean(),
    voiceCount: z.number(),
    voices: z.array(
      z.object({
        id: z.number(),
        kind: z.enum(['post', 'filing']),
        channel: z.string(),
        sourceName: z.string().nullable(),
        at: Time,
        title: z.string().nullable(),
        text: z.string(),
        reasons: z.array(MatchReason),
      }),
    ),
    cases: z.array(
      z.object({
        id: z.number(),
        number: z.string(),
        title: z.string(),
        description: z.string(),
        category: z.string(),
        kecamatan: Area.nullable(),
        openedAt: Time,
        score: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'PracticeItem', description: 'a candidate as it stood before it was decided' })

const Practice = z
  .object({
    items: z.array(PracticeItem),
    available: z.number().meta({ description: 'decisions to draw from' }),
    least: z.number().meta({ description: 'below so many there is no practice' }),
    points: z.object({ whole: z.number(), act: z.number(), none: z.number() }),
  })
  .meta({ id: 'Practice' })

const PracticeAnswer = z
  .object({
    id: z.number(),
    agrees: z.enum(['whole', 'act', 'none']),
    points: z.number(),
    made: Choice,
    role: z.string().nullable().meta({ description: 'the role, never the name, of who decided' }),
    note: z.string().nullable().meta({ description: 'without persons' }),
    category: z.string().nullable(),
    agency: Agency.nullable(),
    case: z.object({ id: z.number(), number: z.string(), title: z.string() }).nullable(),
  })
  .meta({ id: 'PracticeAnswer' })

export const practiceApi = ({ db, region, may }: ApiDeps) => {
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  return new Hono<ApiEnv>()
    .get(
      '/practice',
      may('queue.decide'),
      describe('practice', 'Past decisions without their ends, drawn by chance', Practice),
      validator('query', Asked, refuse),
      async (c) => {
        const { limit, seen = [] } = c.req.valid('query')
        return reply(c, Practice, await drawnPractice(db.sql, acting(c), { limit, seen }))
      },
    )
    .post(
      '/practice/:id',
      may('queue.decide'),
      describe(
        'practice',
        'Compare a choice with what was decided; writes nothing',
        PracticeAnswer,
      ),
      validator('param', Id, refuse),
      validator('json', Choice, refuse),
      async (c) => {
        const input = { ...c.req.valid('param'), choice: c.req.valid('json') }
        return reply(c, PracticeAnswer, await answerPractice(db.sql, acting(c), input))
      },
    )
}
