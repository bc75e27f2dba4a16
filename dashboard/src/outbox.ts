/**
 * Acts on their way to the server, one after the other. Each is written down in this browser before it is
 * sent, so that none is lost when the network, the session or the tab ends in the middle of it.
 */
import { readEntries, writeEntry, type BrowserStorage, type Entry } from './outbox-storage.ts'
import { createStore } from './store.ts'

/** What a sending came to. */
export type Verdict<R> =
  | { kind: 'done'; result: R }
  | { kind: 'unsent'; mayBeDone: boolean }
  | { kind: 'refused'; sentence: string }

/** How an act ended for the one who did it; dropped: taken back, or left to the next time. */
export type Settled<R> =
  | { kind: 'done'; result: R }
  | { kind: 'refused'; sentence: string }
  | { kind: 'dropped' }

type Options<A, R> = {
  send: (act: A) => Promise<Verdict<R>>
  storage: BrowserStorage
  /** Told of what an earlier page had left, and is done now. */
  onDone?: (result: R) => void
}

const FIRST_RETRY_MS = 2_000
const MOST_RETRY_MS = 15_000

export class Outbox<A, R> {
  /** Acts without an answer, oldest first. */
  readonly waiting = createStore<Entry<A>[]>([])
  /** Acts that were refused after they had waited. */
  readonly conflicts = createStore<Entry<A>[]>([])
  /** True while the server cannot be reached: all that waits is unsent. */
  readonly isStuck = createStore(false)

  readonly #options: Options<A, R>
  /** Those that did not get through at once. */
  readonly #delayed = new Set<string>()
  readonly #settlers = new Map<string, (settled: Settled<R>) => void>()
  #owner: number | null = null
  #sending: string | null = null
  #isRunning = false
  #pauseMs = FIRST_RETRY_MS
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: Options<A, R>) {
    this.#options = options
  }

  /** Sends an act, now or when the server can be reached. */
  add(act: A): { uid: string; settled: Promise<Settled<R>> } {
    const uid = newUid()
    const entry = { uid, act, at: Date.now(), mayBeDone: false, refused: null }
    const settled = new Promise<Settled<R>>((resolve) => this.#settlers.set(uid, resolve))
    this.waiting.set([...this.waiting.get(), entry])
    this.#write(uid, entry)
    if (this.isStuck.get()) this.#delayed.add(uid)
    else this.retry()
    return { uid, settled }
  }

  /** Takes back an act that never left; false when it may have. */
  drop(uid: string): boolean {
    const entry = this.waiting.get().find((each) => each.uid === uid)
    if (!entry || entry.mayBeDone || this.#sending === uid) return false
    this.#remove(uid)
    this.#settle(uid, { kind: 'dropped' })
    return true
  }

  /** The officer has read of a conflict. */
  forget(uid: string): void {
    this.conflicts.set(this.conflicts.get().filter((each) => each.uid !== uid))
    this.#write(uid, null)
  }

  /** Takes up what this officer left unsent; null: nobody is signed in, nothing is sent. */
  open(owner: number | null): void {
    if (owner !== this.#owner) {
      for (const { uid } of this.waiting.get()) this.#settle(uid, { kind: 'dropped' })
      this.#owner = owner
      const left = owner === null ? [] : readEntries<A>(this.#options.storage, owner)
      this.waiting.set(left.filter(({ refused }) => refused === null))
      this.conflicts.set(left.filter(({ refused }) => refused !== null))
      this.isStuck.set(false)
    }
    this.retry()
  }

  /** Tries again now. */
  retry(): void {
    clearTimeout(this.#timer)
    if (!this.#isRunning) void this.#sendAll()
  }

  async #sendAll(): Promise<void> {
    this.#isRunning = true
    try {
      let isThrough = true
      while (isThrough && this.#owner !== null && this.waiting.get().length > 0) {
        isThrough = await this.#sendFirst(this.#owner)
      }
      if (isThrough) this.isStuck.set(false)
    } finally {
      this.#isRunning = false
    }
  }

  /** @returns false when the server was not reached */
  async #sendFirst(owner: number): Promise<boolean> {
    const [entry] = this.waiting.get()
    if (!entry) return true
    this.#sending = entry.uid
    const verdict = await this.#options.send(entry.act)
    this.#sending = null
    // Another officer has signed in meanwhile: the act stays with the one who did it.
    if (owner !== this.#owner) return true
    if (verdict.kind === 'unsent') {
      this.#keep({ ...entry, mayBeDone: entry.mayBeDone || verdict.mayBeDone })
      return false
    }
    this.#take(entry, verdict)
    this.isStuck.set(false)
    this.#pauseMs = FIRST_RETRY_MS
    return true
  }

  #keep(entry: Entry<A>): void {
    this.waiting.set(this.waiting.get().map((each) => (each.uid === entry.uid ? entry : each)))
    this.#write(entry.uid, entry)
    for (const { uid } of this.waiting.get()) this.#delayed.add(uid)
    this.isStuck.set(true)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.retry(), this.#pauseMs)
    this.#pauseMs = Math.min(MOST_RETRY_MS, this.#pauseMs * 2)
  }

  #take(entry: Entry<A>, verdict: Exclude<Verdict<R>, { kind: 'unsent' }>): void {
    const { uid } = entry
    const isOfHere = this.#settlers.has(uid)
    const hasWaited = this.#delayed.delete(uid) || !isOfHere
    this.#remove(uid)
    if (verdict.kind === 'refused' && hasWaited) {
      const refused = { ...entry, refused: verdict.sentence }
      this.conflicts.set([...this.conflicts.get(), refused])
      this.#write(uid, refused)
    }
    if (verdict.kind === 'done' && !isOfHere) this.#options.onDone?.(verdict.result)
    this.#settle(uid, verdict)
  }

  #remove(uid: string): void {
    this.waiting.set(this.waiting.get().filter((each) => each.uid !== uid))
    this.#write(uid, null)
  }

  #write(uid: string, entry: Entry<A> | null): void {
    if (this.#owner !== null) writeEntry(this.#options.storage, this.#owner, uid, entry)
  }

  #settle(uid: string, settled: Settled<R>): void {
    this.#settlers.get(uid)?.(settled)
    this.#settlers.delete(uid)
  }
}

const newUid = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`
