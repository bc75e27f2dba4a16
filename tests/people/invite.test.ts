import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { disableOfficer } from '../../src/people/disable-officer.ts'
import { acceptInvitation, createInvitation, readInvitation } from '../../src/people/invite.ts'
import { hasAdmin } from '../../src/people/queries.ts'
import { openSession, readSession, signIn } from '../../src/people/session.ts'
import type { Region } from '../../src/region/region.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { asOfficer, assertRefused, oneWins } from '../makers.ts'

const PASSWORD = 'kursi biru empat hujan'
let fresh: Fresh
let region: Region
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
})
after(() => fresh.close())

const invite = (options: Partial<Parameters<typeof createInvitation>[1]> = {}) =>
  createInvitation(fresh.sql, { regionId: region.id, role: 'analyst', ...options })
const accept = (token: string, login: string, password = PASSWORD) =>
  acceptInvitation(fresh.sql, {
    regionId: region.id,
    token,
    login,
    name: ' Sari  Wulan ',
    password,
  })
const read = (token: string) => readInvitation(fresh.sql, { regionId: region.id, token })

test('the first admin comes by an invitation that the machine made; there is none before', async () => {
  const own = await freshDatabase()
  const { id: regionId } = await freshRegion(own.sql)
  assert.equal(await hasAdmin(own.sql, regionId), false)
  const { token } = await createInvitation(own.sql, { regionId, role: 'admin' })
  const person = { regionId, token, login: 'admin.satu', name: 'Sari', password: PASSWORD }
  await acceptInvitation(own.sql, person)
  assert.equal(await hasAdmin(own.sql, regionId), true)
  await own.close()
})

test('an invitation shows what it is for and makes one officer with a password of their own', async () => {
  const { token, expiresAt } = await invite({ role: 'agency', agencyCode: 'DPU' })
  assert.deepEqual(await read(token), {
    role: 'agency',
    agencyName: 'Dinas Pekerjaan Umum Kota Contoh',
    regionName: 'Kota Contoh',
    login: null,
    expiresAt,
  })
  const { id: _id, ...officer } = await accept(token, 'Sari.Wulan')
  assert.deepEqual(officer, {
    regionId: region.id,
    login: 'sari.wulan',
    name: 'Sari Wulan',
    role: 'agency',
    agencyCode: 'DPU',
    language: 'id',
  })
  const instanceKey = randomBytes(32)
  const pair = { login: 'sari.wulan', password: PASSWORD, address: '192.0.2.1' }
  await signIn(fresh.sql, { regionId: region.id, ...pair, instanceKey })
})

test('a link works once, also when two use it at once', async () => {
  const { token } = await invite()
  const refusal = await oneWins(accept(token, 'satu.kali'), accept(token, 'dua.kali'))
  assert.equal(refusal.status, 404)
  await assertRefused(read(token), 404, /tidak berlaku lagi/)
})

test('an expired or invented link is refused', async () => {
  const { token } = await invite({ hours: 1, now: new Date(Date.now() - 2 * 3_600_000) })
  await assertRefused(accept(token, 'terlambat'), 404, /Minta undangan baru/)
  await assertRefused(accept('bukan-token', 'terlambat'), 404)
})

test('a login that is taken is refused, and the link still works', async () => {
  const first = await invite()
  await accept(first.token, 'kembar')
  const second = await invite()
  await assertRefused(accept(second.token, 'kembar'), 409, /kembar sudah dipakai/)
  assert.equal((await accept(second.token, 'kembar-dua')).login, 'kembar-dua')
})

test('bad fields get a sentence each', async () => {
  const { token } = await invite()
  const bad = { regionId: region.id, token, login: 'a b', name: '', password: 'pendek' }
  const refusal = await assertRefused(acceptInvitation(fresh.sql, bad), 422)
  assert.deepEqual(Object.keys(refusal.fields).sort(), ['login', 'name', 'password'])
})

test('an agency officer needs a known agency, the others have none', async () => {
  await assertRefused(invite({ role: 'agency' }), 422, /Pilih perangkat daerah/)
  await assertRefused(invite({ role: 'agency', agencyCode: 'X' }), 422, /X tidak dikenal/)
  await assertRefused(invite({ role: 'humas', agencyCode: 'DPU' }), 422, /Hanya petugas OPD/)
})

test('only who manages officers may invite, and the history says who did', async () => {
  const humas = await asOfficer(fresh.sql, region, 'humas')
  await assertRefused(invite({ createdBy: humas.officer }), 403, /mengatur petugas/)
  const admin = await asOfficer(fresh.sql, region, 'admin')
  await invite({ createdBy: admin.officer })
  const events = await fresh.sql`
    select data from events where kind = 'officer.invited' and officer_id = ${admin.officer.id}`
  assert.equal(events.length, 1)
})

test('an admin who was shut out leaves no link behind that lets anybody in', async () => {
  const admin = await asOfficer(fresh.sql, region, 'admin')
  const shut = await asOfficer(fresh.sql, region, 'admin')
  const { token } = await invite({ role: 'admin', createdBy: shut.officer })
  const reset = await invite({ officerId: shut.officer.id })
  await disableOfficer(fresh.sql, admin, { id: shut.officer.id })
  await assertRefused(accept(token, 'pintu.belakang'), 404, /tidak berlaku lagi/)
  await assertRefused(accept(reset.token, 'abaikan'), 404, /tidak berlaku lagi/)
  await assertRefused(invite({ officerId: shut.officer.id }), 409, /aktifkan kembali/)
})

test('a link opens only the region that it was made for', async () => {
  const { token } = await invite()
  const elsewhere = { regionId: 'lain', token, login: 'tamu', name: 'Tamu', password: PASSWORD }
  await assertRefused(readInvitation(fresh.sql, elsewhere), 404)
  await assertRefused(acceptInvitation(fresh.sql, elsewhere), 404)
  assert.equal((await read(token)).login, null)
})

test('a reset link changes the password, ends the sessions and keeps login, role and agency', async () => {
  const { token } = await invite({ role: 'agency', agencyCode: 'DKP' })
  const officer = await accept(token, 'lupa.sandi')
  const session = await openSession(fresh.sql, officer)
  const reset = await invite({ role: 'observer', officerId: officer.id })
  assert.equal((await read(reset.token)).login, 'lupa.sandi')
  const password = 'meja hijau tujuh awan'
  assert.deepEqual(await accept(reset.token, 'abaikan', password), officer)
  assert.equal(await readSession(fresh.sql, session.token), null)
  const pair = { login: 'lupa.sandi', address: '192.0.2.2', instanceKey: randomBytes(32) }
  await assertRefused(signIn(fresh.sql, { regionId: region.id, ...pair, password: PASSWORD }), 401)
  await signIn(fresh.sql, { regionId: region.id, ...pair, password })
})
