import type { MiddlewareHandler } from 'hono'
import type { Deps } from './app.ts'

const READING = ['GET', 'HEAD', 'OPTIONS']
/** A message costs the database a commit, so fifty officers who decide at once share some. */
const REST_MS = 50

/**
 * After a change through the API has been committed, the open streams of every process look at once. Any
 * change: a list of those that matter would be forgotten with the next route. Nobody waits for it.
 */
export function wakeDesk({ db, region, log }: Pick<Deps, 'db' | 'region' | 'log'>) {
  let isResting = false
  let isCalled = false
  const wake = () => {
    if (isResting) {
      isCalled = true
      return
    }
    isResting = true
    isCalled = false
    db.bus
      .notify('desk', region.id)
      .catch((error: unknown) => log.debug({ err: error }, 'desk: not woken'))
    setTimeout(() => {
      isResting = false
      if (isCalled) wake()
    }, REST_MS).unref()
  }
  const middleware: MiddlewareHandler = async (c, next) => {
    await next()
    if (!READING.includes(c.req.method) && c.res.ok) wake()
  }
  return middleware
}
