import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { appendEvent } from '../../src/ledger/append.ts'
import { disableOfficer } from '../../src/people/disable-officer.ts'
import { enableOfficer } from '../../src/people/enable-officer.ts'
import { listOfficers } from '../../src/people/list-officers.ts'
import type { Acting } from '../../src/people/officer.ts'
import { can, isRole, RIGHTS, rightsOf, ROLES } from '../../src/people/roles.ts'
import { openSession, readSession } from '../../src/people/session.ts'
import { whoAndWhen } from '../../src/people/who-and-when.ts'
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

test('shutting an officer out ends the sessions at once and leaves a history row', async () => {
  const { officer } = await asOfficer(fresh.sql, region, 'analyst')
  const { token } = await openSession(fresh.sql, officer)
  await disableOfficer(fresh.sql, admin, { id: officer.id })
  assert.equal(await readSession(fresh.sql, token), null)
  const [event] = await fresh.sql<{ officerId: number; data: { officer: number } }[]>`
    select officer_id, data from events where kind = 'officer.disabled' order by id desc limit 1`
  assert.deepEqual([event?.officerId, event?.data.officer], [admin.officer.id, officer.id])

  await assertRefused(disableOfficer(fresh.sql, admin, { id: officer.id }), 409, /sudah nonaktif/)
  await enableOfficer(fresh.sql, admin, { id: officer.id })
  await assertRefused(enableOfficer(fresh.sql, admin, { id: officer.id }), 409, /sudah aktif/)
  const session = await openSession(fresh.sql, officer)
  assert.notEqual(await readSession(fresh.sql, session.token), null)
})

test('only an admin may, and nobody shuts out themselves or a stranger', async () => {
  const humas = await asOfficer(fresh.sql, region, 'humas')
  const { id } = admin.officer
  await assertRefused(disableOfficer(fresh.sql, humas, { id }), 403)
  await assertRefused(enableOfficer(fresh.sql, humas, { id }), 403)
  await assertRefused(listOfficers(fresh.sql, humas), 403)
  await assertRefused(disableOfficer(fresh.sql, admin, { id }), 409, /akun Anda sendiri/)
  await assertRefused(disableOfficer(fresh.sql, admin, { id: 999_999 }), 404)
})

test('two admins who shut each other out at once leave one', async () => {
  const own = await freshDatabase()
  const there = await freshRegion(own.sql)
  const one = await asOfficer(own.sql, there, 'admin')
  const two = await asOfficer(own.sql, there, 'admin')
  const refusal = await oneWins(
    disableOfficer(own.sql, one, { id: two.officer.id }),
    disableOfficer(own.sql, two, { id: one.officer.id }),
  )
  assert.match(refusal.message, /Harus tetap ada admin/)
  await own.close()
})

test('shutting an officer out does not collide with what that officer is writing', async () => {
  const { officer } = await asOfficer(fresh.sql, region, 'humas')
  const begun = Promise.withResolvers<void>()
  const act = { regionId: region.id, kind: 'case.started', officerId: officer.id }
  const writing = fresh.sql.begin(async (tx) => {
    await appendEvent(tx, { ...act, officerId: null })
    begun.resolve()
    await wait(200)
    await appendEvent(tx, act)
  })
  await begun.promise
  await Promise.all([writing, disableOfficer(fresh.sql, admin, { id: officer.id })])
})

test('the list shows who they are and when they were here, never a hash', async () => {
  const dpu = await asOfficer(fresh.sql, region, 'agency', { agencyCode: 'DPU' })
  await openSession(fresh.sql, dpu.officer)
  const rows = await listOfficers(fresh.sql, admin)
  const row = rows.find(({ id }) => id === dpu.officer.id)
  assert.equal(row?.agency?.short, 'DPU')
  assert.ok(row?.seenAt instanceof Date)
  assert.doesNotMatch(JSON.stringify(rows), /password|argon|none/)
})

test('every role may do something, and only the admin manages officers', () => {
  for (const role of ROLES) assert.ok(rightsOf(role).length > 0)
  assert.deepEqual(
    ROLES.filter((role) => can(role, 'officers.manage')),
    ['admin'],
  )
  assert.deepEqual(rightsOf('agency'), ['case.read', 'case.answer'])
  const writing = RIGHTS.filter((right) => !right.endsWith('.read'))
  for (const right of writing) {
    assert.ok(!can('observer', right) && !can('leader', right), right)
  }
  assert.ok(isRole('humas') && !isRole('toString'))
})

test('a refusal names who and when in the zone of the region', () => {
  const at = new Date('2026-11-22T06:03:00Z')
  assert.equal(whoAndWhen('Sari', at, 'Asia/Makassar'), 'Sari pada 22 Nov 14.03')
  assert.equal(whoAndWhen(null, at, 'Asia/Jakarta'), 'sistem pada 22 Nov 13.03')
  const midnight = new Date('2026-11-21T16:00:00Z')
  assert.equal(whoAndWhen('Budi', midnight, 'Asia/Makassar'), 'Budi pada 22 Nov 00.00')
})
