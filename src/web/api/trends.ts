/** The figures of the leader's page, the daily balance that must come to zero, and how well the machine reads. */
import { Hono } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { accuracy } from '../../trends/accuracy.ts'
import { balance } from '../../trends/balance.ts'
import { byCategoryAndKecamatan } from '../../trends/by-category-and-kecamatan.ts'
import { volumeByDay } from '../../trends/volume-by-day.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { refuse } from './input.ts'
import { describe, reply } from './reply.ts'

const Days = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) })

const Volume = z
  .object({
    days: z.array(
      z.object({
        day: z.string(),
        posts: z.number(),
        filings: z.number(),
        complaints: z.number().meta({ description: 'posts read as complaints, and all filings' }),
        cases: z.number(),
      }),
    ),
  })
  .meta({ id: 'Volume' })

const Areas = z
  .object({
    cells: z.array(
      z.object({
        category: z.string().nullable(),
        kecamatan: z.string().nullable(),
        candidates: z.number(),
        cases: z.number(),
      }),
    ),
  })
  .meta({ id: 'Areas' })

const Sums = z.object({
  total: z.number(),
  unread: z.number(),
  ungrouped: z.number(),
  setAside: z.number(),
  waiting: z.number(),
  dismissed: z.number(),
  merged: z.number(),
  opened: z.number(),
})

const Balance = z
  .object({ posts: Sums, filings: Sums, unaccounted: z.number() })
  .meta({ id: 'Balance' })

const Estimate = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .meta({ id: 'Estimate', description: 'a figure with its 95 % interval' })

const Figures = z.object({
  accepted: z.number().meta({ description: 'candidates of the machine that people accepted' }),
  rejected: z.number().meta({ description: 'candidates that people found to be no complaint' }),
  precision: Estimate.nullable(),
  setAside: z.number().meta({ description: 'texts that the machine set aside' }),
  judged: z.number().meta({ description: 'of these, judged by people' }),
  found: z.number().meta({ description: 'of these, complaints' }),
  missed: Estimate.nullable().meta({ description: 'complaints among all that was set aside' }),
  recall: Estimate.nullable(),
})
const FiguresOf = Figures.extend({ name: z.string().nullable() })

const Accuracy = z
  .object({
    total: Figures.extend({
      drawn: z.number(),
      skipped: z.number(),
      unknown: z.number().meta({ description: 'set aside where nobody has judged yet' }),
      isPrecisionRough: z.boolean(),
      isMissedRough: z.boolean(),
    }),
    byChannel: z.array(FiguresOf),
    bySource: z.array(FiguresOf),
    byCategory: z.array(FiguresOf),
  })
  .meta({ id: 'Accuracy' })

export const trendsApi = ({ db, region, may }: ApiDeps) =>
  new Hono<ApiEnv>()
    .get(
      '/trends/volume',
      may('trends.read'),
      describe('trends', 'Posts, complaints and cases by day', Volume),
      validator('query', Days, refuse),
      async (c) => {
        const { days } = c.req.valid('query')
        return reply(c, Volume, { days: await volumeByDay(db.sql, region, days) })
      },
    )
    .get(
      '/trends/areas',
      may('trends.read'),
      describe('trends', 'Candidates and cases by category and kecamatan', Areas),
      validator('query', Days, refuse),
      async (c) => {
        const { days } = c.req.valid('query')
        return reply(c, Areas, { cells: await byCategoryAndKecamatan(db.sql, region, days) })
      },
    )
    .get(
      '/trends/balance',
      may('trends.read'),
      describe('trends', 'Where every post and filing is; unaccounted must be 0', Balance),
      async (c) => reply(c, Balance, await balance(db.sql, region.id)),
    )
    .get(
      '/trends/accuracy',
      may('trends.read'),
      describe('trends', 'What the machine proposed wrongly and what it missed', Accuracy),
      validator('query', Days, refuse),
      async (c) => {
        const { days } = c.req.valid('query')
        return reply(c, Accuracy, await accuracy(db.sql, region, days))
      },
    )
