/** How often each watched word was heard lately: by the very rule by which the reader finds it. */
import { setImmediate as others } from 'node:timers/promises'
import type { Sql } from '../db/connect.ts'
import type { Region } from '../region/region.ts'
import { normalize } from './normalize.ts'
import { findPhrases, makePhrases, refillPhrases, type Phrases } from './phrases.ts'
import { latestMessages, type LatestMessage } from './queries-watch-words.ts'
import { phraseOf } from './topics.ts'

export type Heard = { count: number; lastAt: Date | null }

export type Counted = { heard: Map<string, Heard>; messages: number; since: Date | null }

const DAYS = 30
const MOST_MESSAGES = 1000
/** So many messages are read at a stretch: some milliseconds, then others have their turn. */
const AT_A_STRETCH = 50
const KEPT_MS = 60_000

type Kept = { phrases: Phrases<string>; words: string; at: number; counted: Promise<Counted> }
const latest = new WeakMap<Pick<Region, 'id'>, Kept>()

/**
 * Counts in the newest messages of the last 30 days, 1,000 at most: enough to see which word is never heard
 * and which one is heard everywhere. Kept for a minute, because every officer who looks asks for it.
 */
export function countWatched(
  sql: Sql,
  region: Pick<Region, 'id'>,
  { words, now }: { words: readonly string[]; now: Date },
): Promise<Counted> {
  const known = latest.get(region)
  const joined = words.join('\n')
  if (known?.words === joined && now.getTime() - known.at < KEPT_MS) return known.counted
  const entries = words.map((word) => [phraseOf(word), word] as const)
  const phrases = known?.phrases ?? makePhrases(entries)
  if (known && known.words !== joined) refillPhrases(phrases, entries)
  const counted = count(sql, region.id, { phrases, words, now })
  latest.set(region, { phrases, words: joined, at: now.getTime(), counted })
  counted.catch(() => latest.set(region, { phrases, words: joined, at: 0, counted }))
  return counted
}

type Count = { phrases: Phrases<string>; words: readonly string[]; now: Date }

async function count(sql: Sql, regionId: string, of: Count): Promise<Counted> {
  const since = new Date(of.now.getTime() - DAYS * 24 * 3_600_000)
  const messages = await latestMessages(sql, regionId, { since, limit: MOST_MESSAGES })
  const heard = new Map<string, Heard>(of.words.map((word) => [word, { count: 0, lastAt: null }]))
  for (let from = 0; from < messages.length; from += AT_A_STRETCH) {
    for (const message of messages.slice(from, from + AT_A_STRETCH))
      hear(of.phrases, message, heard)
    await others()
  }
  return { heard, messages: messages.length, since: messages.at(-1)?.at ?? null }
}

/** A message counts once for a word, however often it says it. The newest message comes first. */
function hear(phrases: Phrases<string>, { text, at }: LatestMessage, heard: Map<string, Heard>) {
  const said = new Set(findPhrases(phrases, normalize(text).tokens).flatMap(({ values }) => values))
  for (const word of said) {
    const before = heard.get(word)
    if (before) heard.set(word, { count: before.count + 1, lastAt: before.lastAt ?? at })
  }
}
