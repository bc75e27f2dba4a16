/** The messages behind a candidate or a case, as the officer who looks may see them. */
import type { Sql } from '../db/connect.ts'
import type { Officer } from '../people/officer.ts'
import type { Category } from '../region/category.ts'
import type { Reason, Scored } from '../read/reading.ts'
import { notFound } from '../errors.ts'
import { maskVoice } from './mask.ts'
import { hasSpoken, voicesPage, type PageOf, type SpeaksIn } from './queries.ts'

export type Voice = {
  id: number
  kind: 'post' | 'filing'
  /** How it was recognised: first, url, repost, reply, number, identical, copy, same, person. */
  rung: string
  score: number
  reasons: unknown[]
  /** The officer who found it, or moved it here; null: the machine recognised it. */
  by: { id: number; name: string } | null
  /** Nearly the same words as this earlier voice, soon after it. */
  copyOf: number | null
  /** What copies it; null where nothing does. */
  copies: Copies | null
  joinedAt: Date
  /** When it was written or filed. */
  at: Date
  channel: string
  sourceName: string | null
  authorHandle: string | null
  /** Of a filing: the name the citizen gave. */
  authorName: string | null
  /** Telephone or e-mail the citizen gave. */
  contact: string | null
  /** House or street the citizen gave. */
  address: string | null
  url: string | null
  title: string | null
  text: string
  filingNumber: string | null
  /** Of a post: post, reply, quote, repost, comment, review, article or message. */
  postKind: string | null
  /** When the copy that is kept was fetched; null for a filing, which came by itself. */
  fetchedAt: Date | null
  /** When its author had changed it before that, as the platform says. */
  editedAt: Date | null
  /** The copy is letter for letter what the source sent; else unreadable characters were taken out. */
  isExact: boolean | null
  /** sha256 of what the source sent, as hex. */
  hash: string | null
  /** When the same address was first heard again with other words. */
  otherTextAt: Date | null
  media: Media[]
  /** What it answers; null when it answers nothing. */
  parent: Parent | null
  reading: VoiceReading | null
}

/** A picture, film or document at the source; only its address is kept. */
export type Media = { type: string; url: string | null; alt: string | null }

/** The post that another one answers; without a text it was never collected. Its text is cut after 1,000 letters. */
export type Parent = {
  author: string | null
  text: string | null
  at: Date | null
  url: string | null
}

/** Nearly the same words as one voice; the times are those of the first and the last message of all. */
export type Copies = {
  count: number
  /** From how many accounts or telephones, as far as they are known; the voice's own is not counted. */
  accounts: number
  firstAt: Date
  lastAt: Date
}

export type VoiceReading = {
  probability: number
  reasons: Reason[]
  categories: Scored<Category>[]
  agencies: Scored<string>[]
  place: string | null
  model: string
}

/** A page of voices; `next` is what the following page comes after, null on the last one. */
export type Voices = { items: Voice[]; next: number | null }

const FIRST_PAGE: PageOf = { after: null, of: null }

/**
 * A page of originals, oldest first, each with the first of what only copies it; or, with `of`, a page of the
 * copies of this one. A problem that is told five thousand times is not read five thousand times.
 * @throws DomainError 404 when `after` or `of` has never spoken there
 */
export async function readVoices(
  sql: Sql,
  officer: Officer,
  speaksIn: SpeaksIn,
  page: PageOf = FIRST_PAGE,
): Promise<Voices> {
  const { regionId } = officer
  for (const voiceId of [page.after, page.of]) {
    if (voiceId !== null && !(await hasSpoken(sql, regionId, { speaksIn, voiceId }))) {
      throw notFound('Suara', voiceId)
    }
  }
  const stored = await voicesPage(sql, regionId, { speaksIn, page })
  const items = stored.map((row) => {
    const { more: _, ...voice } = row
    return maskVoice(voice, officer.role)
  })
  const isPaged = ({ copyOf }: Voice) => page.of !== null || !isCopyIn(items, copyOf)
  const last = items.findLast(isPaged)
  return { items, next: stored[0]?.more ? (last?.id ?? null) : null }
}

const isCopyIn = (items: Voice[], copyOf: number | null) =>
  copyOf !== null && items.some(({ id }) => id === copyOf)
