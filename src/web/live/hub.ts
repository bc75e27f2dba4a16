/**
 * One ear of the process for all open streams: while somebody listens it looks each second, and at once when
 * the bus says that something happened, and tells everybody the same bytes.
 */
import type { Logger } from 'pino'
import type { Database } from '../../db/connect.ts'
import { parsePosition, positionText, readNews, type News, type Position } from '../../desk/news.ts'
import { holdsInRegion } from '../../desk/queries.ts'
import { positionNow } from '../../desk/queries-news.ts'
import { openSessions } from '../../people/open-sessions.ts'
import type { Region } from '../../region/region.ts'
import { frame } from './frame.ts'
import type { LiveStream } from './stream.ts'

type Deps = { db: Database; region: Region; log: Logger }

/** Whose stream it is, and since which place of the history it wants to hear. */
export type Listener = {
  stream: Pick<LiveStream, 'send' | 'end'>
  token: string
  officerId: number
  since: string | undefined
}

/** What officers do wakes it by the first, what the machine groups by the second. */
const CHANNELS = ['desk', 'candidates']
const POLL_MS = 1000
/** Between two looks, however often it is woken: fifty officers decide many times a second. */
const REST_MS = 50
const BEAT_MS = 15_000
/** A stream outlives its session by no more than this. */
const SESSIONS_MS = 2000
/** Who missed more than so many rounds of news is told to load anew. */
const MOST_ROUNDS = 3

export class Hub {
  readonly #deps: Deps
  /** With each what it is told once it has heard what it missed; null: it has. */
  readonly #listeners = new Map<Listener, Uint8Array[] | null>()
  #hasEars = false
  /** The last that everybody was told. */
  #at: Position | undefined
  #holds = ''
  #timer: NodeJS.Timeout | undefined
  #isLooking = false
  #isWoken = false
  #isFailing = false
  #beatAt = 0
  #sessionsAt = 0

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** How many streams are open. */
  get size(): number {
    return this.#listeners.size
  }

