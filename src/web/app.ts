/** The web: routes in, one place where errors become answers. */
import path from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import { describeRoute, openAPIRouteHandler } from 'hono-openapi'
import type { Logger } from 'pino'
import { ROOT, type Config } from '../config.ts'
import type { Database } from '../db/connect.ts'
import type { Region } from '../region/region.ts'
import { guard, makeMay } from './access.ts'
import { answerErrors, answerNotFound } from './answer-errors.ts'
import { createApi } from './api/index.ts'
import { documentation } from './api/documentation.ts'
import { limitBody } from './body-limit.ts'
import { healthRoutes } from './health.ts'
import { RequestCounts } from './metrics.ts'
import { portal } from './portal/index.ts'
import { logRequests } from './request-log.ts'
import { neverCached, sameOriginOnly, securityHeaders } from './security.ts'
import { staffApp } from './static.ts'
import { themeRoutes } from './theme.ts'
import { wakeDesk } from './wake-desk.ts'
import { webhookRoutes } from './webhook.ts'

export type Deps = {
  db: Database
  region: Region
  config: Pick<Config, 'publicUrl' | 'instanceKey' | 'proxyHops' | 'demo'> &
    Partial<Pick<Config, 'regionFolder'>>
  log: Logger
  /** Asks a job to look now instead of at its next time. */
  wake: (job: string) => void
  /** Where the built staff app lies; dashboard/dist unless told. */
  dist?: string
}

const MAX_API_BYTES = 256_000
/** A thousand changes, each with a long title, to take as many back. */
const LARGE_API_BODIES = new Map([['/api/candidates/bulk', 1_000_000]])

/** This server speaks http only, so https means a proxy in front, behind which all visitors look alike. */
const HIDDEN =
  'web: set DENGAR_PROXY_HOPS to the number of your proxies; until then all visitors share one limit ' +
  'for signing in and for filing'

/** The whole web of one installation as an app that answers `Request`s. */
export function createApp(deps: Deps) {
  const { region, config, log } = deps
  if (config.proxyHops === 0 && config.publicUrl.startsWith('https:')) log.warn(HIDDEN)
  const counts = new RequestCounts()
  const app = new Hono<{ Variables: { requestId: string } }>()
  app.use(requestId({ limitLength: 64 }))
  app.use(logRequests(log, counts))
  app.use(securityHeaders(config.publicUrl))
  app.use(compress())
  app.use(
    '/api/*',
    neverCached,
    sameOriginOnly(config.publicUrl),
    limitBody(MAX_API_BYTES, LARGE_API_BODIES),
    guard,
  )
  app.use('/api/*', wakeDesk(deps))
  app.route('/api', createApi(deps))
  app.get(
    '/api/openapi.json',
    makeMay(deps)('anyone'),
    describeRoute({ tags: ['documentation'], summary: 'This document' }),
    openAPIRouteHandler(app, documentation),
  )
  app.route('/', healthRoutes(deps, counts))
  app.route('/', webhookRoutes(deps))
  app.route('/', themeRoutes(region))
  app.route('/', staffApp(deps.dist ?? path.join(ROOT, 'dashboard/dist')))
  app.route('/', portal(deps))
  app.onError(answerErrors(log, region))
  app.notFound(answerNotFound(region))
  return app
}

export type App = ReturnType<typeof createApp>
