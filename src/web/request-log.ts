/** One log line and one count per request. Raw path, query and body stay out: they hold secrets. */
import type { Context, MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import { endpointsOf } from './access.ts'
import type { RequestCounts } from './metrics.ts'

export function logRequests(log: Logger, counts: RequestCounts): MiddlewareHandler {
  return async function logRequests(c, next) {
    const start = performance.now()
    await next()
    const route = routePattern(c)
    counts.add(route, c.res.status)
    log.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        route,
        status: c.res.status,
        ms: Math.round(performance.now() - start),
      },
      'request',
    )
  }
}

/** "/api/cases/:id" for a known route, "-" for an address that does not exist. */
export const routePattern = (c: Context): string => endpointsOf(c).at(-1)?.path ?? '-'
