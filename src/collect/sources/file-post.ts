/** One row of an imported table -> a post. */
import { createHash } from 'node:crypto'
import { momentOf } from '../../region/time-zone.ts'
import { parseDate } from '../dates.ts'
import { POST_KINDS, type PostInput, type PostKind } from '../source-kind.ts'
import { canonicalUrl, resolveUrl } from '../urls.ts'
import type { Field, Mapping } from './file-columns.ts'

export type RowContext = {
  mapping: Mapping
  /** Two sources may use the same ids. */
  sourceId: number
  /** What rows without a channel of their own get. */
  channel: string
  timezone: string
  now: Date
}

/** @returns the post, or a sentence that says why the row is skipped */
export function toPost(cells: Map<string, string>, context: RowContext): PostInput | string {
  const cell = (field: Field) => cells.get(context.mapping.get(field) ?? '') ?? null
  const text = cell('text')
  if (text === null) return 'the row has no text'
  const createdAt = readAt(cell('at'), context)
  if (createdAt === null) return `"${cell('at')?.slice(0, 40)}" is not a date that is understood`
  const url = resolveUrl(cell('url') ?? undefined, '')
  const place = cell('place')
  const parent = cell('parent')
  return {
    nativeId: nativeId(cell('id'), cells, context.sourceId),
    canonicalUrl: url === null ? null : canonicalUrl(url),
    parentNativeId: parent === null ? null : `${context.sourceId}|${parent}`,
    threadRootId: null,
    kind: readKind(cell('kind')),
    channel: readChannel(cell('channel')) ?? context.channel,
    author: {
      nativeId: null,
      handle: cell('handle')?.replace(/^@/, '') || null,
      name: cell('author'),
    },
    title: cell('title'),
    text,
    lang: null,
    place: place === null ? null : { name: place, origin: 'text' },
    media: [],
    metrics: {},
    createdAt,
    editedAt: null,
  }
}

/** Without an id the whole row is the identity: the same row again is the same post. */
function nativeId(id: string | null, cells: Map<string, string>, sourceId: number): string {
  if (id !== null) return `${sourceId}|${id}`
  return `row|${createHash('sha256')
    .update(JSON.stringify([...cells]))
    .digest('hex')}`
}

/** Days since 1899-12-30, as a sheet shows a date whose format was lost: 36526 is the year 2000. */
const SERIAL = /^[3-6]\d{4}(?:\.\d+)?$/

function readAt(cell: string | null, { timezone, now }: RowContext): Date | null {
  if (cell === null) return now
  if (!SERIAL.test(cell)) return parseDate(cell, timezone)
  return momentOf(Date.UTC(1899, 11, 30) + Math.round(Number(cell) * 86_400) * 1000, timezone)
}

const readKind = (cell: string | null): PostKind =>
  POST_KINDS.find((kind) => kind === cell?.toLowerCase()) ?? 'post'

const CHANNEL_NAMES: Record<string, string> = {
  twitter: 'x',
  'twitter-x': 'x',
  'x-twitter': 'x',
  fb: 'facebook',
  ig: 'instagram',
  wa: 'whatsapp',
  yt: 'youtube',
  berita: 'news',
}

/** "Twitter / X" -> "x"; null for what cannot be a channel. */
export function readChannel(cell: string | null): string | null {
  const slug = (cell ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const name = CHANNEL_NAMES[slug] ?? slug
  return /^[a-z][a-z0-9-]{0,30}$/.test(name) ? name : null
}
