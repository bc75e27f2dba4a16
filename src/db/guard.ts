/**
 * A query on the pool while a transaction is open would wait for ever on the embedded database (one
 * connection) and would silently stand outside the transaction on PostgreSQL. Both become a sentence.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool } from './connect.ts'

const transaction = new AsyncLocalStorage<{ open: boolean }>()

const SENTENCE =
  'db: the pool was used inside a transaction; use the transaction that `begin` hands to its callback'

const WATCHED = new Set<string | symbol>(['unsafe', 'file', 'begin', 'reserve'])

/** Wraps a pool so that using it inside one of its own transactions throws instead of hanging. */
export function guardTransactions(pool: Pool): Pool {
  const refuse = () => {
    if (transaction.getStore()?.open) throw new Error(SENTENCE)
  }
  return new Proxy(pool, {
    apply(target, self, args: unknown[]) {
      // A tagged template runs a query; sql(values) only builds a fragment.
      const first = args[0]
      if (Array.isArray(first) && 'raw' in first) refuse()
      return Reflect.apply(target, self, args)
    },
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (!WATCHED.has(name) || typeof value !== 'function') return value
      return (...args: unknown[]) => {
        refuse()
        if (name !== 'begin') return Reflect.apply(value, target, args)
        const work = args.pop() as (tx: unknown) => Promise<unknown>
        const inside = (tx: unknown) => {
          const state = { open: true }
          return transaction.run(state, async () => {
            try {
              return await work(tx)
            } finally {
              state.open = false
            }
          })
        }
        return Reflect.apply(value, target, [...args, inside])
      }
    },
  })
}
