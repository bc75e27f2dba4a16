import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startWeb, type Web } from './start-web.ts'

const PASSWORD = 'kursi biru empat hujan'
let web: Web
before(async () => {
  web = await startWeb()
})
after(() => web.close())

const tokenIn = (json: Record<string, unknown>) => String(json['url']).split('/').at(-1)!

test('an admin invites, the invited person chooses a password and is signed in', async () => {
  const { cookie } = await web.enter('admin')
  const body = { role: 'agency', agencyCode: 'DPU' }
  const invited = await web.ask('POST /api/officers/invitations', { cookie, body })
  assert.equal(invited.status, 200)
  assert.match(String(invited.json['url']), /^http:\/\/localhost\/petugas\/undangan\/[\w-]{43}$/)

  const shown = await web.ask(`GET /api/invitations/${tokenIn(invited.json)}`)
  assert.equal(shown.json['role'], 'agency')
  assert.match(String(shown.json['agencyName']), /Dinas Pekerjaan Umum/)

  const person = { login: 'andi', name: 'Andi', password: PASSWORD }
  const joined = await web.ask(`POST /api/invitations/${tokenIn(invited.json)}`, { body: person })
  assert.equal(joined.status, 200)
  const session = joined.headers.get('set-cookie')!.split(';')[0]!
  assert.equal((await web.ask('GET /api/cases', { cookie: session })).status, 200)
})

test('a link works once', async () => {
  const { cookie } = await web.enter('admin')
  const { json } = await web.ask('POST /api/officers/invitations', {
    cookie,
    body: { role: 'humas' },
  })
  const body = { login: 'nur', name: 'Nur', password: PASSWORD }
  assert.equal((await web.ask(`POST /api/invitations/${tokenIn(json)}`, { body })).status, 200)
  assert.equal((await web.ask(`POST /api/invitations/${tokenIn(json)}`, { body })).status, 404)
  assert.equal((await web.ask(`GET /api/invitations/${tokenIn(json)}`)).status, 404)
})

test('a weak password is refused at its field, and the link stays good', async () => {
  const { cookie } = await web.enter('admin')
  const { json } = await web.ask('POST /api/officers/invitations', {
    cookie,
    body: { role: 'humas' },
  })
  const address = `POST /api/invitations/${tokenIn(json)}`
  const weak = await web.ask(address, {
    body: { login: 'eka', name: 'Eka', password: 'kominfo2026' },
  })
  assert.equal(weak.status, 422)
  assert.ok((weak.json['fields'] as Record<string, string>)['password'])
  const good = await web.ask(address, { body: { login: 'eka', name: 'Eka', password: PASSWORD } })
  assert.equal(good.status, 200)
})

test('a reset link sets a new password for the same officer', async () => {
  const { cookie } = await web.enter('admin')
  const { officer, cookie: old } = await web.enter('analyst')
  const { json } = await web.ask(`POST /api/officers/${officer.id}/reset`, { cookie })
  const reset = await web.ask(`POST /api/invitations/${tokenIn(json)}`, {
    body: { password: PASSWORD },
  })
  assert.equal((reset.json['officer'] as Record<string, unknown>)['id'], officer.id)
  assert.equal((await web.ask('GET /api/session', { cookie: old })).status, 401)
})

test('a disabled officer is out at once, and comes back when enabled', async () => {
  const { cookie } = await web.enter('admin')
  const { officer, cookie: theirs } = await web.enter('analyst')
  const listed = await web.ask(`POST /api/officers/${officer.id}/disable`, { cookie })
  const rowOf = (json: Record<string, unknown>) =>
    (json['items'] as Record<string, unknown>[]).find((row) => row['id'] === officer.id)!
  assert.ok(rowOf(listed.json)['disabledAt'])
  assert.equal((await web.ask('GET /api/session', { cookie: theirs })).status, 401)
  const again = await web.ask(`POST /api/officers/${officer.id}/enable`, { cookie })
  assert.equal(rowOf(again.json)['disabledAt'], null)
})

test('the list of officers holds no password hash', async () => {
  const { cookie } = await web.enter('admin')
  const { text } = await web.ask('GET /api/officers', { cookie })
  assert.doesNotMatch(text, /argon2|hash|none/i)
})
