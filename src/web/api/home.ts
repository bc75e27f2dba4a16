/** The first page of each role, and whether the history is whole. */
import { Hono } from 'hono'
import { readHome } from '../../home/home.ts'
import { recentCheck } from '../../ledger/recent-check.ts'
import type { ApiEnv } from '../access.ts'
import { Home, Ledger } from './home-shape.ts'
import type { ApiDeps } from './index.ts'
import { describe, reply } from './reply.ts'

export const homeApi = ({ db, region, may }: ApiDeps) =>
  new Hono<ApiEnv>()
    .get(
      '/home',
      may('signed-in'),
      describe('home', "The officer's own work in counts, by role", Home),
      async (c) => reply(c, Home, await readHome(db.sql, { region, officer: c.get('officer') })),
    )
    .get(
      '/ledger',
      may('ledger.read'),
      describe('home', 'Whether the hash chain of the whole history holds', Ledger),
      async (c) => reply(c, Ledger, await recentCheck(db.sql, region.id)),
    )
