/** Officers: the list, links that invite or reset a password, closing and reopening an account. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { disableOfficer } from '../../people/disable-officer.ts'
import { enableOfficer } from '../../people/enable-officer.ts'
import { createInvitation } from '../../people/invite.ts'
import { listOfficers } from '../../people/list-officers.ts'
import { ROLES } from '../../people/roles.ts'
import type { ApiEnv } from '../access.ts'
import { invitationUrl } from '../links.ts'
import type { ApiDeps } from './index.ts'
import { Code, Id, refuse } from './input.ts'
import { describe, reply, Time } from './reply.ts'

const OfficerShape = z
  .object({
    id: z.number(),
    login: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    agency: z.object({ code: z.string(), name: z.string(), short: z.string() }).nullable(),
    language: z.string(),
    createdAt: Time,
    disabledAt: Time.nullable(),
    seenAt: Time.nullable(),
  })
  .meta({ id: 'Officer' })

/** The whole list, which every change of one answers with. */
export const Officers = z.object({ items: z.array(OfficerShape) })
const Invite = z.object({ role: z.enum(ROLES), agencyCode: Code.optional() })
const InvitationLink = z.object({ url: z.string(), expiresAt: Time }).meta({ id: 'InvitationLink' })

export const officersApi = ({ db, region, config, may }: ApiDeps) => {
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  const list = async (c: Context<ApiEnv>) =>
    reply(c, Officers, { items: await listOfficers(db.sql, acting(c)) })
  const invite = async (
    c: Context<ApiEnv>,
    to: Omit<Parameters<typeof createInvitation>[1], 'regionId' | 'createdBy'>,
  ) => {
    const createdBy = c.get('officer')
    const made = await createInvitation(db.sql, { ...to, regionId: region.id, createdBy })
    const url = invitationUrl(config.publicUrl, made.token)
    return reply(c, InvitationLink, { url, expiresAt: made.expiresAt })
  }
  return new Hono<ApiEnv>()
    .get(
      '/officers',
      may('officers.manage'),
      describe('officers', 'All officers of the region', Officers),
      list,
    )
    .post(
      '/officers/invitations',
      may('officers.manage'),
      describe('officers', 'Make a one-time link for a new officer', InvitationLink),
      validator('json', Invite, refuse),
      (c) => {
        const { role, agencyCode } = c.req.valid('json')
        return invite(c, { role, agencyCode: agencyCode ?? null })
      },
    )
    .post(
      '/officers/:id/reset',
      may('officers.manage'),
      describe('officers', 'Make a one-time link that sets a new password', InvitationLink),
      validator('param', Id, refuse),
      // The link takes role and agency from the officer that it is for.
      (c) => invite(c, { role: 'observer', officerId: c.req.valid('param').id }),
    )
    .post(
      '/officers/:id/disable',
      may('officers.manage'),
      describe('officers', 'Shut out at once; open sessions end', Officers),
      validator('param', Id, refuse),
      async (c) => {
        await disableOfficer(db.sql, acting(c), c.req.valid('param'))
        return list(c)
      },
    )
    .post(
      '/officers/:id/enable',
      may('officers.manage'),
      describe('officers', 'Let in again', Officers),
      validator('param', Id, refuse),
      async (c) => {
        await enableOfficer(db.sql, acting(c), c.req.valid('param'))
        return list(c)
      },
    )
}
