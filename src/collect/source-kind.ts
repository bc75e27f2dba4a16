/**
 * The source contract: one type that every kind of source fulfils. The list is in `sources/all.ts`.
 * A polled kind is asked by the engine when its `next_check_at` has come; the others are pushed to.
 */
import type { z } from 'zod'
import type { SafeFetch } from './safe-fetch.ts'

export const POST_KINDS = [
  'post',
  'reply',
  'quote',
  'repost',
  'comment',
  'review',
  'article',
  'message',
] as const
export type PostKind = (typeof POST_KINDS)[number]

/** The one normal form of a collected message, before it has an id of ours. */
export type PostInput = {
  nativeId: string
  canonicalUrl: string | null
  parentNativeId: string | null
  threadRootId: string | null
  kind: PostKind
  channel: string
  author: { nativeId: string | null; handle: string | null; name: string | null }
  title: string | null
  text: string
  lang: string | null
  place: { name: string; lat?: number; lon?: number; origin: 'platform-tag' | 'text' } | null
  media: { type: string; url: string; alt?: string }[]
  metrics: Record<string, number>
  createdAt: Date
  editedAt: Date | null
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
/** What a source remembers between polls; saved in the same transaction as the posts. */
export type Cursor = { [key: string]: Json }

export type PollInput<Settings> = {
  url: string
  channel: string
  settings: Settings
  cursor: Cursor
  fetch: SafeFetch
  now: Date
  /** IANA name of the region's zone, in which times without a zone are read. */
  timezone: string
}

export type PollResult = {
  posts: PostInput[]
  cursor: Cursor
  /** Items that could not be used, each as a sentence; they never stop the others. */
  problems: string[]
  /** The source moved for good (301, 308). */
  movedTo?: string
  /** The source asked to be left alone until then (Retry-After, max-age, ttl). */
  notBefore?: Date
}

export type SourceKind<Settings = unknown> = {
  kind: string
  /** Shown to officers. */
  label: string
  settings: z.ZodType<Settings>
  /** Absent for kinds that are pushed to or imported. */
  poll?: (input: PollInput<Settings>) => Promise<PollResult>
}
