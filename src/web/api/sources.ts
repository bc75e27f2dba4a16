/** The sources that are watched: how they are doing, and adding or changing one. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { addSource } from '../../collect/add-source.ts'
import { changeSource, checkSourceNow } from '../../collect/change-source.ts'
import { FAULTS } from '../../collect/fault.ts'
import { listedSource, listedSources } from '../../collect/list-sources.ts'
import { HEALTHS } from '../../collect/source-health.ts'
import { readWebhookKey } from '../../collect/webhook-key.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse } from './input.ts'
import { describe, reply, Time } from './reply.ts'

const SourceShape = z
  .object({
    id: z.number(),
    kind: z.string(),
    name: z.string(),
    url: z.string(),
    channel: z.string(),
    enabled: z.boolean(),
    intervalMinutes: z.number(),
    nextCheckAt: Time,
    checkedAt: Time.nullable(),
    succeededAt: Time.nullable(),
    errorCount: z.number(),
    lastError: z.string().nullable(),
    posts: z.number(),
    candidates: z.number(),
    lastPostAt: Time.nullable(),
    health: z.enum(HEALTHS),
    fault: z.enum(FAULTS).nullable(),
    checksPerDay: z.number().nullable(),
    days: z.array(z.object({ day: z.string(), posts: z.number() })),
    gaps: z.array(z.object({ from: z.string(), to: z.string(), days: z.number() })),
  })
  .meta({ id: 'Source' })

const Sources = z.object({ items: z.array(SourceShape) })

const Name = z.string().trim().min(2).max(120)
/** Often enough to be useful, seldom enough to be polite: 10 minutes to a week. */
const Interval = z.number().int().min(10).max(10_080)
const Address = z
  .string()
  .trim()
  .max(2000)
  .refine(isWebAddress, 'Alamat harus diawali https:// atau http:// dan tidak memuat kata sandi.')

const Channel = z.string().regex(/^[a-z][a-z0-9_-]{0,30}$/, 'Tulis nama kanal seperti "facebook".')

const AddSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('feed'),
    name: Name,
    url: Address,
    intervalMinutes: Interval.default(30),
  }),
  z.object({ kind: z.literal('webhook'), name: Name, channel: Channel }),
])
const ChangeSource = z.object({
  enabled: z.boolean().optional(),
  intervalMinutes: Interval.optional(),
  name: Name.optional(),
})

const WebhookKey = z.object({ url: z.string(), secret: z.string() }).meta({ id: 'WebhookKey' })

export const sourcesApi = ({ db, region, config, may, wake }: ApiDeps) => {
  const { sql } = db
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  const found = (id: number) => listedSource(sql, region, id)
  return new Hono<ApiEnv>()
    .get(
      '/sources',
      may('sources.read'),
      describe('sources', 'Every source with its state and counts', Sources),
      async (c) => reply(c, Sources, { items: await listedSources(sql, region) }),
    )
    .post(
      '/sources',
      may('sources.manage'),
      describe('sources', 'Listen to one more feed or webhook', SourceShape),
      validator('json', AddSource, refuse),
      async (c) => {
        const id = await addSource(sql, acting(c), c.req.valid('json'))
        wake('collect')
        return reply(c, SourceShape, await found(id))
      },
    )
    .patch(
      '/sources/:id',
      may('sources.manage'),
      describe('sources', 'Switch on or off, rename, check more or less often', SourceShape),
      validator('param', Id, refuse),
      validator('json', ChangeSource, refuse),
      async (c) => {
        const { id } = c.req.valid('param')
        await changeSource(sql, acting(c), { id, change: c.req.valid('json') })
        return reply(c, SourceShape, await found(id))
      },
    )
    .post(
      '/sources/:id/check',
      may('sources.manage'),
      describe('sources', 'Check it now instead of at its next time', SourceShape),
      validator('param', Id, refuse),
      async (c) => {
        const { id } = c.req.valid('param')
        await checkSourceNow(sql, acting(c), { id })
        wake('collect')
        return reply(c, SourceShape, await found(id))
      },
    )
    .post(
      '/sources/:id/key',
      may('sources.manage'),
      describe('sources', 'Show where and with which secret a webhook is signed', WebhookKey),
      validator('param', Id, refuse),
      async (c) => {
        const { instanceKey } = config
        const key = await readWebhookKey(sql, acting(c), { ...c.req.valid('param'), instanceKey })
        return reply(c, WebhookKey, { url: `${config.publicUrl}${key.path}`, secret: key.secret })
      },
    )
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  )
}
