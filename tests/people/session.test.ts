import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { disableOfficer } from '../../src/people/disable-officer.ts'
import { acceptInvitation, createInvitation } from '../../src/people/invite.ts'
import { openSession, readSession, signIn, signOut } from '../../src/people/session.ts'
import { setLanguage } from '../../src/people/set-language.ts'
import { tidyPeople } from '../../src/people/tidy.ts'
import type { Region } from '../../src/region/region.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { asOfficer, assertRefused } from '../makers.ts'

const PASSWORD = 'kursi biru empat hujan'
const instanceKey = randomBytes(32)
const start = new Date('2026-11-20T02:00:00Z')
const hours = (count: number) => new Date(start.getTime() + count * 3_600_000)

let fresh: Fresh
let region: Region
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
})
after(() => fresh.close())

async function join(login: string) {
  const regionId = region.id
  const { token } = await createInvitation(fresh.sql, { regionId, role: 'analyst', now: start })
  const person = { regionId, token, login, name: 'Sari', password: PASSWORD, now: start }
  return acceptInvitation(fresh.sql, person)
}

let host = 0
/** Each call comes from another address, unless told. */
const enter = (
  login: string,
  password = PASSWORD,
  options: { address?: string; now?: Date } = {},
) => {
  const address = options.address ?? `198.51.${(host += 1) >> 8}.${host & 255}`
  const now = options.now ?? start
  return signIn(fresh.sql, { regionId: region.id, login, password, address, instanceKey, now })
}

test('the right pair opens a session, which leaves a history row', async () => {
  const joined = await join('sari')
  const { token, officer } = await enter(' SARI ')
  assert.deepEqual(officer, joined)
  assert.deepEqual(await readSession(fresh.sql, token, start), joined)
  const events = await fresh.sql`
    select 1 from events where kind = 'officer.signed_in' and officer_id = ${officer.id}`
  assert.equal(events.length, 1)
})

test('a wrong password, an unknown login and a disabled officer read the same sentence', async () => {
  const { id } = await join('wati')
  const admin = await asOfficer(fresh.sql, region, 'admin')
  const wrong = await assertRefused(enter('wati', 'bukan yang ini'), 401)
  const unknown = await assertRefused(enter('tidak.ada'), 401)
  await disableOfficer(fresh.sql, admin, { id })
  const disabled = await assertRefused(enter('wati'), 401)
  assert.equal(wrong.message, unknown.message)
  assert.equal(wrong.message, disabled.message)
})

test('the database keeps neither token nor address nor what was typed as a login', async () => {
  await join('budi')
  const { token } = await enter('budi', PASSWORD, { address: '203.0.113.99' })
  await assertRefused(enter('katasandiku tertukar', 'x', { address: '203.0.113.99' }), 401)
  const kept = JSON.stringify([
    await fresh.sql`select encode(token_hash, 'escape') as hash from sessions`,
    await fresh.sql`select key from throttles`,
  ])
  for (const secret of [token, '203.0.113', 'tertukar', 'budi']) assert.ok(!kept.includes(secret))
})

test('after five failures a login waits at that address, also with the right password', async () => {
  await join('rahmat')
  const at = { address: '192.0.2.77', now: new Date('2026-11-20T03:01:00Z') }
  for (let n = 0; n < 5; n++) await assertRefused(enter('rahmat', 'salah sekali', at), 401)
  await assertRefused(enter('rahmat', PASSWORD, at), 429, /Coba lagi dalam 14 menit/)
  const next = { ...at, now: new Date('2026-11-20T03:15:00Z') }
  assert.equal((await enter('rahmat', PASSWORD, next)).officer.login, 'rahmat')
})

test('a stranger who guesses at a login keeps its officer neither out nor waiting', async () => {
  await join('hasan')
  const stranger = { address: '192.0.2.78' }
  for (let n = 0; n < 5; n++) await assertRefused(enter('hasan', 'salah sekali', stranger), 401)
  for (let n = 0; n < 200; n++) await assertRefused(enter('hasan', 'salah sekali', stranger), 429)
  assert.equal((await enter('hasan')).officer.login, 'hasan')
  // Refused tries are not counted against the address either: a colleague there may sign in.
  await join('rekan')
  assert.equal((await enter('rekan', PASSWORD, stranger)).officer.login, 'rekan')
})

test('a login that is guessed at from a hundred addresses waits', async () => {
  await join('incaran')
  const guesses = Array.from({ length: 100 }, () =>
    assertRefused(enter('incaran', 'salah sekali'), 401),
  )
  await Promise.all(guesses)
  await assertRefused(enter('incaran'), 429)
})

test('a success is no failure: signing in often does not lock anybody out', async () => {
  await join('tono')
  for (let n = 0; n < 8; n++) await enter('tono')
})

test('one address may fail thirty times, whatever logins it tries, also all at once', async () => {
  const address = '192.0.2.55'
  const attempt = (n: number) =>
    enter(`orang-${n}`, 'salah sekali', { address }).then(
      () => 0,
      (error: { status: number }) => error.status,
    )
  const answers = await Promise.all(Array.from({ length: 35 }, (_, n) => attempt(n)))
  assert.equal(answers.filter((status) => status === 401).length, 30)
  assert.equal(answers.filter((status) => status === 429).length, 5)
})

test('an unused session ends after 12 hours; use keeps it open, but not beyond 7 days', async () => {
  const officer = await join('idle')
  const idle = await openSession(fresh.sql, officer, start)
  assert.equal(await readSession(fresh.sql, idle.token, hours(12)), null)

  const used = await openSession(fresh.sql, officer, start)
  for (let hour = 11; hour < 7 * 24; hour += 11) {
    assert.notEqual(await readSession(fresh.sql, used.token, hours(hour)), null, `hour ${hour}`)
  }
  assert.equal(await readSession(fresh.sql, used.token, hours(7 * 24)), null)
})

test('signing out ends this session only, and twice is no error', async () => {
  const officer = await join('keluar')
  const one = await openSession(fresh.sql, officer, start)
  const two = await openSession(fresh.sql, officer, start)
  await signOut(fresh.sql, one.token)
  await signOut(fresh.sql, one.token)
  assert.equal(await readSession(fresh.sql, one.token, start), null)
  assert.notEqual(await readSession(fresh.sql, two.token, start), null)
})

test('an invented token opens nothing', async () => {
  for (const token of ['', 'x', 'a'.repeat(100_000)]) {
    assert.equal(await readSession(fresh.sql, token), null)
  }
})

test('the language stays with the officer', async () => {
  const officer = await join('bahasa')
  const { token } = await openSession(fresh.sql, officer, start)
  assert.equal((await setLanguage(fresh.sql, officer, 'en')).language, 'en')
  assert.equal((await readSession(fresh.sql, token, start))?.language, 'en')
})

test('tidying removes ended sessions and keeps live ones', async () => {
  const officer = await join('rapi')
  await fresh.sql`delete from sessions`
  await openSession(fresh.sql, officer, start)
  const { token } = await openSession(fresh.sql, officer, hours(10))
  await fresh.sql`delete from throttles`
  assert.equal(await tidyPeople(fresh.sql, hours(13)), 1)
  assert.notEqual(await readSession(fresh.sql, token, hours(13)), null)
})