  /** How many of them are this officer's. */
  countOf(officerId: number): number {
    return [...this.#listeners.keys()].filter((listener) => listener.officerId === officerId).length
  }

  /** Says hello with the place in the history, tells what was missed since, and goes on telling. */
  async join(listener: Listener): Promise<void> {
    this.#listeners.set(listener, [])
    this.#listen()
    if (this.#listeners.size === 1) {
      this.#beatAt = this.#sessionsAt = Date.now()
      this.#schedule(POLL_MS)
    }
    try {
      await this.#welcome(listener)
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'live: a stream could not begin')
      listener.stream.end()
    }
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener)
    if (this.#listeners.size > 0) return
    clearTimeout(this.#timer)
    this.#at = undefined
  }

  /** Once for the life of the process. Without it the look each second still finds everything. */
  #listen(): void {
    if (this.#hasEars) return
    this.#hasEars = true
    const { db, region, log } = this.#deps
    const wake = (regionId: string) => {
      if (regionId === region.id) this.#wake()
    }
    Promise.all(CHANNELS.map((channel) => db.bus.listen(channel, wake))).catch((error: unknown) => {
      log.warn({ err: error }, 'live: the bus is not heard')
      this.#hasEars = false
    })
  }

  /**
   * What was missed is read when the listener hears already, and from no later than where the hub stands:
   * something may be told twice, nothing is left out.
   */
  async #welcome(listener: Listener): Promise<void> {
    const { db, region } = this.#deps
    const { stream, since } = listener
    const now = await positionNow(db.sql, region.id)
    if (!this.#listeners.has(listener)) return
    this.#at ??= now
    const asked = parsePosition(since)
    const isOfHere = asked === null || isNotAfter(asked, now)
    const missed = isOfHere ? await this.#missedSince(asked ?? now) : null
    const from = missed === null ? now : (asked ?? now)
    const items = await holdsInRegion(db.sql, region.id, new Date())
    stream.send(frame('hello', { isWhole: missed !== null }, positionText(from)))
    for (const news of missed ?? []) for (const bytes of framesOf(news)) stream.send(bytes)
    stream.send(frame('holds', { items }))
    for (const bytes of this.#listeners.get(listener) ?? []) stream.send(bytes)
    if (this.#listeners.has(listener)) this.#listeners.set(listener, null)
  }

  /** Null when it is too much. */
  async #missedSince(since: Position): Promise<News[] | null> {
    const missed: News[] = []
    for (let position = since; missed.length < MOST_ROUNDS;) {
      const news = await readNews(this.#deps.db.sql, this.#deps.region.id, position)
      missed.push(news)
      if (!news.isPart) return missed
      position = news.position
    }
    return null
  }

  #wake(): void {
    if (this.#listeners.size === 0 || this.#isWoken) return
    this.#isWoken = true
    if (!this.#isLooking) this.#schedule(REST_MS)
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#look(), ms)
    this.#timer.unref()
  }

  async #look(): Promise<void> {
    this.#isLooking = true
    this.#isWoken = false
    try {
      await this.#tell()
      await this.#endClosed()
      this.#isFailing = false
    } catch (error) {
      if (!this.#isFailing) this.#deps.log.warn({ err: error }, 'live: looking failed')
      this.#isFailing = true
    }
    this.#beat()
    this.#isLooking = false
    if (this.#listeners.size > 0) this.#schedule(this.#isWoken ? REST_MS : POLL_MS)
  }

  async #tell(): Promise<void> {
    const { db, region } = this.#deps
    const from = this.#at
    if (from === undefined) return
    const [news, items] = await Promise.all([
      readNews(db.sql, region.id, from),
      holdsInRegion(db.sql, region.id, new Date()),
    ])
    // Everybody has left meanwhile, and perhaps somebody has come.
    if (this.#at !== from) return
    this.#at = news.position
    this.#isWoken ||= news.isPart
    for (const bytes of framesOf(news)) this.#sendAll(bytes)
    const holds = JSON.stringify(items)
    if (holds === this.#holds) return
    this.#holds = holds
    this.#sendAll(frame('holds', { items }))
  }

  /** Signed out, shut out, or run out: one question for all streams, which does not count as using them. */
  async #endClosed(): Promise<void> {
    if (Date.now() - this.#sessionsAt < SESSIONS_MS) return
    this.#sessionsAt = Date.now()
    const tokens = [...new Set([...this.#listeners.keys()].map(({ token }) => token))]
    const open = await openSessions(this.#deps.db.sql, tokens)
    for (const { token, stream } of [...this.#listeners.keys()]) {
      if (open.has(token)) continue
      stream.send(frame('end', {}))
      stream.end()
    }
  }

  #beat(): void {
    if (Date.now() - this.#beatAt < BEAT_MS) return
    this.#beatAt = Date.now()
    this.#sendAll(frame('beat', {}, this.#at && positionText(this.#at)))
  }

  /** A stream that is full ends while it is told, and leaves the list. */
  #sendAll(bytes: Uint8Array): void {
    for (const [{ stream }, waiting] of [...this.#listeners]) {
      if (waiting) waiting.push(bytes)
      else stream.send(bytes)
    }
  }
}

/** The last message of a round carries the place: who comes back in the middle of it hears it again. */
function framesOf({ arrived, changed, position }: News): Uint8Array[] {
  const id = positionText(position)
  const last = changed.length > 0 ? [frame('changed', { items: changed }, id)] : []
  if (arrived.length === 0) return last
  const isLast = last.length === 0
  return [frame('arrived', { candidateIds: arrived }, isLast ? id : undefined), ...last]
}

/** A place from before a backup was put back lies in a future that never came. */
const isNotAfter = (place: Position, now: Position) =>
  place.event <= now.event && place.candidate <= now.candidate
