import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { changeRole } from '../../src/people/change-role.ts'
import { acceptInvitation, createInvitation } from '../../src/people/invite.ts'
import type { Acting } from '../../src/people/officer.ts'
import { RIGHTS, ROLES, rightsOf, roleTable } from '../../src/people/roles.ts'
import { openSession, readSession } from '../../src/people/session.ts'
import type { Region } from '../../src/region/region.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { asOfficer, assertRefused, oneWins } from '../makers.ts'

let fresh: Fresh
let region: Region
let admin: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  admin = await asOfficer(fresh.sql, region, 'admin', { name: 'Admin' })
})
after(() => fresh.close())

const roleOf = async (id: number) => {
  const [row] = await fresh.sql`select role, agency_code from officers where id = ${id}`
  return [row!['role'], row!['agencyCode']]
}

test('a new role ends the sessions at once and leaves a history row with both roles', async () => {
  const { officer } = await asOfficer(fresh.sql, region, 'analyst')
  const { token } = await openSession(fresh.sql, officer)
  await changeRole(fresh.sql, admin, { id: officer.id, role: 'agency', agencyCode: 'DPU' })
  assert.deepEqual(await roleOf(officer.id), ['agency', 'DPU'])
  assert.equal(await readSession(fresh.sql, token), null)
  const [event] = await fresh.sql`
    select officer_id, data from events where kind = 'officer.role_changed' order by id desc limit 1`
  assert.deepEqual(event!['data'], {
    officer: officer.id,
    from: { role: 'analyst', agencyCode: null },
    to: { role: 'agency', agencyCode: 'DPU' },
  })
  assert.equal(event!['officerId'], admin.officer.id)
})

test('an agency officer needs an agency of this region, and nobody else has one', async () => {
  const { officer } = await asOfficer(fresh.sql, region, 'analyst')
  const change = (role: 'agency' | 'humas', agencyCode?: string) =>
    changeRole(fresh.sql, admin, { id: officer.id, role, agencyCode })
  await assertRefused(change('agency'), 422)
  await assertRefused(change('agency', 'TIDAK-ADA'), 422)
  await assertRefused(change('humas', 'DPU'), 422)
  assert.deepEqual(await roleOf(officer.id), ['analyst', null])
})

test('the last admin keeps the role; one of two may give it up', async () => {
  await assertRefused(changeRole(fresh.sql, admin, { id: admin.officer.id, role: 'humas' }), 409)
  const second = await asOfficer(fresh.sql, region, 'admin')
  await changeRole(fresh.sql, second, { id: second.officer.id, role: 'leader' })
  assert.deepEqual(await roleOf(second.officer.id), ['leader', null])
})

test('two admins who demote each other at once do not both succeed', async () => {
  const second = await asOfficer(fresh.sql, region, 'admin')
  await oneWins(
    changeRole(fresh.sql, admin, { id: second.officer.id, role: 'humas' }),
    changeRole(fresh.sql, second, { id: admin.officer.id, role: 'humas' }),
  )
  const left = await fresh.sql`
    select id from officers where role = 'admin' and region_id = ${region.id}`
  assert.equal(left.length, 1)
  await fresh.sql`update officers set role = 'admin' where id = ${admin.officer.id}`
})

test('a link that an admin made does not outlive the role: it would be a way back', async () => {
  const second = await asOfficer(fresh.sql, region, 'admin')
  const { token } = await createInvitation(fresh.sql, {
    regionId: region.id,
    role: 'admin',
    createdBy: second.officer,
  })
  await changeRole(fresh.sql, admin, { id: second.officer.id, role: 'observer' })
  const person = { login: 'kembali', name: 'Kembali', password: 'kursi biru empat hujan' }
  await assertRefused(acceptInvitation(fresh.sql, { regionId: region.id, token, ...person }), 404)
})

test('only an admin changes roles; the same role, a stranger and who is shut out are refused', async () => {
  const { officer } = await asOfficer(fresh.sql, region, 'analyst')
  const humas = await asOfficer(fresh.sql, region, 'humas')
  await assertRefused(changeRole(fresh.sql, humas, { id: officer.id, role: 'admin' }), 403)
  await assertRefused(changeRole(fresh.sql, admin, { id: officer.id, role: 'analyst' }), 409)
  await assertRefused(changeRole(fresh.sql, admin, { id: 999_999, role: 'analyst' }), 404)
  await fresh.sql`update officers set disabled_at = now() where id = ${officer.id}`
  await assertRefused(changeRole(fresh.sql, admin, { id: officer.id, role: 'humas' }), 409)
})

test('the table of roles has every role with its rights, and each right is somebody’s', () => {
  const table = roleTable()
  assert.deepEqual(
    table.map(({ role }) => role),
    [...ROLES],
  )
  for (const { role, rights } of table) assert.deepEqual(rights, rightsOf(role))
  for (const right of RIGHTS)
    assert.ok(
      table.some(({ rights }) => rights.includes(right)),
      right,
    )
})
