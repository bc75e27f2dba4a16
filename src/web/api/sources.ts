/** The sources that are watched: how they are doing, and adding or changing one. */
import { Hono } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { conflict, invalid, notFound } from '../../errors.ts'
import { appendEvent } from '../../ledger/append.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse } from './input.ts'
import {
  hasNamesake,
  insertSource,
  listSources,
  makeDue,
  readSource,
  updateSource,
  type SourceChange,
} from './queries.ts'
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

const AddSource = z.object({
  kind: z.literal('feed'),
  name: Name,
  url: Address,
  intervalMinutes: Interval.default(30),
})
const ChangeSource = z.object({
  enabled: z.boolean().optional(),
  intervalMinutes: Interval.optional(),
  name: Name.optional(),
})

export const sourcesApi = (deps: ApiDeps) => {
  const { region, may, wake } = deps
  const sql = deps.db.sql
  const found = async (id: number) => (await readSource(sql, region.id, id)) ?? raise(id)
  return new Hono<ApiEnv>()
    .get(
      '/sources',
      may('sources.read'),
      describe('sources', 'Every source with its state and counts', Sources),
      async (c) => reply(c, Sources, { items: [...(await listSources(sql, region.id))] }),
    )
    .post(
      '/sources',
      may('sources.manage'),
      describe('sources', 'Watch one more feed', SourceShape),
      validator('json', AddSource, refuse),
      async (c) => {
        const id = await addSource(deps, c.get('officer').id, c.req.valid('json'))
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
        await changeSource(deps, c.get('officer').id, { id, change: c.req.valid('json') })
        return reply(c, SourceShape, await found(id))
      },
    )
    .post(
      '/sources/:id/check',
      may('sources.manage'),
      describe('sources', 'Check it now instead of at its next time', SourceShape),
      validator('param', Id, refuse),
      async (c) => {
        const source = await found(c.req.valid('param').id)
        const isDue = await makeDue(sql, region.id, source.id)
        if (!isDue) throw conflict(`Sumber ${source.name} sedang dimatikan. Nyalakan lebih dulu.`)
        wake('collect')
        return reply(c, SourceShape, await found(source.id))
      },
    )
}

function raise(id: number): never {
  throw notFound('Sumber', id)
}

async function addSource(
  { db, region }: ApiDeps,
  officerId: number,
  source: z.output<typeof AddSource>,
): Promise<number> {
  return db.sql.begin(async (tx) => {
    const added = await insertSource(tx, { regionId: region.id, ...source })
    if (!added) throw nameTaken(source.name)
    const data = { sourceId: added.id, ...source }
    await appendEvent(tx, { regionId: region.id, kind: 'source.added', officerId, data })
    return added.id
  })
}

async function changeSource(
  { db, region }: ApiDeps,
  officerId: number,
  { id, change }: { id: number; change: SourceChange },
): Promise<void> {
  await db.sql.begin(async (tx) => {
    const { name } = change
    if (name !== undefined && (await hasNamesake(tx, region.id, id, name))) throw nameTaken(name)
    if (!(await updateSource(tx, region.id, id, change))) raise(id)
    const data = { sourceId: id, ...change }
    await appendEvent(tx, { regionId: region.id, kind: 'source.changed', officerId, data })
  })
}

const nameTaken = (name: string) =>
  invalid(`Sumber bernama ${name} sudah ada.`, { name: 'Nama ini sudah dipakai; pilih nama lain.' })

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  )
}
