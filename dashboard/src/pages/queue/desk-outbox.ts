/** The outbox of the officer who sits here. */
import { expired, reachable } from '../../connection.ts'
import { Outbox } from '../../outbox.ts'
import { createStore } from '../../store.ts'
import type { Act, Outcome } from './act.ts'
import { rememberOwn } from './rows-store.ts'
import { send } from './send.ts'

let officerId: number | null = null

export const outbox = new Outbox<Act, Outcome>({
  // Without a session the server would refuse each of them: they wait until somebody signs in.
  send: async (act) =>
    officerId === null || expired.get()
      ? { kind: 'unsent', mayBeDone: false }
      : send(act, officerId),
  storage: localStorage,
  onDone: ({ rows, done }) => rememberOwn(rows, done),
})

/** Takes up what this officer has left unsent; null when nobody is signed in. */
export function openOutbox(id: number | null) {
  officerId = id
  outbox.open(id)
}

/** Candidates with an act that the server does not know yet. */
export const unsent = createStore<ReadonlySet<number>>(new Set())
function findUnsent() {
  const entries = outbox.isStuck.get() ? outbox.waiting.get() : []
  if (entries.length === 0 && unsent.get().size === 0) return
  unsent.set(new Set(entries.flatMap(({ act }) => act.items.map(({ id }) => id))))
}
outbox.waiting.subscribe(findUnsent)
outbox.isStuck.subscribe(findUnsent)

reachable.subscribe(() => {
  if (reachable.get()) outbox.retry()
})
expired.subscribe(() => {
  if (!expired.get()) outbox.retry()
})
