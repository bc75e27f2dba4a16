/** A one-time link with which a person chooses login and password. */
import { Hono } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { acceptInvitation, readInvitation } from '../../people/invite.ts'
import { ROLES } from '../../people/roles.ts'
import { openSession } from '../../people/session.ts'
import type { ApiEnv } from '../access.ts'
import { setSessionCookie } from '../session-cookie.ts'
import type { ApiDeps } from './index.ts'
import { refuse } from './input.ts'
import { describe, reply, Time } from './reply.ts'
import { describeSession, SessionShape } from './session.ts'

const Token = z.object({ token: z.string().min(1).max(200) })
const Accept = z.object({
  // A link that only sets a new password needs neither.
  login: z.string().max(100).default(''),
  name: z.string().max(200).default(''),
  password: z.string().max(1000),
})

const InvitationShape = z
  .object({
    role: z.enum(ROLES),
    agencyName: z.string().nullable(),
    regionName: z.string(),
    login: z
      .string()
      .nullable()
      .meta({ description: 'set when the link only sets a new password' }),
    expiresAt: Time,
  })
  .meta({ id: 'Invitation' })

export const invitationsApi = (deps: ApiDeps) => {
  const { db, region, config, may } = deps
  return new Hono<ApiEnv>()
    .get(
      '/invitations/:token',
      may('anyone'),
      describe('invitations', 'What this link invites to', InvitationShape),
      validator('param', Token, refuse),
      async (c) => {
        const link = { regionId: region.id, ...c.req.valid('param') }
        return reply(c, InvitationShape, await readInvitation(db.sql, link))
      },
    )
    .post(
      '/invitations/:token',
      may('anyone'),
      describe('invitations', 'Use the link up: makes the officer and signs in', SessionShape),
      validator('param', Token, refuse),
      validator('json', Accept, refuse),
      async (c) => {
        const link = { regionId: region.id, ...c.req.valid('param') }
        const officer = await acceptInvitation(db.sql, { ...link, ...c.req.valid('json') })
        const session = await openSession(db.sql, officer)
        setSessionCookie(c, config.publicUrl, session.token)
        return reply(c, SessionShape, describeSession(deps, officer))
      },
    )
}
