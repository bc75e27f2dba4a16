/** Messages that another system pushes, signed: `POST /intake/webhook/:sourceId`. */
import { z } from 'zod'
import type { Database } from '../../db/connect.ts'
import { DomainError } from '../../errors.ts'
import { findSource, markReceived, type PushSource } from '../queries.ts'
import { MAX_TEXT_LENGTH, savePosts } from '../save-posts.ts'
import { POST_KINDS, type PostInput, type SourceKind } from '../source-kind.ts'
import { canonicalUrl } from '../urls.ts'
import { checkSignature, TOLERANCE_SECONDS, webhookSecret } from './webhook-signature.ts'

export { signWebhook, webhookSecret } from './webhook-signature.ts'

const MAX_BYTES = 2_000_000
const MAX_ITEMS = 1_000

const settings = z.object({
  /** Which secret counts. */
  generation: z.number().int().min(1).default(1),
  /** The one before also counts, while the sender changes over. */
  acceptPrevious: z.boolean().default(false),
})

export const webhook: SourceKind<z.infer<typeof settings>> = {
  kind: 'webhook',
  label: 'Webhook bertanda tangan',
  settings,
}

const short = z.string().trim().max(300)
const webUrl = z.url({ protocol: /^https?$/ }).max(2_000)

/** One message as another system sends it. */
const WebhookItem = z.object({
  /** The sender's own id; the same id again is the same message. */
  id: short.min(1),
  text: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
  title: z.string().trim().max(1_000).optional(),
  url: webUrl.optional(),
  kind: z.enum(POST_KINDS).default('post'),
  channel: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,30}$/)
    .optional(),
  author: z.object({ id: short, handle: short, name: short }).partial().optional(),
  created_at: z.iso.datetime({ offset: true }),
  parent_id: short.min(1).optional(),
  media: z
    .array(z.object({ type: short, url: webUrl, alt: z.string().max(1_000).optional() }))
    .max(50)
    .default([]),
  metrics: z.record(z.string().max(50), z.number()).default({}),
  place: z
    .object({
      name: short.min(1),
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
    })
    .partial({ lat: true, lon: true })
    .optional(),
})
type WebhookItem = z.infer<typeof WebhookItem>

/** The body of a request; each item is checked on its own, so that one bad item loses only itself. */
const WebhookBody = z.object({ items: z.array(z.unknown()).max(MAX_ITEMS) })

export type WebhookRequest = {
  /** Only a source of this region. */
  regionId?: string | undefined
  sourceId: number
  rawBody: Uint8Array
  /** The header X-Dengar-Signature. */
  signature: string | null | undefined
  now: Date
  instanceKey: Buffer
}

export type WebhookAnswer = {
  added: number
  known: number
  /** Items that were not taken, by their place in `items`. */
  problems: { index: number; problem: string }[]
}

/**
 * Checks the signature over the raw bytes, then saves the items. Sending the same again adds nothing.
 * @throws DomainError 404 unknown source, 413 too large, 401 wrong signature, 422 not the agreed JSON
 */
export async function receiveWebhook(
  db: Database,
  request: WebhookRequest,
): Promise<WebhookAnswer> {
  const { sourceId, rawBody, now } = request
  if (rawBody.length > MAX_BYTES) {
    throw new DomainError(
      413,
      `webhook: isi permintaan melebihi ${MAX_BYTES / 1e6} MB; kirim bertahap`,
    )
  }
  const source = await findSource(db.sql, {
    id: sourceId,
    kind: webhook.kind,
    regionId: request.regionId ?? null,
  })
  if (!source?.enabled) throw new DomainError(404, `webhook: sumber ${sourceId} tidak ditemukan`)
  authenticate(source, request)

  const { posts, problems } = readItems(rawBody, source)
  const saved = await db.sql.begin(async (tx) => {
    await markReceived(tx, source.id, now)
    return savePosts(tx, source, posts, now)
  })
  if (saved.added > 0) await db.bus.notify('posts', source.regionId)
  return { ...saved, problems }
}

const SIGNATURE_PROBLEMS = {
  malformed:
    'tanda tangan tidak ada atau bentuknya salah; kirim X-Dengar-Signature: t=<unix>,v1=<hex>',
  stale: `waktu tanda tangan berbeda lebih dari ${TOLERANCE_SECONDS / 60} menit; periksa jam pengirim`,
  wrong: 'tanda tangan tidak cocok dengan isi permintaan dan kunci sumber ini',
}

/** The secrets with which a sender may sign now, the newest first. */
export function secretsOf(
  source: Pick<PushSource, 'id' | 'settings'>,
  instanceKey: Buffer,
): string[] {
  const { generation, acceptPrevious } = settings.parse(source.settings)
  const generations = acceptPrevious && generation > 1 ? [generation, generation - 1] : [generation]
  return generations.map((each) => webhookSecret(instanceKey, source.id, each))
}

function authenticate(
  source: PushSource,
  { instanceKey, rawBody, signature, now }: WebhookRequest,
) {
  const problem = checkSignature({
    body: rawBody,
    signature: signature ?? '',
    secrets: secretsOf(source, instanceKey),
    now,
  })
  if (problem) throw new DomainError(401, `webhook: ${SIGNATURE_PROBLEMS[problem]}`)
}

function readItems(rawBody: Uint8Array, source: PushSource) {
  const body = WebhookBody.safeParse(readJson(rawBody))
  if (!body.success) {
    const sentence = `webhook: isi harus {"items": [...]} dengan paling banyak ${MAX_ITEMS} butir`
    throw new DomainError(422, sentence)
  }
  const posts: PostInput[] = []
  const problems: WebhookAnswer['problems'] = []
  for (const [index, item] of body.data.items.entries()) {
    const parsed = WebhookItem.safeParse(item)
    if (parsed.success) posts.push(toPost(parsed.data, source))
    else problems.push({ index, problem: describe(parsed.error) })
  }
  return { posts, problems }
}

function readJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody))
  } catch {
    throw new DomainError(422, 'webhook: isi permintaan bukan JSON dalam UTF-8')
  }
}

/** An item can be wrong in hundreds of places; the answer stays small. */
const NAMED_ISSUES = 5

const describe = (error: z.ZodError) =>
  error.issues
    .slice(0, NAMED_ISSUES)
    .map(({ path, message }) => `${path.join('.') || 'item'}: ${message}`)
    .join('; ')

function toPost(item: WebhookItem, source: PushSource): PostInput {
  // Ids are the sender's: two senders may use the same.
  const ownId = (id: string) => `${source.id}|${id}`
  const { id, handle, name } = item.author ?? {}
  const place = item.place
  return {
    nativeId: ownId(item.id),
    canonicalUrl: item.url === undefined ? null : canonicalUrl(item.url),
    parentNativeId: item.parent_id === undefined ? null : ownId(item.parent_id),
    threadRootId: null,
    kind: item.kind,
    channel: item.channel ?? source.channel,
    author: { nativeId: id ?? null, handle: handle ?? null, name: name ?? null },
    title: item.title || null,
    text: item.text,
    lang: null,
    place: place ? { name: place.name, ...point(place), origin: 'platform-tag' } : null,
    media: item.media.map(({ type, url, alt }) => ({ type, url, ...(alt ? { alt } : {}) })),
    metrics: item.metrics,
    createdAt: new Date(item.created_at),
    editedAt: null,
  }
}

const point = ({ lat, lon }: { lat?: number | undefined; lon?: number | undefined }) =>
  lat === undefined || lon === undefined ? {} : { lat, lon }
