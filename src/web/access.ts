/**
 * Who may call what. Each API route names its right with `may(...)` before anything else; `guard`
 * refuses a route that names none, so that a forgotten line closes a door instead of opening it.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { DomainError, forbidden } from '../errors.ts'
import type { Officer } from '../people/officer.ts'
import { requireRight, type Right } from '../people/roles.ts'
import { readSession } from '../people/session.ts'
import type { Deps } from './app.ts'
import { readSessionCookie } from './session-cookie.ts'

/** What every API handler finds with `c.get`. `officer` is there unless the route is for anyone. */
export type ApiEnv = { Variables: { requestId: string; officer: Officer } }

/** `anyone`: also without a session; `signed-in`: any officer; else the right that the role must have. */
export type Access = 'anyone' | 'signed-in' | Right

const declared = new WeakMap<object, Access>()

/** What a route's handler chain declared, or undefined for a handler that is not made by `may`. */
export const accessOf = (handler: object): Access | undefined => declared.get(handler)

/** Makes `may` for this installation: `may('queue.read')` is the first handler of a route. */
export function makeMay({ db, region, config }: Pick<Deps, 'db' | 'region' | 'config'>) {
  return (access: Access): MiddlewareHandler<ApiEnv> => {
    const check: MiddlewareHandler<ApiEnv> = async (c, next) => {
      if (access !== 'anyone') {
        const token = readSessionCookie(c, config.publicUrl)
        const officer = token === undefined ? null : await readSession(db.sql, token)
        // Two regions may share one database; an officer of one is a stranger to the other.
        if (!officer || officer.regionId !== region.id) {
          throw new DomainError(401, 'Silakan masuk terlebih dahulu.')
        }
        if (access !== 'signed-in') requireRight(officer, access)
        c.set('officer', officer)
      }
      await next()
    }
    declared.set(check, access)
    return check
  }
}

export type May = ReturnType<typeof makeMay>

/** Refuses a matched route whose chain has no `may`. */
export const guard: MiddlewareHandler = async (c, next) => {
  const chain = endpointsOf(c)
  if (chain.length > 0 && !chain.some(({ handler }) => declared.has(handler))) {
    throw forbidden('Alamat ini belum dibuka untuk siapa pun.')
  }
  await next()
}

/** The matched routes that answer, without the middleware that only surrounds them. */
export const endpointsOf = (c: Context) => matchedRoutes(c).filter(({ method }) => method !== 'ALL')
