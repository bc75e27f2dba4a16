/** The live stream of the desk: what arrives, what colleagues decide, who is where. */
import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { ApiEnv } from '../access.ts'
import { Hub, type Listener } from '../live/hub.ts'
import { openStream } from '../live/stream.ts'
import type { ServerEnv } from '../server.ts'
import { readSessionCookie } from '../session-cookie.ts'
import type { ApiDeps } from './index.ts'
import { REFUSED } from './reply.ts'

/** Windows of one officer; a browser that opens ever more of them has lost its way. */
const MOST_STREAMS = 20

const HEADERS = {
  'content-type': 'text/event-stream',
  // nginx would else keep the messages back until it has a page of them.
  'x-accel-buffering': 'no',
  // Nothing else comes over this connection; when the stream ends, nobody waits for more.
  connection: 'close',
}

const Messages = z.string().meta({
  description:
    'hello {isWhole}: the stream is open; false: load anew, more was missed than is told. ' +
    'arrived {candidateIds}. changed {items: [{candidateId, kind, status, version, by, at}]}. ' +
    'holds {items: [{candidateId, officer, doing, since}]}: everybody who is somewhere now. ' +
    'beat {}: every 15 seconds. end {}: the session has ended.',
})

const documented = describeRoute({
  tags: ['desk'],
  summary: 'What happens on the desk, as server-sent events',
  description:
    'Come back with Last-Event-ID, or ?after= with the same value, to hear what was missed.',
  responses: {
    200: { description: 'OK', content: { 'text/event-stream': { schema: resolver(Messages) } } },
    ...REFUSED,
  },
})

export const liveApi = (deps: ApiDeps) => {
  const hub = new Hub(deps)
  return new Hono<ApiEnv & { Bindings: ServerEnv }>().get(
    '/live',
    deps.may('queue.read'),
    documented,
    (c) => {
      if (c.req.method === 'HEAD') return c.body(null, 200, HEADERS)
      const { id: officerId } = c.get('officer')
      if (hub.countOf(officerId) >= MOST_STREAMS) {
        throw new DomainError(
          429,
          'Terlalu banyak jendela terbuka. Tutup beberapa, lalu muat ulang.',
        )
      }
      // Without a server there is no env at all.
      const { stopping, outgoing } = (c.env as ServerEnv | undefined) ?? {}
      const stop = () => stream.end()
      const stream = openStream({
        onEnd() {
          stopping?.removeEventListener('abort', stop)
          hub.leave(listener)
        },
        cut: () => void outgoing?.destroy(),
      })
      const listener: Listener = {
        stream,
        token: readSessionCookie(c, deps.config.publicUrl) ?? '',
        officerId,
        since: c.req.header('last-event-id') ?? c.req.query('after'),
      }
      stopping?.addEventListener('abort', stop)
      void hub.join(listener)
      return c.body(stream.body, 200, HEADERS)
    },
  )
}
