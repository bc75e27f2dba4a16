/** Writes collected posts. Saving one again changes nothing: so every source is safe to repeat. */
import { createHash } from 'node:crypto'
import type { Sql } from '../db/connect.ts'
import { cleanOptional, cleanText } from './clean-text.ts'
import { insertPosts, lockPosts, POST_COLUMNS, type PostColumns } from './queries.ts'
import type { PostInput } from './source-kind.ts'

export const MAX_TEXT_LENGTH = 100_000
const MAX_TITLE_LENGTH = 1_000
const MAX_NAME_LENGTH = 300
/** Both are in an index, whose rows PostgreSQL limits to 2,704 bytes. */
const MAX_ID_BYTES = 500
const MAX_URL_LENGTH = 2_000
const MAX_MEDIA = 50
const BATCH_ROWS = 500
/** Before this nobody posted anything: the year is a mistake, but not one to lose a post for. */
const EARLIEST = Date.UTC(1990, 0, 1)

export type PostOwner = { id: number; regionId: string; kind: string }
export type Saved = { added: number; known: number }

/**
 * Inserts posts in batches, inside the caller's transaction. A post of the same (region, kind,
 * native id) that is already there, or comes twice, counts as known.
 */
export async function savePosts(
  tx: Sql,
  source: PostOwner,
  posts: PostInput[],
  fetchedAt = new Date(),
): Promise<Saved> {
  if (posts.length === 0) return { added: 0, known: 0 }
  await lockPosts(tx, source.regionId, source.kind)
  let added = 0
  for (let start = 0; start < posts.length; start += BATCH_ROWS) {
    const batch = posts.slice(start, start + BATCH_ROWS).map((post) => toRow(post, fetchedAt))
    added += await insertPosts(tx, { ...source, fetchedAt }, toColumns(batch))
  }
  return { added, known: posts.length - added }
}

type PostRow = { [Column in keyof PostColumns]: string | null }

function toRow(post: PostInput, fetchedAt: Date): PostRow {
  return {
    nativeId: indexableId(post.nativeId),
    canonicalUrl: indexableUrl(post.canonicalUrl),
    parentNativeId: post.parentNativeId === null ? null : indexableId(post.parentNativeId),
    threadRootId: post.threadRootId === null ? null : indexableId(post.threadRootId),
    kind: post.kind,
    channel: cleanText(post.channel, 50),
    rawHash: sha256(`${post.title ?? ''}\n${post.text}`),
    authorNativeId: cleanOptional(post.author.nativeId, MAX_NAME_LENGTH),
    authorHandle: cleanOptional(post.author.handle, MAX_NAME_LENGTH),
    authorName: cleanOptional(post.author.name, MAX_NAME_LENGTH),
    title: cleanOptional(post.title, MAX_TITLE_LENGTH),
    text: cleanText(post.text, MAX_TEXT_LENGTH),
    lang: cleanOptional(post.lang, 35),
    place: post.place === null ? null : toJson(post.place),
    media: toJson(post.media.slice(0, MAX_MEDIA)),
    metrics: toJson(cleanNames(post.metrics)),
    createdAt: clamp(post.createdAt, fetchedAt).toISOString(),
    editedAt: post.editedAt === null ? null : clamp(post.editedAt, fetchedAt).toISOString(),
  }
}

const toColumns = (rows: PostRow[]) =>
  Object.fromEntries(
    POST_COLUMNS.map((name) => [name, rows.map((row) => row[name])]),
  ) as PostColumns

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function indexableId(id: string): string {
  const clean = cleanText(id, 20_000)
  return Buffer.byteLength(clean) <= MAX_ID_BYTES ? clean : `sha256:${sha256(id)}`
}

function indexableUrl(url: string | null): string | null {
  const clean = cleanOptional(url, MAX_URL_LENGTH + 1)
  return clean !== null && Buffer.byteLength(clean) <= MAX_URL_LENGTH ? clean : null
}

const toJson = (value: unknown) =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? cleanText(each, MAX_URL_LENGTH) : each,
  )

/** Their names are the sender's own, too. */
const cleanNames = (metrics: PostInput['metrics']) =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, count]) => [cleanText(name, MAX_NAME_LENGTH), count]),
  )

/** The future, the impossible and the unreadable become the time at which it was fetched. */
function clamp(date: Date, fetchedAt: Date): Date {
  const time = date.getTime()
  return time >= EARLIEST && time <= fetchedAt.getTime() ? date : fetchedAt
}
