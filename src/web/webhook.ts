/** Where other systems push posts to: signed, at most 2 MB, answered as soon as the rows are kept. */
import { Hono } from 'hono'
import { receiveWebhook } from '../collect/sources/webhook.ts'
import { notFound } from '../errors.ts'
import type { Deps } from './app.ts'
import { limitBody } from './body-limit.ts'

const MAX_BYTES = 2_000_000

export const webhookRoutes = ({ db, region, config }: Deps) =>
  new Hono().post('/intake/webhook/:sourceId', limitBody(MAX_BYTES), async (c) => {
    const sourceId = Number(c.req.param('sourceId'))
    if (!Number.isSafeInteger(sourceId)) throw notFound('Sumber', c.req.param('sourceId'))
    const received = await receiveWebhook(db, {
      regionId: region.id,
      sourceId,
      rawBody: new Uint8Array(await c.req.arrayBuffer()),
      signature: c.req.header('x-dengar-signature'),
      now: new Date(),
      instanceKey: config.instanceKey,
    })
    return c.json(received, 202)
  })
