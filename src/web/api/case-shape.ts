/** What the API tells of a case. */
import { z } from 'zod'
import { CASE_ACTS, CASE_STATUSES } from '../../cases/transitions.ts'
import { CATEGORIES } from '../../region/category.ts'
import { Time } from './reply.ts'
import { Agency, Area, HistoryLine, Voice } from './shared-shapes.ts'

export const CaseRow = z
  .object({
    id: z.number(),
    number: z.string(),
    title: z.string(),
    status: z.enum(CASE_STATUSES),
    category: z.enum(CATEGORIES),
    agency: Agency.nullable(),
    kecamatan: Area.nullable(),
    kelurahan: Area.nullable(),
    place: z.string().nullable(),
    urgent: z.boolean(),
    confidential: z.boolean(),
    voiceCount: z.number(),
    copyCount: z.number().meta({ description: 'of these, how many only copy another one' }),
    openedAt: Time,
    disposedAt: Time.nullable(),
    answeredAt: Time.nullable(),
    closedAt: Time.nullable(),
    dueAt: Time.nullable(),
    dueRung: z.string().nullable(),
    version: z.number(),
  })
  .meta({ id: 'CaseRow' })

const Clock = z
  .object({
    stage: z.string(),
    rung: z.string(),
    rule: z.string(),
    startedAt: Time,
    dueAt: Time,
    stoppedAt: Time.nullable(),
  })
  .meta({ id: 'Clock' })

export const CaseDetail = CaseRow.extend({
  description: z.string(),
  answer: z.string().nullable(),
  clocks: z.array(Clock),
  voices: z.array(Voice).meta({ description: 'the first page' }),
  nextVoice: z.number().nullable().meta({ description: 'what the second page comes after' }),
  events: z.array(HistoryLine),
  acts: z.array(z.enum(CASE_ACTS)).meta({ description: 'what this officer may do with it now' }),
}).meta({ id: 'Case' })

export const CasePage = z
  .object({ items: z.array(CaseRow), total: z.number() })
  .meta({ id: 'CasePage' })
