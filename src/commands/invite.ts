import { parseArgs } from 'node:util'
import { createInvitation } from '../people/invite.ts'
import { isRole, ROLES } from '../people/roles.ts'
import { invitationUrl } from '../web/links.ts'
import type { Command } from './command.ts'
import { withService } from './with-service.ts'

export const command: Command = {
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { role: { type: 'string' }, agency: { type: 'string' } },
    })
    const { role, agency } = values
    if (role === undefined || !isRole(role))
      throw new Error(`invite: --role must be one of ${ROLES.join(', ')}`)
    return withService(async ({ db, region, config }) => {
      const { token } = await createInvitation(db.sql, {
        regionId: region.id,
        role,
        ...(agency === undefined ? {} : { agencyCode: agency }),
      })
      console.log(invitationUrl(config.publicUrl, token))
      return 0
    })
  },
}
