/** The figures of the leader's page, and the daily balance that must come to zero. */
import { Hono } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
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
