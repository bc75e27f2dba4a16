/** Signing in and out, and who one is. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import type { Officer } from '../../people/officer.ts'
import { RIGHTS, rightsOf, ROLES } from '../../people/roles.ts'
import { signIn, signOut } from '../../people/session.ts'
import { setLanguage } from '../../people/set-language.ts'
import type { ApiEnv } from '../access.ts'
import { clientAddress } from '../client-address.ts'
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../session-cookie.ts'
import type { ApiDeps } from './index.ts'
import { refuse } from './input.ts'
import { describe, reply } from './reply.ts'

export const SessionShape = z
  .object({
    officer: z.object({
      id: z.number(),
      login: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      agencyCode: z.string().nullable(),
      language: z.enum(['id', 'en']),
    }),
    rights: z.array(z.enum(RIGHTS)),
    region: z.object({
      id: z.string(),
      name: z.string(),
      timezone: z.string(),
      office: z.object({
        desk: z.string(),
        reviewer: z.string(),
        agency: z.string(),
        agencyLong: z.string(),
        head: z.string(),
      }),
      casePrefix: z.string(),
      demo: z.boolean(),
    }),
  })
  .meta({ id: 'Session' })

const SignIn = z.object({
  login: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
})
const Language = z.object({ language: z.enum(['id', 'en']) })
const SignedOut = z.object({ signedOut: z.boolean() })

/** What the dashboard asks first: the officer, the rights, and the region's words. */
export const describeSession = ({ region, config }: ApiDeps, officer: Officer) => ({
  officer,
  rights: rightsOf(officer.role),
  region: { ...region, demo: config.demo },
})

export const sessionApi = (deps: ApiDeps) => {
  const { db, region, config, may } = deps
  return new Hono<ApiEnv>()
    .get(
      '/session',
      may('signed-in'),
      describe('session', 'The officer who is signed in', SessionShape),
      (c) => reply(c, SessionShape, describeSession(deps, c.get('officer'))),
    )
    .post(
      '/session',
      may('anyone'),
      describe('session', 'Sign in; sets the session cookie', SessionShape),
      validator('json', SignIn, refuse),
      async (c) => {
        const address = clientAddress(c, config.proxyHops)
        const { instanceKey } = config
        const { token, officer } = await signIn(db.sql, {
          regionId: region.id,
          address,
          instanceKey,
          ...c.req.valid('json'),
        })
        setSessionCookie(c, config.publicUrl, token)
        return reply(c, SessionShape, describeSession(deps, officer))
      },
    )
    .delete(
      '/session',
      may('anyone'),
      describe('session', 'Sign out; without a session nothing happens', SignedOut),
      async (c) => {
        await endSession(c, deps)
        return reply(c, SignedOut, { signedOut: true })
      },
    )
    .patch(
      '/session',
      may('signed-in'),
      describe('session', 'Choose the language of the screens', SessionShape),
      validator('json', Language, refuse),
      async (c) => {
        const { language } = c.req.valid('json')
        const officer = await setLanguage(db.sql, c.get('officer'), language)
        return reply(c, SessionShape, describeSession(deps, officer))
      },
    )
}

async function endSession(c: Context, { db, config }: ApiDeps): Promise<void> {
  const token = readSessionCookie(c, config.publicUrl)
  if (token !== undefined) await signOut(db.sql, token)
  clearSessionCookie(c, config.publicUrl)
}
