/** While nobody can administer the region, each start hands out a one-time link; there is no default password. */
import { createInvitation } from '../people/invite.ts'
import { hasAdmin } from '../people/queries.ts'
import { invitationUrl } from '../web/links.ts'
import type { Service } from './with-service.ts'

/** @returns the address of the one-time page, or null when there is an admin already */
export async function adminLink({ db, region, config }: Service): Promise<string | null> {
  if (await hasAdmin(db.sql, region.id)) return null
  const { token } = await createInvitation(db.sql, {
    regionId: region.id,
    role: 'admin',
    hours: 24,
  })
  return invitationUrl(config.publicUrl, token)
}
