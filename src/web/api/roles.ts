/** Who may do what, and giving an officer another role. */
import { Hono } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { changeRole } from '../../people/change-role.ts'
import { listOfficers } from '../../people/list-officers.ts'
import { RIGHTS, ROLES, roleTable } from '../../people/roles.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { Code, Id, refuse } from './input.ts'
import { Officers } from './officers.ts'
import { describe, reply } from './reply.ts'

const Roles = z
  .object({
    rights: z.array(z.enum(RIGHTS)),
    items: z.array(z.object({ role: z.enum(ROLES), rights: z.array(z.enum(RIGHTS)) })),
  })
  .meta({ id: 'Roles' })
const ChangeRole = z.object({ role: z.enum(ROLES), agencyCode: Code.nullable().optional() })

export const rolesApi = ({ db, region, may }: ApiDeps) =>
  new Hono<ApiEnv>()
    .get(
      '/officers/roles',
      may('officers.manage'),
      describe('officers', 'Which role has which rights', Roles),
      (c) => reply(c, Roles, { rights: [...RIGHTS], items: roleTable() }),
    )
    .patch(
      '/officers/:id',
      may('officers.manage'),
      describe('officers', 'Give another role or agency; open sessions end', Officers),
      validator('param', Id, refuse),
      validator('json', ChangeRole, refuse),
      async (c) => {
        const acting = { region, officer: c.get('officer') }
        await changeRole(db.sql, acting, { ...c.req.valid('param'), ...c.req.valid('json') })
        return reply(c, Officers, { items: await listOfficers(db.sql, acting) })
      },
    )
