import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DomainError } from '../errors.ts'

/** Refuses a larger body with a sentence, before it is read whole. */
export const limitBody = (maxBytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      const size = maxBytes >= 1_000_000 ? `${maxBytes / 1_000_000} MB` : `${maxBytes / 1000} kB`
      throw new DomainError(413, `Kiriman lebih besar dari ${size}. Persingkat atau bagi isinya.`)
    },
  })
