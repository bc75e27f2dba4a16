/**
 * The stage COLLECT: asks the sources that are due and saves what they have. A source is claimed by a
 * time limit on its row, fetched outside of any transaction, and written together with its cursor.
 */
import type { Database } from '../db/connect.ts'
import { cleanText } from './clean-text.ts'
import { nextCheck } from './next-check.ts'
import {
  claimDueSources,
  markFailed,
  markSucceeded,
  releaseClaims,
  type DueSource,
} from './queries.ts'
import type { SafeFetch } from './safe-fetch.ts'
import { savePosts } from './save-posts.ts'
import { SourceError } from './source-error.ts'
import type { PollResult, SourceKind } from './source-kind.ts'
import { SOURCE_KINDS } from './sources/all.ts'

/** Longer than a worker can need for the sources of one host; a dead worker's claim runs out. */
const CLAIM_MS = 5 * 60_000
/** Sources of one host that one round asks, one after the other. */
const PER_HOST = 4
const HOSTS_AT_ONCE = 8
/** The database's clock writes "check now", and may be a little ahead of ours. */
const CLOCK_SLACK_MS = 1_000
const MAX_ERROR_LENGTH = 500

export type CollectOptions = {
  fetch: SafeFetch
  /** Most sources in this round. */
  limit: number
  /** Only this region's sources. */
  region?: { id: string }
  now?: Date
  signal?: AbortSignal
  /** 0..1, for tests. */
  jitter?: () => number
}

export type Collected = {
  /** Sources asked. */
  sources: number
  /** New posts saved. */
  posts: number
  /** What went wrong, as sentences; each source's own error also stands on its row. */
  problems: string[]
}

type Round = Required<Pick<CollectOptions, 'fetch' | 'now' | 'jitter'>> & {
  db: Database
  signal?: AbortSignal | undefined
  collected: Collected
}

/** Asks every source that is due, up to `limit`. An error of one never stops the others. */
export async function collectDue(db: Database, options: CollectOptions): Promise<Collected> {
  const now = options.now ?? new Date()
  const sources = await claimDueSources(db.sql, {
    kinds: SOURCE_KINDS.filter((each) => each.poll).map((each) => each.kind),
    regionId: options.region?.id ?? null,
    now,
    dueBy: new Date(now.getTime() + CLOCK_SLACK_MS),
    until: new Date(now.getTime() + CLAIM_MS),
    limit: options.limit,
    perHost: PER_HOST,
  })
  const collected: Collected = { sources: 0, posts: 0, problems: [] }
  const { fetch, signal, jitter = Math.random } = options
  const round: Round = { db, fetch, now, jitter, signal, collected }
  const hosts = [...Map.groupBy(sources, (source) => hostOf(source.url)).values()]
  const workers = Array.from({ length: Math.min(HOSTS_AT_ONCE, hosts.length) }, async () => {
    for (let host = hosts.shift(); host; host = hosts.shift()) {
      for (const source of host) {
        if (!signal?.aborted) await collectOne(round, source)
      }
    }
  })
  await Promise.all(workers)
  if (signal?.aborted) await releaseClaims(db.sql, sources)
  return collected
}

const hostOf = (url: string) => URL.parse(url)?.host ?? url

async function collectOne(round: Round, source: DueSource): Promise<void> {
  const { collected } = round
  collected.sources++
  try {
    const result = await poll(round, source)
    collected.problems.push(...result.problems)
    collected.posts += await saveResult(round, source, result)
  } catch (error) {
    // It is we who stopped: the source did nothing wrong.
    if (round.signal?.aborted) return
    collected.problems.push(await recordFailure(round, source, error))
  }
}

async function poll(round: Round, source: DueSource): Promise<PollResult> {
  const kind: SourceKind | undefined = SOURCE_KINDS.find((each) => each.kind === source.kind)
  if (!kind?.poll) throw new Error(`collect: sources of kind ${source.kind} are not polled`)
  const settings = kind.settings.safeParse(source.settings)
  if (!settings.success) {
    throw new Error(`collect: source ${source.id} has wrong settings: ${settings.error.message}`)
  }
  const { url, channel, cursor, timezone } = source
  const fetch: SafeFetch = (address, options) =>
    round.fetch(address, { ...options, ...(round.signal ? { signal: round.signal } : {}) })
  return kind.poll({
    url,
    channel,
    cursor,
    timezone,
    fetch,
    settings: settings.data,
    now: round.now,
  })
}

/** Posts and cursor in one transaction: neither is ever there without the other. */
async function saveResult(round: Round, source: DueSource, result: PollResult): Promise<number> {
  const { db, now, collected } = round
  const saved = await db.sql.begin(async (tx) => {
    const kept = await markSucceeded(tx, source, {
      cursor: result.cursor,
      url: result.movedTo ?? source.url,
      now,
      nextCheckAt: nextCheck({
        now,
        intervalMinutes: source.intervalMinutes,
        errorCount: 0,
        jitter: round.jitter(),
        notBefore: result.notBefore,
      }),
    })
    return kept ? savePosts(tx, source, result.posts, now) : null
  })
  if (!saved) {
    collected.problems.push(lostClaim(source))
    return 0
  }
  if (saved.added > 0) await db.bus.notify('posts', source.regionId)
  return saved.added
}

async function recordFailure(round: Round, source: DueSource, error: unknown): Promise<string> {
  const { db, now } = round
  const known = error instanceof SourceError ? error : undefined
  const message = error instanceof Error ? error.message : String(error)
  const sentence = cleanText(message, MAX_ERROR_LENGTH)
  try {
    const kept = await markFailed(db.sql, source, {
      error: sentence,
      now,
      nextCheckAt: nextCheck({
        now,
        intervalMinutes: source.intervalMinutes,
        errorCount: source.errorCount + 1,
        jitter: round.jitter(),
        notBefore: known?.notBefore,
        unwelcome: known?.unwelcome,
      }),
      gone: known?.gone ?? false,
    })
    return kept ? sentence : lostClaim(source)
  } catch (failure) {
    // The database itself fails: the claim runs out and another round tries again.
    return `${sentence}; and it could not be recorded: ${String(failure)}`
  }
}

const lostClaim = (source: DueSource) =>
  `collect: source ${source.id} took longer than its claim; its posts are left to the next worker`
