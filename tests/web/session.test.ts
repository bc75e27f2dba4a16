import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createInvitation } from '../../src/people/invite.ts'
import { startWeb, type Web } from './start-web.ts'

const PASSWORD = 'kursi biru empat hujan'
let web: Web
before(async () => {
  web = await startWeb()
})
after(() => web.close())

/** Joins by a real invitation, so that the password is a real one. */
async function join(login: string, on = web) {
  const { token } = await createInvitation(on.fresh.sql, {
    regionId: on.region.id,
    role: 'analyst',
  })
  return on.ask(`POST /api/invitations/${token}`, {
    body: { login, name: 'Sari', password: PASSWORD },
  })
}
const cookieIn = (answer: { headers: Headers }) => answer.headers.get('set-cookie')!.split(';')[0]!

test('signing in sets a cookie that opens the session, and tells rights and region', async () => {
  await join('sari')
  const answer = await web.ask('POST /api/session', {
    body: { login: 'Sari ', password: PASSWORD },
  })
  assert.equal(answer.status, 200)
  const session = await web.ask('GET /api/session', { cookie: cookieIn(answer) })
  assert.equal(session.status, 200)
  assert.deepEqual(session.json, answer.json)
  const { officer, rights, region } = session.json as Record<string, Record<string, unknown>>
  assert.equal(officer!['login'], 'sari')
  assert.ok((rights as unknown as string[]).includes('queue.decide'))
  assert.equal(region!['name'], web.region.name)
  assert.equal(region!['casePrefix'], web.region.casePrefix)
})

test('the answer never holds a password, its hash or a token', async () => {
  await join('rahmat')
  const answer = await web.ask('POST /api/session', {
    body: { login: 'rahmat', password: PASSWORD },
  })
  assert.doesNotMatch(answer.text, /argon2|password|token/i)
})

test('the cookie is for this server only: HttpOnly, SameSite=Strict, whole site', async () => {
  await join('tini')
  const answer = await web.ask('POST /api/session', { body: { login: 'tini', password: PASSWORD } })
  const cookie = answer.headers.get('set-cookie')!
  assert.match(cookie, /^dengar_session=/)
  for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/'])
    assert.ok(cookie.includes(flag), flag)
})

test('on https the cookie is Secure and bound to the host', async () => {
  const secure = await startWeb({ publicUrl: 'https://dengar.example' })
  try {
    const cookie = (await join('sari', secure)).headers.get('set-cookie')!
    assert.match(cookie, /^__Host-dengar_session=/)
    assert.ok(cookie.includes('Secure'))
    assert.ok(!cookie.includes('Domain'))
  } finally {
    await secure.close()
  }
})

test('a wrong password and an unknown login get the same answer', async () => {
  await join('wati')
  const wrong = await web.ask('POST /api/session', {
    body: { login: 'wati', password: 'bukan ini sandinya' },
  })
  const unknown = await web.ask('POST /api/session', {
    body: { login: 'siapa', password: 'bukan ini sandinya' },
  })
  assert.equal(wrong.status, 401)
  assert.equal(unknown.status, 401)
  assert.equal(wrong.json['error'], unknown.json['error'])
  assert.equal(wrong.headers.get('set-cookie'), null)
})

test('the sixth wrong try for a login is told to wait, also with the right password', async () => {
  await join('budi')
  const attempt = (password: string) =>
    web.ask('POST /api/session', { body: { login: 'budi', password } })
  for (let i = 0; i < 5; i++) assert.equal((await attempt('salah salah salah')).status, 401)
  const late = await attempt(PASSWORD)
  assert.equal(late.status, 429)
  assert.match(String(late.json['error']), /Coba lagi dalam \d+ (menit|detik)/)
  assert.ok(late.headers.get('retry-after'))
})

test('one address cannot try many logins', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.7' }
  const statuses: number[] = []
  for (let i = 0; i < 31; i++) {
    const body = { login: `orang${i}`, password: 'salah salah salah' }
    statuses.push((await web.ask('POST /api/session', { headers, body })).status)
  }
  assert.deepEqual([statuses[29], statuses[30]], [401, 429])
})

test('an address that the client wrote itself is not believed', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 31; i++) {
    const headers = { 'x-forwarded-for': `203.0.113.${i}, 198.51.100.9` }
    const body = { login: `lain${i}`, password: 'salah salah salah' }
    statuses.push((await web.ask('POST /api/session', { headers, body })).status)
  }
  assert.equal(statuses[30], 429)
})

test('an installation on https that knows of no proxy warns that visitors share one limit', async () => {
  for (const [proxyHops, warnings] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const secure = await startWeb({ publicUrl: 'https://dengar.example', proxyHops })
    const warned = secure.lines.filter(({ msg }) => msg.includes('DENGAR_PROXY_HOPS'))
    assert.equal(warned.length, warnings)
    await secure.close()
  }
})

test('signing out ends the session on the server and clears the cookie', async () => {
  const cookie = cookieIn(await join('dewi'))
  const out = await web.ask('DELETE /api/session', { cookie })
  assert.equal(out.status, 200)
  assert.match(out.headers.get('set-cookie')!, /Max-Age=0/)
  assert.equal((await web.ask('GET /api/session', { cookie })).status, 401)
})

test('the chosen language stays', async () => {
  const cookie = cookieIn(await join('made'))
  await web.ask('PATCH /api/session', { cookie, body: { language: 'en' } })
  const { json } = await web.ask('GET /api/session', { cookie })
  assert.equal((json['officer'] as Record<string, unknown>)['language'], 'en')
})

test('a form that is not filled in is answered with a sentence for each field', async () => {
  const { status, json } = await web.ask('POST /api/session', { body: { login: '' } })
  assert.equal(status, 400)
  assert.deepEqual(json['fields'], { login: 'Wajib diisi.', password: 'Wajib diisi.' })
})

test('what is not JSON is refused with a sentence', async () => {
  const { status, json } = await web.ask('POST /api/session', { body: '{"login":' })
  assert.equal(status, 400)
  assert.match(String(json['error']), /bukan JSON/)
})

test('a change that another site asks for is refused, whatever it looks like', async () => {
  const cookie = cookieIn(await join('joko'))
  const strange = [
    { origin: 'https://jahat.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of strange) {
    const asJson = await web.ask('PATCH /api/session', {
      cookie,
      headers,
      body: { language: 'en' },
    })
    assert.equal(asJson.status, 403, JSON.stringify(headers))
    const asForm = await web.ask('POST /api/session', { headers, form: { login: 'joko' } })
    assert.equal(asForm.status, 403, JSON.stringify(headers))
  }
  const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
  const { status } = await web.ask('PATCH /api/session', {
    cookie,
    headers: own,
    body: { language: 'en' },
  })
  assert.equal(status, 200)
})
